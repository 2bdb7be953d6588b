package main

import (
	"slices"
	"time"
)

// lowerBound returns the time before which no schedule of the calls can end.
func lowerBound(calls []time.Duration) time.Duration {
	var sum, longest time.Duration
	for _, call := range calls {
		sum, longest = sum+call, max(longest, call)
	}
	return max(longest, sum/inFlight)
}

// finish returns when the last call ends if each starts as soon as an earlier one has ended.
func finish(calls []time.Duration) time.Duration {
	free := make([]time.Duration, inFlight)
	for _, call := range calls {
		soonest := slices.Index(free, slices.Min(free))
		free[soonest] += call
	}
	return slices.Max(free)
}

// longestFirst returns the calls, the longest first.
func longestFirst(calls []time.Duration) []time.Duration {
	sorted := slices.Sorted(slices.Values(calls))
	slices.Reverse(sorted)
	return sorted
}
