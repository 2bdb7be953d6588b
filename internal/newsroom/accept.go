package newsroom

import (
	"context"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/script"
)

// check returns InvalidError for a payload with wrong lexicon entries: stored, it would fail at
// each render.
func check(payload article.Payload) error {
	if err := script.CheckEntries(payload.Lexicon); err != nil {
		return InvalidError{article.FieldError{Field: "lexicon", Problem: "has an entry that cannot be used", Message: err.Error()}}
	}
	return nil
}

// Accept stores what a CMS sent at sentAt, if it is newer than the known revision, and asks the
// queue for the article. A known revision is asked for only if it is still due: an earlier delivery
// may have reached the store and not the queue. What the public may not hear any more is withdrawn
// at once. Accept returns InvalidError for a payload that cannot be read or is dated ahead of its
// sending, NotRecordedError if only the withdrawal succeeded, or the store's error; after nil, the
// article cannot be lost.
func (n *Newsroom) Accept(ctx context.Context, ref library.Ref, payload article.Payload, sentAt time.Time) (Receipt, error) {
	newer, err := n.accept(ctx, ref, payload, sentAt)
	if err != nil {
		return Receipt{}, err
	}
	receipt := Receipt{Refs: []library.Ref{ref}, Newer: newer}
	if newer {
		receipt.NotQueued = enqueueBy(ctx, n.queueOf(ref, payload), ref)
		return receipt, nil
	}
	receipt.NotQueued, err = n.enqueueIfDue(ctx, ref, payload)
	return receipt, err
}

// accept stores what is kept of a payload, and withdraws what says more than the public may read
// now.
func (n *Newsroom) accept(ctx context.Context, ref library.Ref, payload article.Payload, sentAt time.Time) (newer bool, err error) {
	payload, err = n.dated(ref.Site, payload, sentAt)
	if err == nil {
		err = check(payload)
	}
	if err != nil {
		return false, err
	}
	payload = n.Narrator.Sites[ref.Site].Kept(payload)
	if n.removes(ref, payload) {
		return n.acceptRemoval(ctx, &removal{ref: ref, payload: payload, sentAt: sentAt})
	}
	newer, err = n.Library.Accept(ctx, ref, payload, sentAt)
	if err == nil && newer {
		err = n.deleteAtOnce(ctx, ref, contentSent)
	}
	return newer, err
}

// queueOf is the queue of an article after a payload.
func (n *Newsroom) queueOf(ref library.Ref, payload article.Payload) func(context.Context, library.Ref) error {
	if n.removes(ref, payload) {
		return n.Queue.EnqueueRemoval
	}
	return n.Queue.Enqueue
}

// enqueueIfDue asks the queue for an article whose work has not ended.
func (n *Newsroom) enqueueIfDue(ctx context.Context, ref library.Ref, payload article.Payload) (notQueued, err error) {
	due, err := n.Library.Due(ctx, ref)
	if err != nil || len(due) == 0 {
		return nil, err
	}
	if n.removes(ref, payload) { // a task in the renders' queue may wait for long
		return n.Queue.EnqueueRemoval(ctx, ref), nil
	}
	return n.Queue.EnqueueOnce(ctx, ref), nil
}

// Publish is Accept for an admin: a payload without a time is as of now, and an article that was
// held is released.
func (n *Newsroom) Publish(ctx context.Context, ref library.Ref, payload article.Payload) (Receipt, error) {
	now := n.Now().UTC()
	if payload.UpdatedAt.IsZero() {
		payload.UpdatedAt = now
	}
	newer, err := n.accept(ctx, ref, payload, now)
	if err == nil {
		err = n.Library.Order(ctx, ref, published.apply)
	}
	if err != nil {
		return Receipt{Newer: newer}, err
	}
	return Receipt{Refs: []library.Ref{ref}, Newer: newer, NotQueued: enqueueBy(ctx, n.queueOf(ref, payload), ref)}, nil
}
