package loudness

import "math"

// Level applies a gain in dB to samples, whose blocks are before, and limits true peaks to ceiling
// (dBTP). It returns the new samples and their blocks. It compensates for the loudness that the
// limiter takes, to about 0.1 LU, so that a voice with high peaks is no softer than another.
func Level(sampleRate int, samples []int16, before Blocks, gain, ceiling float64) ([]int16, Blocks) {
	const tries, tolerance = 5, 0.1
	want := before.Loudness() + gain
	for try := 1; ; try++ {
		out, limited := amplify(sampleRate, samples, gain, ceiling)
		if !limited {
			return out, before.Amplified(gain)
		}
		blocks := Measure(sampleRate, out)
		missing := want - blocks.Loudness()
		if missing < tolerance || try == tries {
			return out, blocks
		}
		gain += 2 * missing // the limiter takes about half of it again
	}
}

// Amplified returns the blocks after a gain in dB.
func (b Blocks) Amplified(gain float64) Blocks {
	ratio := Ratio(gain) * Ratio(gain)
	out := make(Blocks, len(b))
	for i, block := range b {
		out[i] = block * ratio
	}
	return out
}

// amplify applies a gain in dB and limits true peaks to ceiling (dBTP). Around a peak the gain
// falls and recovers over 20 ms, which is longer than a period of any voice, so that waves keep
// their shape.
func amplify(sampleRate int, samples []int16, gain, ceiling float64) (_ []int16, limited bool) {
	x := floats(samples, Ratio(gain))
	gains := limits(x, float32(Ratio(ceiling)))
	if gains != nil {
		hold := sampleRate / 50
		gains = smooth(smooth(lowest(gains, 2*hold+1), hold/2), hold/2)
		for i := range x {
			x[i] *= gains[i]
		}
	}
	out := make([]int16, len(x))
	for i, s := range x {
		out[i] = int16(min(max(math.RoundToEven(float64(s)*32768), math.MinInt16), math.MaxInt16))
	}
	return out, gains != nil
}

// limits returns the factors that keep samples and the points between them below ceiling, nil if
// all are 1.
func limits(x []float32, ceiling float32) []float32 {
	var gains []float32
	hold := func(i int, peak float32) {
		if peak <= ceiling || i >= len(x) {
			return
		}
		if gains == nil {
			gains = make([]float32, len(x))
			for j := range gains {
				gains[j] = 1
			}
		}
		gains[i] = min(gains[i], ceiling/peak)
	}
	for i := range x {
		a, b := magnitude(x, i), magnitude(x, i+1)
		hold(i, a)
		if a > ceiling/2 || b > ceiling/2 {
			peak := between(x, i)
			hold(i, peak)
			hold(i+1, peak)
		}
	}
	return gains
}

// lowest returns the running minimum over a window of width values around each.
func lowest(values []float32, width int) []float32 {
	out := make([]float32, len(values))
	var queue []int // of rising values; the first is the minimum
	next := 0
	for i := range values {
		for ; next < len(values) && next <= i+width/2; next++ {
			for len(queue) > 0 && values[queue[len(queue)-1]] >= values[next] {
				queue = queue[:len(queue)-1]
			}
			queue = append(queue, next)
		}
		for queue[0] < i-width/2 {
			queue = queue[1:]
		}
		out[i] = values[queue[0]]
	}
	return out
}

// smooth returns the running mean of each value and reach values on either side. The end values are
// repeated.
func smooth(values []float32, reach int) []float32 {
	out := make([]float32, len(values))
	at := func(i int) float64 { return float64(values[min(max(i, 0), len(values)-1)]) }
	sum := 0.0
	for i := -reach; i <= reach; i++ {
		sum += at(i)
	}
	for i := range out {
		out[i] = float32(sum / float64(2*reach+1))
		sum += at(i+reach+1) - at(i-reach)
	}
	return out
}
