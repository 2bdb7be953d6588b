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

// sideBySide has requests spoken side by side, the longest first: what ends last is then short. It hands each
// speech to take, with the index of its request, as soon as it is there and from several goroutines. It returns the first
// error, of speaking or taking. After an error no more are begun, and what is under way is awaited: it will be paid for,
// and kept.
func sideBySide(ctx context.Context, requests []speech.Request,
	speak func(context.Context, speech.Request) (speech.Speech, error), take func(index int, s speech.Speech) error,
) error {
	var group errgroup.Group
	group.SetLimit(inHand)
	var failed atomic.Bool
	for _, index := range longestFirst(requests) {
		group.Go(func() error {
			if failed.Load() {
				return nil
			}
			err := ctx.Err()
			if err == nil {
				var s speech.Speech
				if s, err = speak(ctx, requests[index]); err == nil {
					err = take(index, s)
				}
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

// longestFirst are the indexes of requests, by the length of what they have said.
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
