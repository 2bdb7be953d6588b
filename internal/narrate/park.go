package narrate

import (
	"context"
	"errors"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/speech"
)

// parkedFor is how long an article waits at most before its budget is asked again: it may have been raised.
const parkedFor = 15 * time.Minute

// park records that an article waits for its site's budget, once, and has it taken up again. Its markers stay: it is
// accepted and unfinished.
func (n *Narrator) park(ctx context.Context, ref library.Ref, desired library.Desired, over *speech.OverBudget) error {
	parked := library.Outcome{State: library.Parked, Reason: over.Error(), Revision: desired.Revision.String()}
	last, err := n.Library.Outcome(ctx, ref)
	if err != nil && !errors.Is(err, library.ErrNotFound) && !errors.Is(err, library.ErrDamaged) {
		return err
	}
	if last.State != parked.State || last.Reason != parked.Reason || last.Revision != parked.Revision {
		if err := n.conclude(ctx, ref, parked, nil); err != nil {
			return err
		}
	}
	wait := min(max(over.Until.Sub(n.Now()), time.Second), parkedFor)
	return &Later{After: wait, Reason: over.Error()}
}
