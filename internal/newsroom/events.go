package newsroom

import (
	"context"
	"errors"
	"fmt"

	"github.com/aloud-audio/aloud/internal/library"
)

// Event is what a CMS or an admin does about an article. Each stores a due marker with the change,
// so that the workers look at the article even if the queue loses its task.
//
// The effects are data: apply and deleteAtOnce run by them, and TestEvents compares what each event
// does to an article with what its row says.
type Event struct {
	Name     string
	By       string
	Revision OnRevision
	Held     OnHeld
	Track    OnTrack
	AtOnce   AtOnce
}

// OnRevision is what becomes of the known revision.
type OnRevision string

// OnHeld is what becomes of the order that keeps an article out of the public.
type OnHeld string

// OnTrack is what becomes of the published track.
type OnTrack string

// AtOnce is what is deleted before any worker runs.
type AtOnce string

// The effects; "" is none.
const (
	ContentIfNewer    OnRevision = "replaced, if this one is newer"
	ContentUnlessHook OnRevision = "replaced, unless a hook was sent since"
	RemovalIfNewer    OnRevision = "becomes a tombstone, if the removal is newer or was sent later"
	RemovalUnlessHook OnRevision = "becomes a tombstone, unless a hook was sent since"
	LosesText         OnRevision = "loses its text"

	SetHeld          OnHeld  = "set"
	SetUnlessGone    OnHeld  = "set, unless the CMS removed the article"
	ClearHeld        OnHeld  = "cleared"
	OutdatesTrack    OnTrack = "stale"
	RetractsTrack    OnTrack = "stale; nothing rendered before may be heard"
	ReturnsTrack     OnTrack = "the previous one again, until the article would sound different or there is another order"
	DeletesAudio     AtOnce  = "narration.json and the article's files"
	DeletesRetracted AtOnce  = "narration.json and the article's files, if they say what the public may not read now"
	DeletesAll       AtOnce  = "everything public, and the speech that only this article used"
)

// The events.
var (
	contentSent = Event{Name: "a hook brings content", By: "CMS", Revision: ContentIfNewer, AtOnce: DeletesRetracted}
	removalSent = Event{Name: "a hook brings a removal", By: "CMS", Revision: RemovalIfNewer, AtOnce: DeletesAudio}
	contentSeen = Event{Name: "a source is asked, and has other content", By: "CMS", Revision: ContentUnlessHook, AtOnce: DeletesRetracted}
	removalSeen = Event{Name: "a source is asked, and the article is gone", By: "CMS", Revision: RemovalUnlessHook, AtOnce: DeletesAudio}
	published   = Event{Name: "`aloud publish`", By: "admin", Revision: ContentIfNewer, Held: ClearHeld, AtOnce: DeletesRetracted}
	removed     = Event{Name: "`aloud remove`", By: "admin", Held: SetHeld, AtOnce: DeletesAudio}
	ordered     = Event{Name: "`aloud render`", By: "admin", Held: ClearHeld}
	forced      = Event{Name: "`aloud render` with `--force` or `--voice`", By: "admin", Held: ClearHeld, Track: OutdatesTrack}
	corrected   = Event{Name: "`aloud render --withdraw-previous`", By: "admin", Held: ClearHeld, Track: RetractsTrack, AtOnce: DeletesAudio}
	erased      = Event{Name: "`aloud erase`", By: "admin", Revision: LosesText, Held: SetUnlessGone, AtOnce: DeletesAll}
	retried     = Event{Name: "`aloud retry`", By: "admin"}
	restored    = Event{Name: "`aloud restore`", By: "admin", Track: ReturnsTrack}
)

// Events lists all events.
var Events = []Event{contentSent, removalSent, contentSeen, removalSeen, published, removed, ordered, forced, corrected, erased, retried, restored}

// apply changes an article's orders as the event says.
func (e Event) apply(o *library.Orders) {
	switch e.Held {
	case SetHeld, SetUnlessGone:
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

// deleteAtOnce deletes what the event takes out of the public.
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
