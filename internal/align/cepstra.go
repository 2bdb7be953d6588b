package align

import (
	"math"
	"math/bits"
)

// analyser computes the cepstra of windows at one sample rate.
type analyser struct {
	size    int // samples of a window
	taper   []float64
	fft     *transform
	filters [bands]filter
	cosines [coefficients][bands]float64

	powers, others []float64 // of the bins of two windows
}

// filter weights the bins of a spectrum, starting at first.
type filter struct {
	first   int
	weights []float64
}

func newAnalyser(rate int, top, warp float64) *analyser {
	a := &analyser{size: int(window * float64(rate))}
	for i := range a.size {
		a.taper = append(a.taper, 0.54-0.46*math.Cos(2*math.Pi*float64(i)/float64(a.size-1)))
	}
	a.fft = newTransform(1 << bits.Len(uint(a.size-1)))
	a.powers, a.others = make([]float64, len(a.fft.re)/2), make([]float64, len(a.fft.re)/2)
	perBin := float64(rate) / float64(len(a.fft.re))
	edges := [bands + 2]float64{}
	for i := range edges {
		mels := mel(lowest) + (mel(top)-mel(lowest))*float64(i)/float64(bands+1)
		edges[i] = min(hertz(mels)/warp, 0.5*float64(rate)) / perBin
	}
	for b := range bands {
		a.filters[b] = newFilter(edges[b], edges[b+1], edges[b+2], len(a.fft.re)/2)
		for c := range coefficients {
			a.cosines[c][b] = math.Cos(math.Pi * float64(c+1) * (float64(b) + 0.5) / bands)
		}
	}
	return a
}

// newFilter returns a triangular filter over bins.
func newFilter(from, peak, to float64, bins int) filter {
	f := filter{first: int(math.Ceil(from))}
	for bin := f.first; float64(bin) <= to && bin < bins; bin++ {
		x := float64(bin)
		weight := 1.0
		switch {
		case x < peak:
			weight = (x - from) / max(peak-from, 1e-9)
		case x > peak:
			weight = (to - x) / max(to-peak, 1e-9)
		}
		f.weights = append(f.weights, weight)
	}
	if len(f.weights) == 0 { // a band narrower than a bin
		f.first, f.weights = min(int(math.Round(peak)), bins-1), []float64{1}
	}
	return f
}

func mel(hertz float64) float64 { return 2595 * math.Log10(1+hertz/700) }
func hertz(mel float64) float64 { return 700 * (math.Pow(10, mel/2595) - 1) }

// cepstra returns the cepstra of two windows, which share one transform: as its input is real, the
// spectrum of one is the even part of the result, and that of the other the odd part.
func (a *analyser) cepstra(one, other []int16) (first, second frame) {
	clear(a.fft.re)
	clear(a.fft.im)
	a.load(a.fft.re, one)
	a.load(a.fft.im, other)
	a.fft.run()
	n := len(a.fft.re)
	for k := range a.powers {
		re, im, mirrorRe, mirrorIm := a.fft.re[k], a.fft.im[k], a.fft.re[(n-k)%n], a.fft.im[(n-k)%n]
		a.powers[k] = square(re+mirrorRe, im-mirrorIm)
		a.others[k] = square(im+mirrorIm, mirrorRe-re)
	}
	return a.coefficientsOf(a.powers), a.coefficientsOf(a.others)
}

func square(re, im float64) float64 { return (re*re + im*im) / 4 }

// load writes a window with its high frequencies raised and its ends faded.
func (a *analyser) load(into []float64, samples []int16) {
	last := 0.0
	for i, s := range samples {
		x := float64(s)
		into[i] = (x - 0.97*last) * a.taper[i]
		last = x
	}
}

func (a *analyser) coefficientsOf(powers []float64) (f frame) {
	var logs [bands]float64
	for b, filter := range a.filters {
		sum := 1.0
		for i, weight := range filter.weights {
			sum += weight * powers[filter.first+i]
		}
		logs[b] = math.Log(sum)
	}
	for c := range coefficients {
		sum := 0.0
		for b, log := range logs {
			sum += log * a.cosines[c][b]
		}
		f[c] = float32(sum)
	}
	return f
}

// transform is an in-place radix-2 Fourier transform.
type transform struct {
	re, im   []float64
	cos, sin []float64
	reversed []int
}

func newTransform(size int) *transform {
	t := &transform{re: make([]float64, size), im: make([]float64, size), reversed: make([]int, size)}
	for i := range size {
		t.reversed[i] = int(bits.Reverse(uint(i)) >> (bits.UintSize - bits.Len(uint(size-1))))
		angle := -2 * math.Pi * float64(i) / float64(size)
		t.cos, t.sin = append(t.cos, math.Cos(angle)), append(t.sin, math.Sin(angle))
	}
	return t
}

func (t *transform) run() {
	for i, j := range t.reversed {
		if i < j {
			t.re[i], t.re[j] = t.re[j], t.re[i]
			t.im[i], t.im[j] = t.im[j], t.im[i]
		}
	}
	size := len(t.re)
	for half := 1; half < size; half *= 2 {
		stride := size / (2 * half)
		for start := 0; start < size; start += 2 * half {
			for k := range half {
				t.butterfly(start+k, start+k+half, t.cos[k*stride], t.sin[k*stride])
			}
		}
	}
}

func (t *transform) butterfly(i, j int, cos, sin float64) {
	re := t.re[j]*cos - t.im[j]*sin
	im := t.re[j]*sin + t.im[j]*cos
	t.re[j], t.im[j] = t.re[i]-re, t.im[i]-im
	t.re[i] += re
	t.im[i] += im
}
