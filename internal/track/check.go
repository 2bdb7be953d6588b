package track

import (
	"fmt"

	"github.com/aloud-audio/aloud/internal/mp3"
)

// checkDecoded decodes a clip and compares it with its samples, a quarter of a second at a time.
// Speech after MP3 has a likeness above 0.9 to the original; another moment of speech, or silence,
// is near 0. Of a soft hiss near the highest frequency MP3 may keep little: then what is left
// without it has to be alike.
func checkDecoded(clip mp3.Clip, samples []int16) error {
	const enough = 0.5
	heard, err := clip.Decode()
	if err != nil {
		return fmt.Errorf("%w: %w", ErrCheck, err)
	}
	if len(heard) != len(samples) {
		return fmt.Errorf("%w: %d samples decode to %d", ErrCheck, len(samples), len(heard))
	}
	stretch := clip.Format.SampleRate / 4
	for from, to := 0, 0; from < len(samples); from = to {
		to = from + stretch
		if len(samples)-to < stretch {
			to = len(samples)
		}
		l := likeness(heard[from:to], samples[from:to], softNoise)
		if l < enough && likeness(smoothed(heard[from:to]), smoothed(samples[from:to]), softest) < enough {
			return fmt.Errorf("%w: the encoded audio differs from the speech at %.2f s (likeness %.2f)", ErrCheck, float64(from)/float64(clip.Format.SampleRate), l)
		}
	}
	return nil
}

// Levels, as root mean squares, below which a run of samples is too soft to matter.
const (
	softNoise = 164 // -46 dBFS: the noise in a pause, which MP3 need not keep
	softest   = 33  // -60 dBFS
)

// likeness returns the correlation of two runs of samples, less if one is louder; 1 if both are
// softer than soft.
func likeness(a, b []int16, soft int64) float64 {
	var ab, aa, bb int64
	for i, x := range a {
		y := int64(b[i])
		ab += int64(x) * y
		aa += int64(x) * int64(x)
		bb += y * y
	}
	loudest := max(aa, bb)
	if loudest < soft*soft*int64(len(a)) {
		return 1
	}
	return float64(ab) / float64(loudest)
}

// smoothed returns the means of neighbouring samples: the highest frequencies are left out.
func smoothed(samples []int16) []int16 {
	smooth := make([]int16, len(samples)-1)
	for i := range smooth {
		smooth[i] = int16((int32(samples[i]) + int32(samples[i+1])) / 2)
	}
	return smooth
}
