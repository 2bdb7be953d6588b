package newsroom

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
)

// NotRecordedError means that an article's audio is deleted, but the removal itself could not be
// stored.
type NotRecordedError struct{ error }

// Unwrap returns why it could not be stored.
func (e NotRecordedError) Unwrap() error { return e.error }

// Removes reports whether nothing of the article may be public after a payload, as far as can be
// told without reading its text.
func (n *Newsroom) Removes(ref library.Ref, payload article.Payload) bool {
	next, _ := library.Desired{}.With(payload, n.Now())
	return n.Narrator.TakesDown(ref, next)
}

// removal is a change after which nothing of the article may be public.
type removal struct {
	change
	blind bool // the audio was withdrawn without a look at the known revision

	received  time.Time
	withdrawn bool // and OnWithdrawn was told
}

// acceptRemoval is record, and retries later what could not be recorded.
func (n *Newsroom) acceptRemoval(ctx context.Context, r *removal) (newer bool, err error) {
	r.received = time.Now()
	newer, err = n.record(ctx, r)
	if err != nil {
		n.recordLater(ctx, r)
	}
	return newer, err
}

func (n *Newsroom) recordLater(ctx context.Context, r *removal) {
	n.Unrecorded.add(ctx, r.change, 0, func(ctx context.Context) error {
		_, err := n.record(ctx, r)
		return err
	})
}

// RemoveLater keeps a removal that arrived while too many others did, and retries it every few
// seconds until it is stored. It ignores other payloads, and those that Accept would refuse.
func (n *Newsroom) RemoveLater(ctx context.Context, ref library.Ref, payload article.Payload, sentAt time.Time) {
	payload, err := n.acceptable(ref, payload, sentAt)
	if err == nil && n.Removes(ref, payload) {
		n.recordLater(ctx, &removal{change: change{ref, payload, sentAt, library.Fresh}, received: time.Now()})
	}
}

// record takes an article down: it first withdraws the audio, then stores the removal. The first
// step only deletes, so it works while the store is full. The audio is withdrawn once more at the
// end, because a render that began before the removal was stored may have been published since.
// None that begins later can be.
func (n *Newsroom) record(ctx context.Context, r *removal) (newer bool, err error) {
	withdrawing := n.withdraw(ctx, r)
	n.tellWithdrawn(r, withdrawing)
	newer, err = n.Library.Accept(ctx, r.ref, r.payload, r.at, r.urgency)
	if err != nil && withdrawing == nil {
		return false, NotRecordedError{err}
	}
	if err != nil {
		return false, errors.Join(withdrawing, err)
	}
	if r.blind && !newer { // the audio of newer content may be gone: it is made again from what was bought
		err = n.Library.MarkDue(ctx, r.ref, r.urgency)
	}
	return newer, errors.Join(err, n.withdraw(ctx, r))
}

// tellWithdrawn reports each failure to withdraw audio, and the first success.
func (n *Newsroom) tellWithdrawn(r *removal, err error) {
	if n.OnWithdrawn != nil && !r.withdrawn {
		n.OnWithdrawn(time.Since(r.received), err)
	}
	r.withdrawn = r.withdrawn || err == nil
}

// readTimeout bounds the read of the known revision. The sender of a hook waits two seconds.
const readTimeout = 500 * time.Millisecond

// withdraw withdraws the audio if nothing of the article may be public after the removal, or if the
// known revision cannot be read. A removal that is older than the known revision changes nothing.
func (n *Newsroom) withdraw(ctx context.Context, r *removal) error {
	reading, cancel := context.WithTimeout(ctx, readTimeout)
	defer cancel()
	known, err := n.Library.Desired(reading, r.ref)
	r.blind = r.blind || library.IgnoreUnreadable(err) != nil
	if next, _ := known.With(r.payload, r.at); !n.Narrator.TakesDown(r.ref, next) {
		return nil
	}
	return n.deleteAtOnce(ctx, r.ref, removalSent)
}

// Remove withdraws articles and holds them until Publish or Render. It withdraws all of them before
// it stores anything. The error is NotRecordedError for an article whose audio is deleted but whose
// order could not be stored.
func (n *Newsroom) Remove(ctx context.Context, refs []library.Ref) (r Receipt, err error) {
	defer func() { n.enterRefs(ctx, "remove", refs, err) }()
	received := time.Now()
	withdrawing := n.deleteAllAtOnce(ctx, refs, removed)
	for i, ref := range refs {
		n.tellWithdrawn(&removal{received: received}, withdrawing[i])
		if holding := n.recordOrder(ctx, ref, removed, library.Fresh, removed.apply, withdrawing[i]); holding != nil {
			err = errors.Join(err, holding)
			continue
		}
		r.Refs = append(r.Refs, ref)
	}
	for _, ref := range slices.DeleteFunc(slices.Clone(r.Refs), n.unnamed) {
		if r.NotQueued = n.Queue.EnqueueRemoval(ctx, ref); r.NotQueued != nil {
			break
		}
	}
	return r, err
}
