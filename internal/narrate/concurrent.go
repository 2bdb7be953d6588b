package narrate

import (
	"context"
	"fmt"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

const (
	// callLimit bounds an article's concurrent provider calls: enough to keep a call's latency off
	// the critical path.
	callLimit = 8
	// segmentLimit bounds the segments whose samples are in memory. It exceeds callLimit so that
	// calls continue while other segments are stored and encoded.
	segmentLimit = callLimit + 4
)

// runConcurrently calls do for each segment and returns the first error. After an error it starts
// no more calls but waits for the running ones, because their speech is paid for and will be
// stored. Until the first segment has an answer, it starts only callLimit segments, so that the
// first segments of the order make the first calls.
func runConcurrently(ctx context.Context, order []int, answered <-chan struct{}, do func(ctx context.Context, index int) error) error {
	var group errgroup.Group
	group.SetLimit(segmentLimit)
	var failed atomic.Bool
	for i, index := range order {
		if i == callLimit {
			select {
			case <-answered:
			case <-ctx.Done():
			}
		}
		group.Go(func() error {
			if failed.Load() {
				return nil
			}
			err := ctx.Err()
			if err == nil {
				err = do(ctx, index)
			}
			if err != nil {
				failed.Store(true)
				return fmt.Errorf("segment %d: %w", index, err)
			}
			return nil
		})
	}
	return group.Wait()
}
