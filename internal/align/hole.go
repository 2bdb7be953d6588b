package align

import "slices"

// How slowly a path advances in a hole, relative to its usual pace, and over how many seconds that
// is measured.
const (
	holeSlow = 0.35
	holeOver = 0.8
)

// Missing returns the length of the longest hole in the path, in seconds: a stretch of the
// reference that the reading hardly takes time for.
func (p Path) Missing() float64 {
	over := int(holeOver / Hop)
	if len(p.first) <= over {
		return 0
	}
	advances := make([]int, len(p.first)-over) // in half frames of the reading
	for j := range advances {
		advances[j] = p.first[j+over] + p.last[j+over] - p.first[j] - p.last[j]
	}
	usual := slices.Sorted(slices.Values(advances))[len(advances)/2]
	longest, run := 0, 0
	for _, advance := range advances {
		if float64(advance) > holeSlow*float64(usual) {
			run = 0
			continue
		}
		run++
		longest = max(longest, run+over)
	}
	return float64(longest) * p.reference.hop
}
