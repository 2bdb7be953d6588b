package narrate

import (
	"context"
	"fmt"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

// inFlight bounds how many calls of a provider are under way for one article: enough to keep its latency off the critical
// path. With those that are being stored and encoded meanwhile no more than inHand segments' sound is held.
const (
	inFlight = 8
	inHand   = inFlight + 4
)

// sideBySide does the segments of an order side by side and returns the first error. After an error no more are begun,
// and what is under way is awaited: it will be paid for, and kept. Only as many are begun as may call until one has
// answered, so that the first in the order are the first to call.
func sideBySide(ctx context.Context, order []int, answered <-chan struct{}, do func(ctx context.Context, index int) error) error {
	var group errgroup.Group
	group.SetLimit(inHand)
	var failed atomic.Bool
	for i, index := range order {
		if i == inFlight {
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
