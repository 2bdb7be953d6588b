package align

import (
	"math"
	"slices"
)

// Path is the alignment of a reading with a reference.
type Path struct {
	// Cost is the average distance between aligned frames. Two voices that read the same text have
	// 3.3, different texts 3.6.
	Cost float64

	pairs []pair // from the first frames to the last
}

type pair struct{ test, reference int32 }

// Steps to a cell of the table, by the cell that they come from.
const (
	diagonal = iota
	fromTest // one more frame of the test, none of the reference
	fromReference
)

// Lay finds the cheapest alignment of a reading with a reference, from the first frames to the
// last. Time and memory grow with the product of both lengths, 25² cells for a second of each.
func Lay(test, reference Sound) Path {
	rows, columns := len(test.frames), len(reference.frames)
	if rows == 0 || columns == 0 {
		return Path{Cost: math.Inf(1)}
	}
	steps := make([]uint8, rows*columns)
	before, now := make([]float32, columns), make([]float32, columns)
	for i := range rows {
		row := steps[i*columns : (i+1)*columns]
		for j := range columns {
			d := distance(&test.frames[i], &reference.frames[j])
			best, from := float32(math.Inf(1)), uint8(diagonal)
			switch {
			case i == 0 && j == 0:
				best = 2 * d
			default:
				if i > 0 && j > 0 {
					best = before[j-1] + 2*d
				}
				if i > 0 && before[j]+d < best {
					best, from = before[j]+d, fromTest
				}
				if j > 0 && now[j-1]+d < best {
					best, from = now[j-1]+d, fromReference
				}
			}
			now[j], row[j] = best, from
		}
		before, now = now, before
	}
	return Path{
		Cost:  float64(before[columns-1]) / float64(rows+columns),
		pairs: trace(steps, rows, columns),
	}
}

func trace(steps []uint8, rows, columns int) []pair {
	var pairs []pair
	i, j := rows-1, columns-1
	for {
		pairs = append(pairs, pair{int32(i), int32(j)})
		if i == 0 && j == 0 {
			break
		}
		switch steps[i*columns+j] {
		case fromTest:
			i--
		case fromReference:
			j--
		default:
			i, j = i-1, j-1
		}
	}
	slices.Reverse(pairs)
	return pairs
}

// Cost returns the Cost of Lay, restricted to paths near the diagonal. It takes a fraction of the
// time, and the memory of two rows.
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

// A hole is where the path advances in one of the readings and hardly in the other.
const (
	slopeOver = 10   // frames on either side
	flat      = 0.35 // of the usual slope
)

// Missing returns the length of the longest part of the reference that the reading lacks, in
// seconds.
func (p Path) Missing() float64 {
	return hole(p.pairs, func(q pair) (x, y int32) { return q.reference, q.test })
}

// Extra returns the length of the longest part of the reading that the reference lacks, in seconds.
func (p Path) Extra() float64 {
	return hole(p.pairs, func(q pair) (x, y int32) { return q.test, q.reference })
}

// hole returns the longest run of x, in seconds, along which y hardly changes.
func hole(pairs []pair, axes func(pair) (x, y int32)) float64 {
	if len(pairs) == 0 {
		return 0
	}
	last, _ := axes(pairs[len(pairs)-1])
	at := make([]float64, last+1) // the first y of each x
	for i := len(pairs) - 1; i >= 0; i-- {
		x, y := axes(pairs[i])
		at[x] = float64(y)
	}
	slopes := make([]float64, len(at))
	for x := range at {
		from, to := max(0, x-slopeOver), min(len(at)-1, x+slopeOver)
		slopes[x] = (at[to] - at[from]) / float64(max(1, to-from))
	}
	least := flat * slices.Sorted(slices.Values(slopes))[len(slopes)/2]
	longest, run := 0, 0
	for _, slope := range slopes {
		if run++; slope >= least {
			run = 0
		}
		longest = max(longest, run)
	}
	return float64(longest) * Hop
}
