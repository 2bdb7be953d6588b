package track

import (
	"math"
	"slices"

	"github.com/aloud-audio/aloud/internal/speech"
)

// guardBefore and guardBehind are the seconds kept around the sound of a trimmed speech: a breath
// before it, the end of the last consonant after it.
const (
	guardBefore = 0.015
	guardBehind = 0.030
)

// fadeTime is the length, in seconds, of the fade at each end of a speech: too short to be heard,
// long enough not to click.
const fadeTime = 0.004

// trim removes the silence at both ends of a speech, since the script decides the pauses, and fades
// it in and out. It returns nil if there is no sound, and the first sample that it kept.
func trim(s speech.Speech, sound span) (_ []int16, from int) {
	if sound.length() == 0 {
		return nil, 0
	}
	samples := func(seconds float64) int { return int(seconds * float64(s.SampleRate)) }
	from = max(0, sound.from-samples(guardBefore))
	to := min(len(s.Samples), sound.to+samples(guardBehind))
	out := slices.Clone(s.Samples[from:to])
	fade(out, samples(fadeTime))
	return out, from
}

// fade fades samples in and out, each over length samples, along a quarter of a squared sine.
func fade(samples []int16, length int) {
	length = min(length, len(samples)/2)
	for i := range length {
		sine := math.Sin(math.Pi / 2 * (float64(i) + 0.5) / float64(length))
		for _, at := range []int{i, len(samples) - 1 - i} {
			samples[at] = int16(math.Round(float64(samples[at]) * sine * sine))
		}
	}
}
