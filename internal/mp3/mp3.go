// Package mp3 encodes runs of samples, independently and concurrently, to MP3 frames that join
// without a gap or a click.
//
// A Layer III frame overlaps its neighbours and may borrow bits from them, so frames of different
// encoders do not join. Those of a Clip do: a clip starts and ends in digital silence, where the
// overlap carries nothing, and uses no bit reservoir. A File joins clips and silence, and its Info
// frame tells decoders how many samples to drop, so that players return every sample and no more.
//
// It is mono with a constant bit rate. It knows neither speech nor articles and never changes a
// level. The track and the emulator call it.
package mp3

import "errors"

// Format of clips that join.
type Format struct {
	SampleRate int // Hz
	BitRate    int // kbit/s
}

// ErrRate reports a sample or bit rate that MP3 does not have.
var ErrRate = errors.New("unsupported rate")

// Check returns ErrRate for a sample rate that MP3 does not have, or a bit rate that it does not
// have at that sample rate. The error lists those that it has.
func (f Format) Check() error { return checkRates(f.SampleRate, f.BitRate) }

// FrameSamples returns the number of samples in a frame, which is the resolution of positions and
// pauses in a File.
func (f Format) FrameSamples() int {
	if version, _ := layer3Version(f.SampleRate); version == mpeg1 {
		return 2 * granule
	}
	return granule
}

// granule is the number of new samples in one transform, half of its window.
const granule = 576
