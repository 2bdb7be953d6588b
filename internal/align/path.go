package align

import (
	"math"
	"slices"
	"sort"
)

// Path is the cheapest alignment of a reading with a reference, among those near the diagonal.
type Path struct {
	Cost float64 // average distance between aligned frames

	test, reference Sound
	first, last     []int // the test frames that are aligned with each frame of the reference
}

// Lay aligns a reading with a reference.
func Lay(test, reference Sound) Path {
	rows, columns := len(test.frames), len(reference.frames)
	if rows == 0 || columns == 0 {
		return Path{Cost: math.Inf(1)}
	}
	return layWithin(straight(rows, columns), test, reference)
}

// Cost returns the cost of the path that Lay finds: the average distance between aligned frames, in
// which a move that is not diagonal counts more. It needs the memory of two rows of the table.
func Cost(test, reference Sound) float64 {
	rows, columns := len(test.frames), len(reference.frames)
	if rows == 0 || columns == 0 {
		return math.Inf(1)
	}
	return walk(straight(rows, columns), test, reference, nil)
}

// Unlikeness returns the path's cost, less the advantage of the reference over the same sounds in
// an order that nobody says. For a different text it grows twice as fast as the cost.
func (p Path) Unlikeness() float64 {
	if p.Empty() {
		return math.Inf(1)
	}
	return 2*p.Cost - Cost(p.test, p.reference.rotated())
}

// Empty reports that one of the two has no sound.
func (p Path) Empty() bool { return len(p.first) == 0 }

// At returns the time at which the reading says what the reference says at a time, both in seconds.
// Of a time in a pause of the reference it returns when the reading goes on.
func (p Path) At(seconds float64) float64 {
	const atOnce = 1e-6
	starts := p.reference.starts
	j := sort.SearchFloat64s(starts, seconds+atOnce) - 1
	if j < 0 || seconds-starts[j] >= p.reference.hop && j+1 < len(starts) {
		return p.test.starts[p.first[j+1]]
	}
	into := min(seconds-starts[j], p.reference.hop) / p.reference.hop
	from, to := p.test.starts[p.first[j]], p.test.starts[p.last[j]]+p.test.hop
	return from + into*(to-from)
}

// Finer aligns finer sounds of the same two readings, near this path.
func (p Path) Finer(test, reference Sound) Path {
	near := make(corridor, len(test.frames))
	columns := len(reference.frames)
	if len(near) == 0 || columns == 0 || len(p.first) == 0 {
		return p
	}
	for i, start := range test.starts {
		at := p.back(start)
		near[i] = stretch{
			min(sort.SearchFloat64s(reference.starts, at-finerReach), columns-1),
			min(sort.SearchFloat64s(reference.starts, at+finerReach), columns-1),
		}
	}
	near[0].first, near[len(near)-1].last = 0, columns-1
	return layWithin(near.joined(), test, reference)
}

// finerReach is how far the finer path may be from the coarse one, in seconds.
const finerReach = 0.8

// back is the inverse of At, exact to a frame.
func (p Path) back(seconds float64) float64 {
	i := sort.SearchFloat64s(p.test.starts, seconds)
	j := sort.SearchInts(p.last, i)
	return p.reference.starts[min(j, len(p.reference.starts)-1)]
}

// Limits on how far a path may stray from the diagonal.
const (
	strayed     = 2.0 // seconds
	strayedPart = 6   // and this fraction of the whole
)

// corridor holds the part of each row of the table in which a path is sought.
type corridor []stretch

// stretch is a range of columns, both included.
type stretch struct{ first, last int }

func straight(rows, columns int) corridor {
	reach := int(strayed/Hop) + columns/strayedPart
	c := make(corridor, rows)
	for i := range c {
		middle := i * columns / rows
		c[i] = stretch{max(0, middle-reach), min(columns-1, middle+reach)}
	}
	c[rows-1].last = columns - 1
	return c
}

// joined widens rows so that each can be reached from the one before.
func (c corridor) joined() corridor {
	for i := 1; i < len(c); i++ {
		c[i].first = max(c[i].first, c[i-1].first)
		c[i].last = max(c[i].last, c[i].first, c[i-1].last)
		c[i].first = min(c[i].first, c[i-1].last+1)
	}
	return c
}

// move is how a path comes to a cell.
type move byte

const (
	diagonal move = iota
	down          // to the next test frame, for the same frame of the reference
	right         // to the next frame of the reference, for the same test frame
)

func layWithin(c corridor, test, reference Sound) Path {
	moves := make([][]move, len(c))
	for i, row := range c {
		moves[i] = make([]move, row.last-row.first+1)
	}
	p := Path{Cost: walk(c, test, reference, moves), test: test, reference: reference}
	p.trace(c, moves)
	return p
}

// astray is the price of a move that is not diagonal, relative to the same way along the diagonal.
// Without it a path stands still wherever two voices differ, as they do everywhere.
const astray = 1.8

// walk fills the table row by row, and returns the cost of its last cell. It notes the moves
// if there is room for them.
func walk(c corridor, test, reference Sound, moves [][]move) float64 {
	rows, columns := len(test.frames), len(reference.frames)
	infinite := float32(math.Inf(1))
	before, now := slices.Repeat([]float32{infinite}, columns), slices.Repeat([]float32{infinite}, columns)
	for i, row := range c {
		if row.first > 0 {
			now[row.first-1] = infinite
		}
		for j := row.first; j <= row.last; j++ {
			d := distance(&test.frames[i], &reference.frames[j])
			best, by := before[j]+d*astray, down
			if i == 0 && j == 0 {
				best = 2 * d
			}
			if j > 0 {
				if cost := before[j-1] + 2*d; cost <= best {
					best, by = cost, diagonal
				}
				if cost := now[j-1] + d*astray; cost < best {
					best, by = cost, right
				}
			}
			now[j] = best
			if moves != nil {
				moves[i][j-row.first] = by
			}
		}
		next := row.last
		if i+1 < rows {
			next = c[i+1].last
		}
		for j := row.last + 1; j <= next; j++ {
			now[j] = infinite // the next row does not look further
		}
		before, now = now, before
	}
	return float64(before[columns-1]) / float64(rows+columns)
}

// trace follows the moves back from the last cell.
func (p *Path) trace(c corridor, moves [][]move) {
	p.first, p.last = make([]int, len(p.reference.frames)), make([]int, len(p.reference.frames))
	i, j := len(p.test.frames)-1, len(p.reference.frames)-1
	p.last[j] = i
	for i > 0 || j > 0 {
		p.first[j] = i
		switch by := moves[i][max(j-c[i].first, 0)]; {
		case i == 0, by == right && j > 0:
			j--
			p.last[j] = i
		case by == diagonal && j > 0:
			i, j = i-1, j-1
			p.last[j] = i
		default:
			i--
		}
	}
	p.first[0] = 0
}

func distance(a, b *frame) float32 {
	var sum float32
	for c := range coefficients {
		x := a[c] - b[c]
		sum += x * x
	}
	return float32(math.Sqrt(float64(sum)))
}
