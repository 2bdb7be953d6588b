package main

import (
	"slices"
	"time"
)

// lowerBound is what no schedule of calls is below.
func lowerBound(calls []time.Duration) time.Duration {
	var sum, longest time.Duration
	for _, call := range calls {
		sum, longest = sum+call, max(longest, call)
	}
	return max(longest, sum/inFlight)
}

// finish is when the last of calls ends, each begun as soon as one before it has ended.
func finish(calls []time.Duration) time.Duration {
	free := make([]time.Duration, inFlight)
	for _, call := range calls {
		soonest := slices.Index(free, slices.Min(free))
		free[soonest] += call
	}
	return slices.Max(free)
}

// longestFirst is calls in that order.
func longestFirst(calls []time.Duration) []time.Duration {
	sorted := slices.Sorted(slices.Values(calls))
	slices.Reverse(sorted)
	return sorted
}
