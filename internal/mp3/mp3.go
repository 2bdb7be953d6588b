// Package mp3 encodes runs of samples, each on its own and on any core, to MP3 frames that join without gap or click.
//
// A frame of Layer III overlaps its neighbours, and may lend them bits: frames of different encoders do not join. Those
// of a Clip do, since it begins and ends in digital silence, where the overlap carries nothing, and lends no bits. A File
// puts clips and silence one after another and says in its Info frame how many samples a decoder is to drop, so that
// players give back every sample and no more.
//
// It is mono at a constant bit rate. It knows no speech and no article, and it changes no level. The track calls it.
package mp3

import "errors"

// Format of clips that join.
type Format struct {
	SampleRate int // Hz
	BitRate    int // kbit/s
}

// ErrRate says that MP3 has no such sample or bit rate.
var ErrRate = errors.New("rate not possible")

// Check refuses, with ErrRate, a sample rate that MP3 does not know, and a bit rate that it does not know at that sample
// rate; the error lists what it knows.
func (f Format) Check() error { return checkRates(f.SampleRate, f.BitRate) }

// FrameSamples is how many samples a frame holds: the grain of positions and pauses in a File.
func (f Format) FrameSamples() int {
	if version, _ := layer3Version(f.SampleRate); version == mpeg1 {
		return 2 * granule
	}
	return granule
}

// granule is the samples of one transform, half of what it overlaps.
const granule = 576
