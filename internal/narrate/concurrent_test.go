package narrate

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
)

// closed returns a closed channel: the first answer is already there.
func closed() chan struct{} {
	c := make(chan struct{})
	close(c)
	return c
}

// TestRunConcurrently checks that the first segmentLimit segments of the order start first and run
// concurrently, and that each segment runs once.
func TestRunConcurrently(t *testing.T) {
	order := longestFirst(make([]int, 2*segmentLimit))
	var mu sync.Mutex
	var begun []int
	full := make(chan struct{})
	taken := make([]int, len(order))
	say := func(_ context.Context, index int) error {
		mu.Lock()
		begun = append(begun, index)
		if len(begun) == segmentLimit {
			close(full)
		}
		mu.Unlock()
		<-full
		taken[index]++
		return nil
	}
	if err := runConcurrently(t.Context(), order, closed(), say); err != nil {
		t.Fatal(err)
	}
	for _, index := range begun[:segmentLimit] {
		if index >= segmentLimit {
			t.Errorf("segment %d started among the first %d", index, segmentLimit)
		}
	}
	for i, n := range taken {
		if n != 1 {
			t.Errorf("segment %d ran %d times", i, n)
		}
	}
}

// TestRunConcurrentlyStopsAfterAFailure checks that no request starts after a failure, and that the
// results of running requests are kept.
func TestRunConcurrentlyStopsAfterAFailure(t *testing.T) {
	failure := errors.New("no speech")
	var mu sync.Mutex
	begun := 0
	failed := make(chan struct{})
	say := func(context.Context, int) error {
		mu.Lock()
		begun++
		first := begun == 1
		mu.Unlock()
		if first {
			defer close(failed)
			return failure
		}
		<-failed
		return nil
	}
	err := runConcurrently(t.Context(), longestFirst(make([]int, 1000)), closed(), say)
	if !errors.Is(err, failure) {
		t.Errorf("error is %v", err)
	}
	if begun == 1000 {
		t.Error("all segments started after the failure")
	}
}

// TestRunConcurrentlyStartsInOrder checks that, until something has answered, only as many segments
// start as may call.
func TestRunConcurrentlyStartsInOrder(t *testing.T) {
	answered := make(chan struct{})
	var begun atomic.Int32
	say := func(_ context.Context, index int) error {
		n := begun.Add(1)
		if index >= callLimit && n <= callLimit {
			t.Errorf("segment %d started as number %d", index, n)
		}
		if n == callLimit {
			close(answered)
		}
		return nil
	}
	if err := runConcurrently(t.Context(), longestFirst(make([]int, 100)), answered, say); err != nil || begun.Load() != 100 {
		t.Errorf("%d segments started, error %v", begun.Load(), err)
	}
}

// TestRunConcurrentlyEndsWithItsContext checks that a run that is cancelled before it starts does
// not wait for an answer.
func TestRunConcurrentlyEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	do := func(context.Context, int) error { return nil }
	if err := runConcurrently(ctx, longestFirst(make([]int, 100)), make(chan struct{}), do); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
}
