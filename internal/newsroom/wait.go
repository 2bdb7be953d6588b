package newsroom

import (
	"context"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// waitPoll is the interval at which Wait reads the state of an article.
const waitPoll = 200 * time.Millisecond

// Wait returns when no work on the articles is left, or when it is parked, which may be for a
// month. After each article it calls done, unless that is nil, with the number of articles that are
// done.
func (n *Newsroom) Wait(ctx context.Context, refs []library.Ref, done func(int)) error {
	for i, ref := range refs {
		if err := n.waitForOne(ctx, ref); err != nil {
			return err
		}
		if done != nil {
			done(i + 1)
		}
	}
	return nil
}

func (n *Newsroom) waitForOne(ctx context.Context, ref library.Ref) error {
	for {
		due, err := n.Library.Due(ctx, ref)
		if err != nil || len(due) == 0 {
			return err
		}
		if last, err := n.Library.Outcome(ctx, ref); err == nil && last.State == library.Parked {
			return nil
		}
		select {
		case <-time.After(waitPoll):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
