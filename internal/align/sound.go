// Package align lays two readings of one text on each other: which moment of the one is which of
// the other, how alike they sound there, and what one of them has that the other lacks.
//
// It takes samples and knows no voice, no language and no text. It compares cepstra, as speech
// recognisers do, by dynamic time warping. Package hearing calls it.
package align

import (
	"math"
	"slices"
)

// Hop is the time between two frames of a Sound, in seconds.
const Hop = 0.04

// The frames. A frame is audible if it is within audibleRange of the level that a twentieth of the
// frames exceed.
const (
	window       = 0.025 // seconds
	step         = 0.01  // seconds between two levels
	audibleRange = 35.0  // dB
	lowest       = 100.0 // Hz, of the bands
	highest      = 7000.0
	bands        = 26
	coefficients = 12
)

// frame holds cepstral coefficients 1 to 12, each with the mean 0 and the deviation 1 in its Sound.
type frame [coefficients]float32

// Sound is what is heard of a reading, without its pauses.
type Sound struct {
	frames []frame
	starts []float64 // of each frame, in seconds from the first sample
	heard  float64
	length float64
}

// Heard is for how long anything is heard, in seconds: pauses are left out.
func (s Sound) Heard() float64 { return s.heard }

// Length is the length of the reading with its pauses, in seconds.
func (s Sound) Length() float64 { return s.length }

// Top is the highest frequency, in Hz, that readings of these sample rates can be compared by.
func Top(rates ...int) float64 {
	return min(highest, 0.47*float64(slices.Min(rates)))
}

// Listen returns what is heard of samples at a sample rate (Hz), by bands up to top (Hz). warp
// stretches the bands: voices with a shorter throat than the one that they are compared with have
// less than 1.
func Listen(samples []int16, rate int, top, warp float64) Sound {
	levels := levelsOf(samples, rate)
	audible := audibleOf(levels)
	sound := Sound{length: float64(len(samples)) / float64(rate)}
	for _, heard := range audible {
		if heard {
			sound.heard += step
		}
	}
	analyser := newAnalyser(rate, top, warp)
	const steps = 4 // of a hop
	for at := 0; at < len(audible); at += steps {
		if !slices.Contains(audible[at:min(at+steps, len(audible))], true) {
			continue
		}
		first := slices.Index(audible[at:], true) + at
		from := int(float64(first) * step * float64(rate))
		if from+analyser.size > len(samples) {
			break
		}
		sound.frames = append(sound.frames, analyser.cepstra(samples[from:from+analyser.size]))
		sound.starts = append(sound.starts, float64(first)*step)
	}
	normalise(sound.frames)
	return sound
}

// levelsOf are the levels of windows that begin each step, in dB.
func levelsOf(samples []int16, rate int) []float64 {
	size, hop := int(window*float64(rate)), int(step*float64(rate))
	levels := make([]float64, 0, len(samples)/hop+1)
	for from := 0; from+size <= len(samples); from += hop {
		sum := 1.0
		for _, s := range samples[from : from+size] {
			sum += float64(s) * float64(s)
		}
		levels = append(levels, 10*math.Log10(sum/float64(size)))
	}
	return levels
}

func audibleOf(levels []float64) []bool {
	if len(levels) == 0 {
		return nil
	}
	sorted := slices.Sorted(slices.Values(levels))
	least := sorted[len(sorted)*19/20] - audibleRange
	audible := make([]bool, len(levels))
	for i, level := range levels {
		audible[i] = level > least
	}
	return audible
}

// normalise gives each coefficient the mean 0 and the deviation 1.
func normalise(frames []frame) {
	n := float64(len(frames))
	for c := range coefficients {
		var sum, squares float64
		for i := range frames {
			x := float64(frames[i][c])
			sum += x
			squares += x * x
		}
		mean := sum / n
		deviation := math.Sqrt(max(squares/n-mean*mean, 1e-9))
		for i := range frames {
			frames[i][c] = float32((float64(frames[i][c]) - mean) / deviation)
		}
	}
}

// rotated is the sound with its second half before its first: nobody says that, and it sounds the
// same.
func (s Sound) rotated() Sound {
	half := len(s.frames) / 2
	return Sound{frames: slices.Concat(s.frames[half:], s.frames[:half])}
}
