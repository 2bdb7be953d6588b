// Package align aligns two readings of one text, and measures how similar they sound where they
// correspond.
//
// It takes samples and knows no voice, language or text. It compares cepstra by dynamic time
// warping, as in speech recognition. Package hearing calls it.
package align

import (
	"math"
	"slices"
)

// Hop is the time between two frames of a Sound, in seconds.
const Hop = 0.04

// Frame parameters. A frame is audible if it is within audibleRange of the level that a twentieth
// of the frames exceed.
const (
	window       = 0.025 // seconds
	fineWindow   = 0.02  // of ListenFinely: at the rates of speech it fits into a transform of half the size
	step         = 0.01  // seconds between two levels; Hop is a multiple
	audibleRange = 35.0  // dB
	lowest       = 100.0 // Hz, of the bands
	highest      = 7000.0
	bands        = 26
	coefficients = 12
)

// frame holds cepstral coefficients 1 to 12, each normalised to mean 0 and deviation 1 over its
// Sound.
type frame [coefficients]float32

// Sound is the audible part of a reading, without its pauses.
type Sound struct {
	frames []frame
	starts []float64 // of each frame, in seconds from the first sample
	hop    float64   // seconds from a frame to the next
	heard  float64
	length float64
}

// Heard returns the duration of the audible sound, in seconds, without pauses.
func (s Sound) Heard() float64 { return s.heard }

// Length returns the duration of the reading with its pauses, in seconds.
func (s Sound) Length() float64 { return s.length }

// Top returns the highest frequency, in Hz, at which readings with these sample rates can be
// compared.
func Top(rates ...int) float64 {
	return min(highest, 0.47*float64(slices.Min(rates)))
}

// Listen returns the Sound of samples at a sample rate (Hz), in bands up to top (Hz). warp
// stretches the bands: it is less than 1 for a voice with a shorter vocal tract than the one it is
// compared with.
func Listen(samples []int16, rate int, top, warp float64) Sound {
	return ListenWarped(samples, rate, top, []float64{warp})[0]
}

// ListenWarped returns what Listen returns for each of the warps. It takes little longer than for
// one, as all share the spectra.
func ListenWarped(samples []int16, rate int, top float64, warps []float64) []Sound {
	return listenEvery(int(Hop/step), window, samples, rate, top, warps)
}

// ListenFinely is Listen with a frame every 10 ms.
func ListenFinely(samples []int16, rate int, top, warp float64) Sound {
	return listenEvery(1, fineWindow, samples, rate, top, []float64{warp})[0]
}

// Coarse returns a fine Sound with as many frames as Listen makes.
func (s Sound) Coarse() Sound {
	coarse := Sound{hop: Hop, heard: s.heard, length: s.length}
	last := -1 // the Hop that has a frame
	for i, start := range s.starts {
		if hop := int((start + step/2) / Hop); hop > last {
			coarse.frames, coarse.starts = append(coarse.frames, s.frames[i]), append(coarse.starts, start)
			last = hop
		}
	}
	normalise(coarse.frames)
	return coarse
}

// listenEvery makes a frame of a window, in seconds, at every so many steps.
func listenEvery(steps int, window float64, samples []int16, rate int, top float64, warps []float64) []Sound {
	for rate >= 2*enoughRate {
		samples, rate = halved(samples), rate/2
	}
	levels := levelsOf(samples, rate)
	audible := audibleOf(levels)
	sound := Sound{length: float64(len(samples)) / float64(rate), hop: float64(steps) * step}
	for _, heard := range audible {
		if heard {
			sound.heard += step
		}
	}
	analyser := newAnalyser(int(window*float64(rate)), rate, top, warps)
	var windows [][]int16
	for at := 0; at < len(audible); at += steps {
		first := slices.Index(audible[at:min(at+steps, len(audible))], true) + at
		if first < at {
			continue
		}
		from := int(float64(first) * step * float64(rate))
		if from+analyser.size > len(samples) {
			break
		}
		windows = append(windows, samples[from:from+analyser.size])
		sound.starts = append(sound.starts, float64(first)*step)
	}
	sounds := slices.Repeat([]Sound{sound}, len(warps))
	for i, frames := range analyser.framesOf(windows) {
		normalise(frames)
		sounds[i].frames = frames
	}
	return sounds
}

// framesOf returns the cepstra of windows by each bank.
func (a *analyser) framesOf(windows [][]int16) [][]frame {
	all := make([][]frame, len(a.banks))
	for b := range all {
		all[b] = make([]frame, len(windows))
	}
	for i := 0; i < len(windows); i += 2 {
		next := min(i+1, len(windows)-1)
		a.hear(windows[i], windows[next])
		for b := range a.banks {
			all[b][next] = a.banks[b].cepstra(a.others)
			all[b][i] = a.banks[b].cepstra(a.powers)
		}
	}
	return all
}

// enoughRate is a sample rate, in Hz, that has all bands.
const enoughRate = 16000

// halved returns samples at half of their rate. What it folds down is above the voice.
func halved(samples []int16) []int16 {
	half := make([]int16, len(samples)/2)
	for i := range half {
		half[i] = int16((int32(samples[2*i]) + int32(samples[2*i+1])) / 2)
	}
	return half
}

// levelsOf returns the levels of the windows at each step, in dB.
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

// normalise scales each coefficient to mean 0 and deviation 1.
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

// rotated returns the sound with its halves swapped: nobody says that, but it has the same sounds.
func (s Sound) rotated() Sound {
	half := len(s.frames) / 2
	return Sound{frames: slices.Concat(s.frames[half:], s.frames[:half]), hop: s.hop}
}
