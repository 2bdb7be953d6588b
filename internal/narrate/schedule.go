package narrate

import (
	"cmp"
	"slices"

	"github.com/aloud-audio/aloud/internal/script"
)

// latencyInLetters is a call's latency in letters: a quarter of a second, for a provider that takes
// 80 ms per second of audio. Another provider's figures hardly change the order.
const latencyInLetters = 0.25 / 0.08 * script.UsualPace

// callOrder returns the order in which to process the segments: first those that the previous track
// lacked, because they must be bought and calls take long, then those that are probably in the
// cache.
func (p Plan) callOrder() []int {
	known := map[string]bool{}
	for _, segment := range p.previous.Segments {
		known[segment.Text] = true
	}
	order := schedule(p.Article.Language, p.Script.Segments)
	rank := func(index int) int {
		if known[p.Script.Segments[index].Text] {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rank(a), rank(b)) })
	return order
}

// schedule returns the order in which to start the segments' calls, so that the last one ends
// early.
func schedule(language string, segments []script.Segment) []int {
	costs := make([]int, len(segments))
	for i, segment := range segments {
		said := script.LettersOf(language, segment.Spoken)
		costs[i] = int(latencyInLetters + said.Likely + said.Pauses)
	}
	first := longestFirst(costs)
	better := byStart(multifit(costs, first, callLimit), costs)
	if makespan(better, costs, callLimit) < makespan(first, costs, callLimit) {
		return better
	}
	return first
}

// longestFirst returns the indexes of costs, the highest cost first.
func longestFirst(costs []int) []int {
	order := make([]int, len(costs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(costs[b], costs[a]) })
	return order
}

// multifit spreads costs over slots so that the longest slot is short (Coffman, Garey and Johnson
// 1978): it searches for the shortest slots into which first fit packs them all. For twenty
// paragraphs in eight slots the result is 3 % above the optimum; longest first is 8 % above.
func multifit(costs, longestFirst []int, slots int) (best [][]int) {
	sum, longest := 0, 0
	for _, cost := range costs {
		sum, longest = sum+cost, max(longest, cost)
	}
	least := max(longest, sum/slots)
	most := sum/slots + longest + 1 // they always fit into this
	for least <= most {
		length := (least + most) / 2
		if packed := firstFit(costs, longestFirst, slots, length); packed != nil {
			best, most = packed, length-1
		} else {
			least = length + 1
		}
	}
	return best
}

// firstFit puts each index into the first slot that has room for its cost. It returns nil if one
// does not fit.
func firstFit(costs, order []int, slots, length int) [][]int {
	packed, used := make([][]int, slots), make([]int, slots)
	for _, index := range order {
		slot := slices.IndexFunc(used, func(u int) bool { return u+costs[index] <= length })
		if slot < 0 {
			return nil
		}
		packed[slot] = append(packed[slot], index)
		used[slot] += costs[index]
	}
	return packed
}

// byStart returns the indexes in packed slots, sorted by the time at which each starts.
func byStart(packed [][]int, costs []int) []int {
	var order []int
	starts := make([]int, len(costs))
	for _, slot := range packed {
		at := 0
		for _, index := range slot {
			starts[index] = at
			at += costs[index]
			order = append(order, index)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(starts[a], starts[b]) })
	return order
}

// makespan returns when the last index ends if each starts, in order, in the slot that is free
// first.
func makespan(order, costs []int, slots int) int {
	free := make([]int, slots)
	for _, index := range order {
		soonest := slices.Index(free, slices.Min(free))
		free[soonest] += costs[index]
	}
	return slices.Max(free)
}
