package mp3

import (
	"fmt"
	"slices"
)

// Clip is a run of samples, encoded to frames that join with those of any other clip of its format.
// The samples start Lead after the start of the first frame and are followed by at least minTail of
// silence.
type Clip struct {
	Format  Format
	Frames  []byte // whole frames
	Samples int    // as passed to Encode
}

// Lead is the silence, in samples, at the start of every clip. It spans two transforms, so that
// none of the clip's sound leaks into an earlier clip's frame. It is a whole number of frames:
// ffmpeg miscounts a file that ends in the frame in which its sound starts.
const Lead = 2 * granule

// minTail is how far the filter bank smears sound, in samples: half of its 512 taps.
const minTail = 256

// encoderDelay and decoderDelay are the samples by which LAME and a decoder delay the input (LAME
// FAQ, "encoder delay").
const (
	encoderDelay = 576
	decoderDelay = 529
)

// primed is the silence, in samples, that an encoder gets before the clip's first frame. Those
// frames are dropped.
const primed = 2 * granule

var silence [block]int16

// Encode makes a clip of samples. It may be called concurrently. Time: about 1/500 of the samples'
// on one core.
func (f Format) Encode(samples []int16) (Clip, error) {
	if err := f.Check(); err != nil {
		return Clip{}, err
	}
	l, err := openLame(f)
	if err != nil {
		return Clip{}, err
	}
	defer l.close()
	frames := f.frames(len(samples))
	before := primed + Lead - encoderDelay - decoderDelay
	after := frames*f.FrameSamples() - Lead - len(samples) + encoderDelay + decoderDelay
	var mp3 []byte
	for _, run := range [][]int16{silence[:before], samples, silence[:after]} {
		if mp3, err = l.encode(mp3, run); err != nil {
			return Clip{}, err
		}
	}
	if mp3, err = l.flush(mp3); err != nil {
		return Clip{}, err
	}
	first := primed / f.FrameSamples()
	kept, err := f.cut(mp3, first, first+frames)
	return Clip{Format: f, Frames: slices.Clone(kept), Samples: len(samples)}, err
}

// frames returns the number of frames in a clip of the given number of samples.
func (f Format) frames(samples int) int {
	return (Lead + samples + minTail + f.FrameSamples() - 1) / f.FrameSamples()
}

// FrameCount returns the number of frames in the clip.
func (c Clip) FrameCount() int { return c.Format.frames(c.Samples) }

// Check returns ErrFrames if the clip's bytes are not exactly the frames of its samples.
func (c Clip) Check() error {
	_, err := c.offsets()
	return err
}

// offsets returns where the clip's frames start, and its length.
func (c Clip) offsets() ([]int, error) {
	offsets, err := c.Format.offsets(c.Frames)
	if err != nil {
		return nil, err
	}
	if want := c.FrameCount(); c.Samples <= 0 || len(offsets)-1 != want {
		return nil, fmt.Errorf("%w: %d frames for %d samples, which need %d", ErrFrames, len(offsets)-1, c.Samples, want)
	}
	return offsets, nil
}
