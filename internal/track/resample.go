package track

import (
	"math"

	"github.com/aloud-audio/aloud/internal/speech"
)

// resampled is sound at another sample rate, through a sinc under a Hann window that keeps what both rates can have, up to
// nine tenths of it. Time: about 1/500 of the sound's.
func resampled(s speech.Speech, sampleRate int) speech.Speech {
	if s.SampleRate == sampleRate {
		return s
	}
	const zeros = 24 // zero crossings of the sinc on either side
	step := float64(s.SampleRate) / float64(sampleRate)
	cutoff := 0.9 * min(1, 1/step) // of the source's band
	reach := zeros / cutoff
	out := speech.Speech{SampleRate: sampleRate, Samples: make([]int16, len(s.Samples)*sampleRate/s.SampleRate)}
	for i := range out.Samples {
		at := float64(i) * step
		sum := 0.0
		for j := max(0, int(math.Ceil(at-reach))); j <= min(len(s.Samples)-1, int(at+reach)); j++ {
			x := float64(j) - at
			sum += float64(s.Samples[j]) * sinc(cutoff*x) * (0.5 + 0.5*math.Cos(math.Pi*x/reach))
		}
		out.Samples[i] = int16(math.Round(min(max(cutoff*sum, math.MinInt16), math.MaxInt16)))
	}
	return out
}

func sinc(x float64) float64 {
	if x == 0 {
		return 1
	}
	return math.Sin(math.Pi*x) / (math.Pi * x)
}
