// Package loudness measures the loudness of mono speech by EBU R 128 and ITU-R BS.1770-4, and
// changes its level without clipping.
//
// Loudness is in LUFS, peaks are true peaks in dBTP, gains are in dB. A mono file counts as one
// channel (ffmpeg's ebur128 with dualmono off). The package works on whole runs of samples; it
// keeps no state and knows no voice. The track calls it.
package loudness

import "math"

// Silence is the absolute gate of BS.1770: a block below it does not count.
const Silence = -70.0

// Blocks are the K-weighted mean squares, relative to full scale, of 400 ms blocks that start every
// 100 ms: from the block whose last quarter is the start of the samples to the block whose first
// quarter is their end. The blocks of runs that are at least 300 ms of silence apart can be
// concatenated to those of the whole programme.
type Blocks []float64

// hops is the number of 100 ms hops in a block.
const hops = 4

// Measure returns the blocks of samples. Time: about 1/3,000 of the audio's.
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

// Loudness returns the gated loudness of the blocks: of those above -70 LUFS, those no more than 10
// LU below their mean. It returns Silence if there are none.
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

// The offset of 0.691 compensates for what K-weighting adds to a 1 kHz tone.
func lufs(energy float64) float64 { return -0.691 + 10*math.Log10(energy) }
func energy(lufs float64) float64 { return math.Pow(10, (lufs+0.691)/10) }

// Ratio converts a gain in dB to a factor of amplitude.
func Ratio(dB float64) float64 { return math.Pow(10, dB/20) }

// DB converts a factor of amplitude to a gain in dB.
func DB(ratio float64) float64 { return 20 * math.Log10(ratio) }
