package align

import (
	"math"
	"math/bits"
)

// analyser computes the spectra of windows at one sample rate, and of each spectrum the cepstra by
// several banks of filters.
type analyser struct {
	size  int // samples of a window
	taper []float64
	fft   *transform
	banks []bank

	powers, others []float64 // of the bins of two windows
}

// bank is the filters of the bands.
type bank [bands]filter

// filter weights the bins of a spectrum, starting at first.
type filter struct {
	first   int
	weights []float64
}

// newAnalyser returns one for windows of size samples.
func newAnalyser(size, rate int, top float64, warps []float64) *analyser {
	a := &analyser{size: size}
	for i := range a.size {
		a.taper = append(a.taper, 0.54-0.46*math.Cos(2*math.Pi*float64(i)/float64(a.size-1)))
	}
	a.fft = newTransform(1 << bits.Len(uint(a.size-1)))
	a.powers, a.others = make([]float64, len(a.fft.re)/2), make([]float64, len(a.fft.re)/2)
	for _, warp := range warps {
		a.banks = append(a.banks, newBank(rate, len(a.fft.re), top, warp))
	}
	return a
}

// newBank returns the filters for spectra of transforms of a size.
func newBank(rate, size int, top, warp float64) (all bank) {
	perBin := float64(rate) / float64(size)
	edges := [bands + 2]float64{}
	for i := range edges {
		mels := mel(lowest) + (mel(top)-mel(lowest))*float64(i)/float64(bands+1)
		edges[i] = min(hertz(mels)/warp, 0.5*float64(rate)) / perBin
	}
	for b := range all {
		all[b] = newFilter(edges[b], edges[b+1], edges[b+2], size/2)
	}
	return all
}

// cosines turn the logarithms of the bands into coefficients.
var cosines = func() (all [coefficients][bands]float64) {
	for c := range all {
		for b := range all[c] {
			all[c][b] = math.Cos(math.Pi * float64(c+1) * (float64(b) + 0.5) / bands)
		}
	}
	return all
}()

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

// hear sets the spectra of two windows, which share one transform: as its input is real, the
// spectrum of one is the even part of the result, and that of the other the odd part.
func (a *analyser) hear(one, other []int16) {
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

// cepstra returns the coefficients of a spectrum.
func (all *bank) cepstra(powers []float64) (f frame) {
	var logs [bands]float64
	for b := range all {
		sum := 1.0
		weights := all[b].weights
		for i, power := range powers[all[b].first:][:len(weights)] {
			sum += weights[i] * power
		}
		logs[b] = math.Log(sum)
	}
	for c := range coefficients {
		sum := 0.0
		for b, log := range logs {
			sum += log * cosines[c][b]
		}
		f[c] = float32(sum)
	}
	return f
}

// transform is an in-place radix-2 Fourier transform.
type transform struct {
	re, im   []float64
	turns    []turn // of each pass but the first, from the smallest
	reversed []int
}

// turn is the factors of a pass.
type turn struct{ cos, sin []float64 }

func newTransform(size int) *transform {
	t := &transform{re: make([]float64, size), im: make([]float64, size), reversed: make([]int, size)}
	for i := range size {
		t.reversed[i] = int(bits.Reverse(uint(i)) >> (bits.UintSize - bits.Len(uint(size-1))))
	}
	for half := 2; half < size; half *= 2 {
		factors := turn{make([]float64, half), make([]float64, half)}
		for k := range half {
			factors.sin[k], factors.cos[k] = math.Sincos(-math.Pi * float64(k) / float64(half))
		}
		t.turns = append(t.turns, factors)
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
	for i := 0; i+1 < len(t.re); i += 2 {
		t.re[i], t.re[i+1] = t.re[i]+t.re[i+1], t.re[i]-t.re[i+1]
		t.im[i], t.im[i+1] = t.im[i]+t.im[i+1], t.im[i]-t.im[i+1]
	}
	for _, factors := range t.turns {
		half := len(factors.cos)
		for start := 0; start < len(t.re); start += 2 * half {
			factors.butterflies(t.re[start:][:2*half], t.im[start:][:2*half])
		}
	}
}

// butterflies joins two transforms, which lie one after the other. Slices of one length spare the
// checks of their bounds.
func (f turn) butterflies(re, im []float64) {
	half := len(f.cos)
	sin, re0, im0, re1, im1 := f.sin[:half], re[:half], im[:half], re[half:][:half], im[half:][:half]
	for k, cos := range f.cos {
		turnedRe, turnedIm := re1[k]*cos-im1[k]*sin[k], re1[k]*sin[k]+im1[k]*cos
		re1[k], im1[k] = re0[k]-turnedRe, im0[k]-turnedIm
		re0[k] += turnedRe
		im0[k] += turnedIm
	}
}
