package narrate

import (
	"context"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/speech"
)

// maxParked bounds how long a parked article waits before its budget is checked again, because an
// admin may have raised it.
const maxParked = 15 * time.Minute

// park records the parked outcome (once) and returns a *Later, so that the task comes back when the
// budget renews. The due markers stay: the article is accepted but unfinished.
func (n *Narrator) park(ctx context.Context, ref library.Ref, desired library.Desired, over *speech.OverBudget) error {
	parked := library.Outcome{State: library.Parked, Reason: over.Error(), Revision: desired.Revision.String()}
	last, err := n.Library.Outcome(ctx, ref)
	if err := library.IgnoreUnreadable(err); err != nil {
		return err
	}
	if err := n.Library.Unreserve(ctx, ref); err != nil {
		return err
	}
	if last.State != parked.State || last.Reason != parked.Reason || last.Revision != parked.Revision || last.Delay != nil {
		if err := n.conclude(ctx, ref, parked, nil); err != nil {
			return err
		}
		logging.From(ctx).WarnContext(ctx, "article parked: the budget has no room for it", "reason", parked.Reason)
	}
	wait := min(max(over.Until.Sub(n.Now()), time.Second), maxParked)
	return &Later{After: wait, Reason: over.Error()}
}
