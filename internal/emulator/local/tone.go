package local

import (
	"context"
	"math"
	"sync"
	"unicode"

	"github.com/aloud-audio/aloud/internal/speech"
)

// Tone returns a Speaker that costs almost nothing, for tests and benchmarks: each letter hums for
// 70 ms, about as long as in speech, on a note of its own; other characters are gaps.
func Tone(_ context.Context, _, text string) (speech.Speech, error) {
	var samples []int16
	notes := notes()
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			samples = append(samples, notes[int(r)%len(notes)]...)
		} else {
			samples = append(samples, gap[:]...)
		}
	}
	return speech.Speech{SampleRate: toneRate, Samples: samples}, nil
}

const toneRate = 24000 // Hz

const letter = toneRate * 70 / 1000 // samples

var (
	gap   [letter]int16
	notes = sync.OnceValue(makeNotes)
)

// makeNotes returns notes of whole periods, with two overtones, that begin and end in silence.
func makeNotes() (all [16][]int16) {
	for i := range all {
		pitch := float64(7 + i) // periods
		note := make([]int16, letter)
		for n := range note {
			at := float64(n) / letter
			phase := 2 * math.Pi * pitch * at
			swell := math.Sin(math.Pi * at)
			envelope := swell * swell // a note fades in and out, as a word does, well below full scale
			note[n] = int16(7000 * envelope * (math.Sin(phase) + 0.5*math.Sin(2*phase) + 0.25*math.Sin(3*phase)))
		}
		all[i] = note
	}
	return all
}
