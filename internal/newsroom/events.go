package newsroom

import (
	"context"
	"errors"
	"fmt"

	"github.com/aloud-audio/aloud/internal/library"
)

// Event is what a CMS or an admin does to an article. Each stores a due marker with the change, so
// that the workers look at the article even if the queue loses its task.
//
// The effects are data: apply and deleteAtOnce run by them. EventRows describes them to people.
type Event struct {
	ID     string
	Held   OnHeld
	Track  OnTrack
	AtOnce AtOnce
}

// OnHeld is what becomes of the order that keeps an article out of the public.
type OnHeld string

// OnTrack is what becomes of the published track.
type OnTrack string

// AtOnce is what is deleted before any worker runs.
type AtOnce string

// The effects; "" is none.
const (
	SetHeld          OnHeld  = "set"
	ClearHeld        OnHeld  = "clear"
	OutdatesTrack    OnTrack = "outdate"
	RetractsTrack    OnTrack = "retract"
	ReturnsTrack     OnTrack = "return"
	DeletesAudio     AtOnce  = "audio"
	DeletesRetracted AtOnce  = "retracted"
	DeletesAll       AtOnce  = "all"
)

// The events.
var (
	contentSent = Event{ID: "content_sent", AtOnce: DeletesRetracted}
	removalSent = Event{ID: "removal_sent", AtOnce: DeletesAudio}
	contentSeen = Event{ID: "content_seen", AtOnce: DeletesRetracted}
	removalSeen = Event{ID: "removal_seen", AtOnce: DeletesAudio}
	published   = Event{ID: "publish", Held: ClearHeld, AtOnce: DeletesRetracted}
	removed     = Event{ID: "remove", Held: SetHeld, AtOnce: DeletesAudio}
	ordered     = Event{ID: "render", Held: ClearHeld}
	forced      = Event{ID: "render_anew", Held: ClearHeld, Track: OutdatesTrack}
	corrected   = Event{ID: "withdraw_previous", Held: ClearHeld, Track: RetractsTrack, AtOnce: DeletesAudio}
	erased      = Event{ID: "erase", Held: SetHeld, AtOnce: DeletesAll}
	retried     = Event{ID: "retry"}
	restored    = Event{ID: "restore", Track: ReturnsTrack}
)

// apply changes an article's orders as the event says.
func (e Event) apply(o *library.Orders) {
	switch e.Held {
	case SetHeld:
		o.Held = true
	case ClearHeld:
		o.Held = false
	}
	if e.Held != "" || e.Track != "" {
		o.Restored = library.Restored{}
	}
	if e.Track == OutdatesTrack || e.Track == RetractsTrack {
		o.Render, o.WithdrawPrevious = library.NewNonce(), e.Track == RetractsTrack
	}
}

// deleteAtOnce deletes the public files that the event removes.
func (n *Newsroom) deleteAtOnce(ctx context.Context, ref library.Ref, e Event) error {
	switch e.AtOnce {
	case DeletesAudio, DeletesAll: // the eraser deletes the rest
		return n.Library.Withdraw(ctx, ref)
	case DeletesRetracted:
		return n.Narrator.Withdraw(ctx, ref)
	default:
		return nil
	}
}

// deleteAllAtOnce is deleteAtOnce for several articles. It returns the error of each.
func (n *Newsroom) deleteAllAtOnce(ctx context.Context, refs []library.Ref, e Event) []error {
	errs := make([]error, len(refs))
	for i, ref := range refs {
		errs[i] = n.deleteAtOnce(ctx, ref, e)
	}
	return errs
}

// recordOrder stores an event's order. The caller has called deleteAtOnce, whose error is
// withdrawing. recordOrder deletes once more, since a render that read the former orders may have
// been published in between. The error is NotRecordedError if only the deletion succeeded.
func (n *Newsroom) recordOrder(ctx context.Context, ref library.Ref, e Event, u library.Urgency, apply func(*library.Orders), withdrawing error) error {
	err := n.Library.Order(ctx, ref, u, apply)
	switch {
	case err == nil:
		return n.deleteAtOnce(ctx, ref, e)
	case e.AtOnce == "", errors.Is(err, library.ErrUnknownArticle):
		return err
	case withdrawing != nil:
		return errors.Join(withdrawing, err)
	default:
		return NotRecordedError{fmt.Errorf("the audio of %s is deleted, but the order could not be stored; run the command again: %w", ref, err)}
	}
}
