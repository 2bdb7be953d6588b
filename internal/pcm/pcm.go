// Package pcm converts raw audio: bytes of every width and order to mono samples of 16 bits, those
// to another sample rate and to bytes again; and it tells samples from noise.
//
// It keeps nothing and knows no file format, no voice and no article. The readers of files and
// answers, the checks of speech, the track, the recogniser, the emulator and the benchmark call it.
package pcm

import (
	"encoding/binary"
	"math"
	"slices"
)

// AppendBytes appends samples to b as signed 16-bit little-endian PCM (ffmpeg's s16le).
func AppendBytes(b []byte, samples []int16) []byte {
	b = slices.Grow(b, 2*len(samples))
	for _, s := range samples {
		b = binary.LittleEndian.AppendUint16(b, uint16(s))
	}
	return b
}

// Resample converts samples from one sample rate (Hz) to another by a sinc under a Hann window. It
// keeps up to nine tenths of the band that both rates have. Equal rates return samples itself.
func Resample(samples []int16, from, to int) []int16 {
	if from == to {
		return samples
	}
	divisor := gcd(from, to)
	up, down := to/divisor, from/divisor
	phases := make([]phase, up) // each is used by every up-th sample
	out := make([]int16, len(samples)*up/down)
	for i := range out {
		at, fraction := i*down/up, i*down%up
		if phases[fraction].weights == nil {
			phases[fraction] = newPhase(float64(fraction)/float64(up), float64(up)/float64(down))
		}
		out[i] = phases[fraction].apply(samples, at)
	}
	return out
}

// phase is the filter for one position between two samples of the source.
type phase struct {
	first   int // source sample of the first weight, counted from the one before the position
	weights []float64
}

// zeroCrossings of the sinc on either side: more make the filter steeper and slower.
const zeroCrossings = 24

// newPhase returns the filter for a position (0 to 1) between two samples. ratio is the new sample
// rate over the old.
func newPhase(position, ratio float64) phase {
	cutoff := 0.9 * min(1, ratio) // as a part of the source's band
	reach := zeroCrossings / cutoff
	p := phase{first: int(math.Ceil(position - reach))}
	for j := p.first; j <= int(math.Floor(position+reach)); j++ {
		x := float64(j) - position
		p.weights = append(p.weights, cutoff*sinc(cutoff*x)*(0.5+0.5*math.Cos(math.Pi*x/reach)))
	}
	return p
}

// apply returns the sample at a position. Outside of samples is silence.
func (p phase) apply(samples []int16, at int) int16 {
	first := at + p.first
	weights := p.weights[min(max(0, -first), len(p.weights)):]
	first = max(0, first)
	sum := 0.0
	for i, s := range samples[first:min(first+len(weights), len(samples))] {
		sum += float64(s) * weights[i]
	}
	return int16(math.Round(min(max(sum, math.MinInt16), math.MaxInt16)))
}

func sinc(x float64) float64 {
	if x == 0 {
		return 1
	}
	return math.Sin(math.Pi*x) / (math.Pi * x)
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
