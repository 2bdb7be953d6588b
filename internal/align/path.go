package align

import (
	"math"
	"slices"
)

// Cost returns the average distance between the frames of the cheapest alignment of a reading
// with a reference, among those near the diagonal. Two voices that read the same text have 3.3,
// different texts 3.6. It needs the memory of two rows of the table.
func Cost(test, reference Sound) float64 {
	rows, columns := len(test.frames), len(reference.frames)
	if rows == 0 || columns == 0 {
		return math.Inf(1)
	}
	infinite := float32(math.Inf(1))
	before, now := slices.Repeat([]float32{infinite}, columns), slices.Repeat([]float32{infinite}, columns)
	reach := int(strayed/Hop) + columns/strayedPart
	for i := range rows {
		straight := i * columns / rows
		first, last := max(0, straight-reach), min(columns-1, straight+reach)
		if first > 0 {
			now[first-1] = infinite
		}
		for j := first; j <= last; j++ {
			d := distance(&test.frames[i], &reference.frames[j])
			if i == 0 && j == 0 {
				now[0] = 2 * d
				continue
			}
			best := before[j] + d
			if j > 0 {
				best = min(best, before[j-1]+2*d, now[j-1]+d)
			}
			now[j] = best
		}
		for j := last + 1; j < min(columns, last+2+columns/rows); j++ {
			now[j] = infinite // the next row does not look further
		}
		before, now = now, before
	}
	return float64(before[columns-1]) / float64(rows+columns)
}

// Unlikeness returns Cost, less the advantage of the reference over the same sounds in an order
// that nobody says. For a different text it grows twice as fast as Cost.
func Unlikeness(test, reference Sound) float64 {
	return 2*Cost(test, reference) - Cost(test, reference.rotated())
}

// Limits on how far Cost's path may stray from the diagonal.
const (
	strayed     = 2.0 // seconds
	strayedPart = 6   // and this fraction of the whole
)

func distance(a, b *frame) float32 {
	var sum float32
	for c := range coefficients {
		x := a[c] - b[c]
		sum += x * x
	}
	return float32(math.Sqrt(float64(sum)))
}
