package library

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/tracing"
)

// Desired is the desired state of one article: its newest revision or its tombstone, and the
// admin's orders.
type Desired struct {
	Revision   Revision         `json:"revision"`
	AcceptedAt time.Time        `json:"accepted_at"` // when aloud received that revision
	Article    *article.Payload `json:"article,omitempty"`
	Orders     Orders           `json:"orders,omitzero"`
	ErasedAt   time.Time        `json:"erased_at,omitzero"` // when its text was erased; until a later revision
	Dropped    string           `json:"dropped,omitempty"`  // hash of the payload whose text was dropped, as nothing of it is for the public

	Trace string `json:"trace,omitempty"` // traceparent of the last change, for the traces of the work that it causes

	etag string
}

// Orders are an admin's instructions for one article. They outlive its revisions.
type Orders struct {
	Voice  string `json:"voice,omitempty"`  // provider:voice instead of the site's; "" for the site's
	Render string `json:"render,omitempty"` // a random value: another one asks for a new track
	Held   bool   `json:"held,omitempty"`   // keep it out of the public, whatever the CMS says

	// WithdrawPrevious says that nothing that was rendered before the order Render may be heard.
	WithdrawPrevious bool `json:"withdraw_previous,omitempty"`

	Restored Restored `json:"restored,omitzero"` // a previous track that is to be heard
}

// Gone reports whether the CMS removed the article, or its text was erased. Its tombstone has no
// text and stays forever.
func (d Desired) Gone() bool { return d.Article == nil }

// SameAs reports whether nothing was written between the two reads.
func (d Desired) SameAs(other Desired) bool { return d.etag == other.etag }

// ErrUnknownArticle means that an order names an article that was never accepted.
var ErrUnknownArticle = errors.New("no such article")

func unknown(ref Ref) error { return fmt.Errorf("%w: %s", ErrUnknownArticle, ref) }

// Desired reads the desired state. It returns ErrNotFound if the article was never accepted, and
// ErrDamaged until the next revision or order replaces a damaged state.
func (l *Library) Desired(ctx context.Context, ref Ref) (Desired, error) {
	var d Desired
	etag, err := l.readJSON(ctx, ref.desiredKey(), &d)
	if err != nil {
		d = Desired{} // without the fields that could be decoded
	}
	d.etag = etag
	return d, err
}

// Accept stores what a CMS sent at sentAt, if it is newer than the known revision, and reports
// whether it was. After a nil error it cannot be lost: the store has a due marker and the desired
// state, written in this order. Known content that is sent again, even with a new signature, is not
// newer.
func (l *Library) Accept(ctx context.Context, ref Ref, payload article.Payload, sentAt time.Time, u Urgency) (newer bool, err error) {
	return l.update(ctx, ref, u, func(d *Desired) bool {
		next, newer := d.With(payload, sentAt)
		next.AcceptedAt = l.now().UTC()
		if newer {
			*d = next
		}
		return newer
	})
}

// With returns the desired state after a CMS sent payload at sentAt, and whether that is newer than
// the known one, d; if not, it returns d.
func (d Desired) With(payload article.Payload, sentAt time.Time) (next Desired, newer bool) {
	rev := RevisionOf(payload, sentAt)
	now, news := rev.Over(d.revision())
	if !news || d.has(rev, payload) || d.erased(rev) {
		return d, false
	}
	if !rev.prevails(d.revision()) { // only the time since when it is closed is news
		d.Revision = now
		return d, true
	}
	return d.replaced(now, payload), true
}

// revision returns the known revision, with whether everybody may read its content.
func (d Desired) revision() Revision {
	rev := d.Revision
	rev.restricted = d.Dropped != "" || !d.Gone() && d.Article.Restricted()
	return rev
}

// replaced returns the desired state with another revision and the same orders.
func (d Desired) replaced(now Revision, payload article.Payload) Desired {
	d.Revision, d.Article, d.ErasedAt, d.Dropped = now, nil, time.Time{}, ""
	if !now.Removed {
		d.Article = &payload
	}
	return d
}

// has reports whether the content is already known under the same updated_at.
func (d Desired) has(rev Revision, payload article.Payload) bool {
	return !d.Gone() && !rev.Removed && rev.UpdatedAt.Equal(d.Revision.UpdatedAt) && d.hasContent(payload)
}

// hasContent reports whether the known content is that of the payload, even if its text was dropped
// since. There must be known content.
func (d Desired) hasContent(payload article.Payload) bool {
	if d.Dropped != "" {
		return d.Dropped == sum(payload)
	}
	return sum(*d.Article) == sum(payload)
}

// MarkDue makes the workers check an article although its desired state did not change.
func (l *Library) MarkDue(ctx context.Context, ref Ref, u Urgency) error {
	return l.mark(ctx, l.newMarker(ref, u))
}

// Order changes the admin's orders and marks the article as due, even if the orders stay the same.
// It returns ErrUnknownArticle if the article was never accepted.
func (l *Library) Order(ctx context.Context, ref Ref, u Urgency, change func(*Orders)) error {
	known, err := l.update(ctx, ref, u, func(d *Desired) bool {
		change(&d.Orders)
		return d.etag != ""
	})
	if err == nil && !known {
		err = unknown(ref)
	}
	return err
}

// update applies change to the desired state in a compare-and-swap loop; the state is zero if there
// is none yet. It writes nothing if change returns false.
//
// The due marker is written before the state: a marker without work costs a few reads, work without
// a marker would be lost. It is written again after the state, because a task that ran in between
// found nothing to do and deleted it.
func (l *Library) update(ctx context.Context, ref Ref, u Urgency, change func(*Desired) bool) (written bool, err error) {
	var marker Marker
	for {
		desired, err := l.Desired(ctx, ref)
		if IgnoreUnreadable(err) != nil {
			return false, err
		}
		if !change(&desired) {
			return false, nil
		}
		desired.Trace = tracing.Parent(ctx)
		if marker == (Marker{}) {
			marker = l.newMarker(ref, u)
			if err := l.mark(ctx, marker); err != nil {
				return false, err
			}
		}
		_, err = l.writeJSON(ctx, ref.desiredKey(), desired, store.PutOptions{If: store.IfUnchanged(desired.etag)})
		if err == nil {
			return true, l.mark(ctx, marker)
		}
		if !errors.Is(err, store.ErrConflict) {
			return false, err
		}
	}
}
