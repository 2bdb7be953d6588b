package track

import (
	"math"
	"slices"

	"github.com/aloud-audio/aloud/internal/speech"
)

// What is left around the sound of a trimmed speech, in seconds: a breath before, the end of the last consonant behind.
const (
	guardBefore = 0.015
	guardBehind = 0.030
)

// fadeTime is how long, in seconds, speech takes to rise from silence and to fall back: too short to be heard, long
// enough not to click.
const fadeTime = 0.004

// trim returns the speech around its sound, without the silence that the provider left at its ends, faded in and out:
// pauses are the script's. It is empty if there is no sound.
func trim(s speech.Speech, sound span) []int16 {
	if sound.length() == 0 {
		return nil
	}
	samples := func(seconds float64) int { return int(seconds * float64(s.SampleRate)) }
	from := max(0, sound.from-samples(guardBefore))
	to := min(len(s.Samples), sound.to+samples(guardBehind))
	out := slices.Clone(s.Samples[from:to])
	fade(out, samples(fadeTime))
	return out
}

// fade lets samples rise at the start and fall at the end over a length, along a quarter of a sine squared.
func fade(samples []int16, length int) {
	length = min(length, len(samples)/2)
	for i := range length {
		sine := math.Sin(math.Pi / 2 * (float64(i) + 0.5) / float64(length))
		for _, at := range []int{i, len(samples) - 1 - i} {
			samples[at] = int16(math.Round(float64(samples[at]) * sine * sine))
		}
	}
}
