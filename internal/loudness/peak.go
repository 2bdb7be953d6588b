package loudness

import "math"

const (
	phases = 4 // points per sample, one of which is the sample
	taps   = 12
)

// interpolation holds the filters for the three points between two neighbouring samples: a sinc
// under a Kaiser window, one set of taps per point. BS.1770-4, annex 2, requires four times the
// sample rate.
var interpolation = func() (weights [phases - 1][taps]float32) {
	for p := range weights {
		sum := 0.0
		var w [taps]float64
		for i := range w {
			x := float64(i-taps/2+1) - float64(p+1)/phases // distance from the point, in samples
			w[i] = math.Sin(math.Pi*x) / (math.Pi * x) * kaiser(x/(taps/2))
			sum += w[i]
		}
		for i := range w {
			weights[p][i] = float32(w[i] / sum)
		}
	}
	return weights
}()

// kaiser is a Kaiser window with beta 5, for x in -1 to 1.
func kaiser(x float64) float64 {
	const beta = 5
	return bessel0(beta*math.Sqrt(max(0, 1-x*x))) / bessel0(beta)
}

// bessel0 is the modified Bessel function of the first kind of order zero, by its series.
func bessel0(x float64) float64 {
	sum, term := 1.0, 1.0
	for k := 1.0; term > 1e-12*sum; k++ {
		term *= x * x / (4 * k * k)
		sum += term
	}
	return sum
}

// between returns the highest magnitude at the points between samples i and i+1. Outside of x is
// silence.
func between(x []float32, i int) float32 {
	var window [taps]float32
	from := i - taps/2 + 1
	if from >= 0 && from+taps <= len(x) {
		copy(window[:], x[from:from+taps])
	} else {
		for j := range window {
			if at := from + j; at >= 0 && at < len(x) {
				window[j] = x[at]
			}
		}
	}
	peak := float32(0)
	for p := range interpolation {
		sum := float32(0)
		for j, w := range interpolation[p] {
			sum += w * window[j]
		}
		peak = max(peak, sum, -sum)
	}
	return peak
}

func magnitude(x []float32, i int) float32 {
	if i >= len(x) {
		return 0
	}
	return max(x[i], -x[i])
}

// floats returns samples relative to full scale, multiplied by ratio.
func floats(samples []int16, ratio float64) []float32 {
	x := make([]float32, len(samples))
	factor := float32(ratio / 32768)
	for i, s := range samples {
		x[i] = float32(s) * factor
	}
	return x
}
