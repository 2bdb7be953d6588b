package loudness

import "math"

// biquad is a filter of the second order with a[0] = 1.
type biquad struct{ b, a [3]float64 }

// kWeighting returns the two filters of BS.1770 at any sample rate: a shelf for the head, and a
// high-pass. The standard has coefficients for 48 kHz only; these analogue parameters, published by
// libebur128, reproduce them.
func kWeighting(sampleRate int) (shelf, highPass biquad) {
	const shelfFrequency, shelfGain, shelfQ = 1681.974450955533, 3.999843853973347, 0.7071752369554196
	k := math.Tan(math.Pi * shelfFrequency / float64(sampleRate))
	high := math.Pow(10, shelfGain/20)
	band := math.Pow(high, 0.4996667741545416)
	norm := 1 + k/shelfQ + k*k
	shelf = biquad{
		b: [3]float64{(high + band*k/shelfQ + k*k) / norm, 2 * (k*k - high) / norm, (high - band*k/shelfQ + k*k) / norm},
		a: [3]float64{1, 2 * (k*k - 1) / norm, (1 - k/shelfQ + k*k) / norm},
	}
	const passFrequency, passQ = 38.13547087602444, 0.5003270373238773
	k = math.Tan(math.Pi * passFrequency / float64(sampleRate))
	norm = 1 + k/passQ + k*k
	highPass = biquad{b: [3]float64{1, -2, 1}, a: [3]float64{1, 2 * (k*k - 1) / norm, (1 - k/passQ + k*k) / norm}}
	return shelf, highPass
}

// hopSamples is the length of 100 ms.
func hopSamples(sampleRate int) int { return sampleRate / 10 }

// weightedEnergies returns the sum of squares of the K-weighted samples for each 100 ms; the last
// may be shorter.
func weightedEnergies(sampleRate int, samples []int16) []float64 {
	shelf, pass := kWeighting(sampleRate)
	hop := hopSamples(sampleRate)
	energies := make([]float64, (len(samples)+hop-1)/hop)
	var s1, s2, p1, p2 float64 // the filters' states, in the transposed direct form II
	for i := range energies {
		sum := 0.0
		for _, sample := range samples[i*hop : min(len(samples), (i+1)*hop)] {
			x := float64(sample) / 32768
			y := shelf.b[0]*x + s1
			s1 = shelf.b[1]*x - shelf.a[1]*y + s2
			s2 = shelf.b[2]*x - shelf.a[2]*y
			z := y + p1
			p1 = -2*y - pass.a[1]*z + p2
			p2 = y - pass.a[2]*z
			sum += z * z
		}
		energies[i] = sum
	}
	return energies
}
