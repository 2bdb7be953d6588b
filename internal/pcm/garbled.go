package pcm

// Bounds of Smoothness: below Noise no two seconds of speech are, and above Speech no noise is.
const (
	Noise  = 0.45
	Speech = 0.7
)

// Smoothness is the correlation of neighbouring samples, from -1 to 1; 1 for silence. Two seconds
// of speech have 0.69 and more. Bytes in the wrong order, or read from the middle of a sample on,
// have 0.18 and less.
func Smoothness(samples []int16) float64 {
	if len(samples) < 2 {
		return 1
	}
	var sum, squares, products float64
	for i, s := range samples {
		x := float64(s)
		sum += x
		squares += x * x
		if i > 0 {
			products += x * float64(samples[i-1])
		}
	}
	n := float64(len(samples))
	mean := sum / n
	variance := squares/n - mean*mean
	if variance < 1 { // of one step
		return 1
	}
	return (products/(n-1) - mean*mean) / variance
}

// Evenness compares the steps between neighbouring samples: those from even places on with those
// from odd ones. It is 1 for one channel at any level, and 0 for two equal ones that are read as
// one.
func Evenness(samples []int16) float64 {
	var even, odd float64
	for i := 2; i < len(samples); i += 2 {
		even += step(samples[i-2], samples[i-1])
		odd += step(samples[i-1], samples[i])
	}
	least, most := min(even, odd), max(even, odd)
	if most == 0 {
		return 1
	}
	return least / most
}

func step(a, b int16) float64 { return float64(max(int(a)-int(b), int(b)-int(a))) }
