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

// inFlight bounds how many segments of one article are being spoken or encoded: enough to keep a remote provider's latency
// off the critical path, and all that is held of the article's sound at a time.
const inFlight = 8

// sideBySide has requests spoken, inFlight at a time, the longest first: what ends last is then short. It hands each
// speech to take, with the index of its request, as soon as it is there and from several goroutines. It returns the first
// error, of speaking or taking. After an error no more are begun, and what is under way is awaited: it will be paid for,
// and kept.
func sideBySide(ctx context.Context, requests []speech.Request,
	speak func(context.Context, speech.Request) (speech.Speech, error), take func(index int, s speech.Speech) error,
) error {
	var group errgroup.Group
	group.SetLimit(inFlight)
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
