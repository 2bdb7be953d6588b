package newsroom

import (
	"context"
	"errors"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/tracing"
)

// change is what a CMS sent, or a source answered, about an article.
type change struct {
	ref     library.Ref
	payload article.Payload
	at      time.Time       // when it was sent or answered
	urgency library.Urgency // of the work that it causes
}

func (c change) revision() string { return library.RevisionOf(c.payload, c.at).String() }

// about returns a context whose log lines name the article, the revision and the trace.
func (c change) about(ctx context.Context) context.Context {
	ctx = logging.For(ctx, c.ref.Site, c.ref.ID)
	logging.Know(ctx, c.revision(), tracing.ID(ctx))
	return ctx
}

// check returns InvalidError for a payload with wrong lexicon entries: stored, it would fail at
// each render.
func check(payload article.Payload) error {
	if err := script.CheckEntries(payload.Lexicon); err != nil {
		return InvalidError{article.FieldError{Field: "lexicon", Problem: "has an entry that cannot be used", Message: err.Error()}}
	}
	return nil
}

// Accept stores what a CMS sent at sentAt, if it is newer than the known revision, and enqueues the
// article. A known revision is enqueued only if it is still due: an earlier delivery may have
// reached the store but not the queue. Audio that may no longer be public is withdrawn at once.
// Accept returns InvalidError for a payload that cannot be read or is dated ahead of its sending,
// NotRecordedError if only the withdrawal succeeded, or the store's error; after nil, the article
// cannot be lost.
func (n *Newsroom) Accept(ctx context.Context, ref library.Ref, payload article.Payload, sentAt time.Time) (Receipt, error) {
	c := change{ref, payload, sentAt, n.urgencyOf(ctx, ref, payload, library.Fresh)}
	newer, err := n.accept(c.about(ctx), c)
	if err != nil {
		return Receipt{}, err
	}
	receipt := Receipt{Refs: []library.Ref{ref}, Newer: newer}
	if newer {
		receipt.NotQueued = n.enqueue(ctx, c)
		return receipt, nil
	}
	receipt.NotQueued, err = n.enqueueIfDue(ctx, ref, payload)
	return receipt, err
}

// KnownAs returns the ref with the former id if only that one exists.
func (n *Newsroom) KnownAs(ctx context.Context, ref library.Ref, former string) library.Ref {
	other, err := library.NewRef(ref.Site, former)
	if former == "" || err != nil {
		return ref
	}
	if _, err := n.Library.Desired(ctx, ref); !errors.Is(err, library.ErrNotFound) {
		return ref
	}
	if _, err := n.Library.Desired(ctx, other); err != nil {
		return ref
	}
	return other
}

// accept stores what is kept of a payload, and withdraws audio of text that is no longer public.
func (n *Newsroom) accept(ctx context.Context, c change) (newer bool, err error) {
	c.payload, err = n.acceptable(c.ref, c.payload, c.at)
	switch {
	case err != nil:
		return false, err
	case n.Removes(c.ref, c.payload):
		return n.acceptRemoval(ctx, &removal{change: c})
	default:
		return n.acceptContent(ctx, c)
	}
}

// acceptable returns what is kept of a payload, or why it is refused.
func (n *Newsroom) acceptable(ref library.Ref, payload article.Payload, sentAt time.Time) (article.Payload, error) {
	payload, err := n.dated(ref.Site, payload, sentAt)
	if err == nil {
		err = check(payload)
	}
	return n.Narrator.Sites[ref.Site].Kept(payload), err
}

// acceptContent stores content. If that fails, audio of text that is no longer public is still
// withdrawn, and the content is stored later: until then a render of the former content could be
// published.
func (n *Newsroom) acceptContent(ctx context.Context, c change) (newer bool, err error) {
	newer, err = n.storeContent(ctx, c)
	if err == nil {
		return newer, nil
	}
	withdrawn, withdrawing := n.withdrawAhead(ctx, c)
	if !withdrawn {
		return false, err
	}
	n.Unrecorded.add(ctx, c, len(c.payload.HTML)+len(c.payload.Text), func(ctx context.Context) error {
		if _, err := n.withdrawAhead(ctx, c); err != nil {
			return err
		}
		_, err := n.storeContent(ctx, c)
		return err
	})
	if withdrawing != nil {
		return false, errors.Join(withdrawing, err)
	}
	return false, NotRecordedError{err}
}

func (n *Newsroom) storeContent(ctx context.Context, c change) (newer bool, err error) {
	newer, err = n.Library.Accept(ctx, c.ref, c.payload, c.at, c.urgency)
	if err == nil && newer {
		err = n.deleteAtOnce(ctx, c.ref, contentSent)
	}
	return newer, err
}

// withdrawTimeout bounds a withdrawal after the time for saving has passed.
const withdrawTimeout = 5 * time.Second

// withdrawAhead withdraws audio that may no longer be public after a change that is not stored.
func (n *Newsroom) withdrawAhead(ctx context.Context, c change) (withdrawn bool, err error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), withdrawTimeout)
	defer cancel()
	known, err := n.Library.Desired(ctx, c.ref)
	next, newer := known.With(c.payload, c.at)
	if library.IgnoreUnreadable(err) != nil || !newer {
		return false, library.IgnoreUnreadable(err)
	}
	return n.Narrator.WithdrawAhead(ctx, c.ref, next)
}

// enqueue enqueues an article whose change is stored.
func (n *Newsroom) enqueue(ctx context.Context, c change) error {
	if n.Removes(c.ref, c.payload) {
		return n.Queue.EnqueueRemoval(ctx, c.ref)
	}
	return n.Queue.Enqueue(ctx, c.ref, c.urgency)
}

// enqueueIfDue enqueues an article whose work has not ended.
func (n *Newsroom) enqueueIfDue(ctx context.Context, ref library.Ref, payload article.Payload) (notQueued, err error) {
	due, err := n.Library.Due(ctx, ref)
	if err != nil || len(due) == 0 {
		return nil, err
	}
	if n.Removes(ref, payload) { // a task in the renders' queue may wait for long
		return n.Queue.EnqueueRemoval(ctx, ref), nil
	}
	return n.Queue.EnqueueOnce(ctx, ref, library.MostUrgent(due)), nil
}

// Publish is Accept for an admin: a payload without a time counts as of now, and a held article is
// released.
func (n *Newsroom) Publish(ctx context.Context, ref library.Ref, payload article.Payload) (r Receipt, err error) {
	defer func() { n.enterRefs(ctx, "publish", []library.Ref{ref}, err) }()
	now := n.Now().UTC()
	if payload.UpdatedAt.IsZero() {
		payload.UpdatedAt = now
	}
	c := change{ref, payload, now, library.Fresh}
	newer, err := n.accept(ctx, c)
	if err == nil {
		err = n.Library.Order(ctx, ref, c.urgency, published.apply)
	}
	if err != nil {
		return Receipt{Newer: newer}, err
	}
	return Receipt{Refs: []library.Ref{ref}, Newer: newer, NotQueued: n.enqueue(ctx, c)}, nil
}
