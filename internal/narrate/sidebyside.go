package narrate

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/speech"
)

// inFlight bounds how many calls of a provider are under way for one article: enough to keep its latency off the critical
// path. With those that are being stored and encoded meanwhile no more than inHand segments' sound is held.
const (
	inFlight = 8
	inHand   = inFlight + 4
)

// sideBySide does the segments of an order side by side and returns the first error. After an error no more are begun,
// and what is under way is awaited: it will be paid for, and kept.
func sideBySide(ctx context.Context, order []int, do func(ctx context.Context, index int) error) error {
	var group errgroup.Group
	group.SetLimit(inHand)
	var failed atomic.Bool
	for _, index := range order {
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

// longestFirst are the indexes of requests, by the length of what they have said: what ends last is then short.
func longestFirst(requests []speech.Request) []int {
	order := make([]int, len(requests))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(len(requests[b].Input), len(requests[a].Input))
	})
	return order
}
