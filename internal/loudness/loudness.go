// Package loudness measures how loud mono speech is heard, as EBU R 128 and ITU-R BS.1770-4 define it, and brings it to
// another level without clipping.
//
// Loudness is in LUFS, peaks are true peaks in dBTP, gains in dB. A mono file counts as one channel (ffmpeg's ebur128 with
// dualmono off). The package works on whole runs of samples, keeps nothing and knows no voice; the track calls it.
package loudness

import "math"

// Silence is the loudness of nothing: below the absolute gate of BS.1770 a block does not count.
const Silence = -70.0

// Blocks are the mean squares, K-weighted and as a part of full scale, of the 400 ms that begin every 100 ms of a run of
// samples: from those of which the run fills the last quarter to those of which it fills the first. Blocks of runs that
// silence of 300 ms or more keeps apart, one behind another, are those of the whole programme.
type Blocks []float64

// hops is how many times a block begins within another.
const hops = 4

// Measure the blocks of samples. Time: about 1/3,000 of the samples'.
func Measure(sampleRate int, samples []int16) Blocks {
	if len(samples) == 0 {
		return nil
	}
	energies := weightedEnergies(sampleRate, samples)
	blocks := make(Blocks, len(energies)+hops-1)
	for i := range blocks {
		sum := 0.0
		for j := max(0, i-hops+1); j <= min(i, len(energies)-1); j++ {
			sum += energies[j]
		}
		blocks[i] = sum / float64(hops*hopSamples(sampleRate))
	}
	return blocks
}

// Loudness is the gated loudness of the blocks: of those above -70 LUFS, those within 10 LU of their mean. Silence if
// there are none.
func (b Blocks) Loudness() float64 {
	mean := b.meanAbove(energy(Silence))
	if mean == 0 {
		return Silence
	}
	return lufs(b.meanAbove(mean / 10))
}

func (b Blocks) meanAbove(gate float64) float64 {
	sum, n := 0.0, 0
	for _, block := range b {
		if block > gate {
			sum += block
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// The offset in lufs makes up for what K-weighting adds to a tone of 1 kHz.
func lufs(energy float64) float64 { return -0.691 + 10*math.Log10(energy) }
func energy(lufs float64) float64 { return math.Pow(10, (lufs+0.691)/10) }

// Ratio is the factor of amplitude that a gain in dB is.
func Ratio(dB float64) float64 { return math.Pow(10, dB/20) }

// DB is the gain in dB that a factor of amplitude is.
func DB(ratio float64) float64 { return 20 * math.Log10(ratio) }
