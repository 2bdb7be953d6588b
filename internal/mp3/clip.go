package mp3

import (
	"fmt"
	"slices"
)

// Clip is a run of samples as frames that join with those of any other clip of its format. The samples begin Lead after
// the first frame's begin and are followed by at least minTail of silence.
type Clip struct {
	Format  Format
	Frames  []byte // whole frames
	Samples int    // as they were given
}

// Lead is the silence, in samples, with which every clip begins: what two transforms reach over, so that none of the
// clip's sound is in a frame before its own. It is a whole number of frames; ffmpeg counts wrongly where a file ends in
// the frame in which its sound begins.
const Lead = 2 * granule

// minTail is how far the filter bank smears sound, in samples: half of its 512 taps.
const minTail = 256

// What LAME puts in front of its input and a decoder adds to that, in samples (LAME FAQ, "encoder delay"): its input is
// heard so much later than its first frame begins.
const (
	encoderDelay = 576
	decoderDelay = 529
)

// primed is how long, in samples, an encoder hears silence before the clip's first frame. Those frames are dropped.
const primed = 2 * granule

var silence [block]int16

// Encode makes a clip of samples. It may be called concurrently. Time: about 1/500 of the samples' on one core.
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

// frames is how many frames a clip of so many samples has.
func (f Format) frames(samples int) int {
	return (Lead + samples + minTail + f.FrameSamples() - 1) / f.FrameSamples()
}

// FrameCount is how many frames the clip has.
func (c Clip) FrameCount() int { return c.Format.frames(c.Samples) }

// Check refuses, with ErrFrames, a clip whose bytes are not the whole frames of its samples.
func (c Clip) Check() error {
	_, err := c.offsets()
	return err
}

// offsets are where the clip's frames begin, and its length.
func (c Clip) offsets() ([]int, error) {
	offsets, err := c.Format.offsets(c.Frames)
	if err != nil {
		return nil, err
	}
	if want := c.FrameCount(); c.Samples <= 0 || len(offsets)-1 != want {
		return nil, fmt.Errorf("%w: %d for %d samples, which take %d", ErrFrames, len(offsets)-1, c.Samples, want)
	}
	return offsets, nil
}
