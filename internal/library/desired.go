package library

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/store"
)

// Desired is what the newsroom wants of one article: its newest revision, or its tombstone, and the admin's orders.
type Desired struct {
	Revision   Revision         `json:"revision"`
	AcceptedAt time.Time        `json:"accepted_at"` // when that revision reached us
	Article    *article.Payload `json:"article,omitempty"`
	Orders     Orders           `json:"orders,omitzero"`

	etag string
}

// Orders are the admin's, and outlive revisions.
type Orders struct {
	Voice  string `json:"voice,omitempty"`  // provider:voice instead of the site's, until cleared
	Render string `json:"render,omitempty"` // a nonce: a new one asks for a new track
	Held   bool   `json:"held,omitempty"`   // publish nothing, whatever the CMS says
}

// Gone says that the CMS no longer shows the article. Tombstones have no text and stay for ever.
func (d Desired) Gone() bool { return d.Article == nil }

// SameAs says that nothing was written between the two readings.
func (d Desired) SameAs(other Desired) bool { return d.etag == other.etag }

// ErrUnknownArticle says that an order names an article that was never accepted.
var ErrUnknownArticle = errors.New("no such article")

// Desired reads the desired state; ErrNotFound if the article was never accepted, ErrDamaged until the next revision or
// order replaces it.
func (l *Library) Desired(ctx context.Context, ref Ref) (Desired, error) {
	var d Desired
	etag, err := l.readJSON(ctx, ref.desiredKey(), &d)
	if err != nil {
		d = Desired{} // not what could be decoded of it
	}
	d.etag = etag
	return d, err
}

// Accept takes over what a CMS sent at sentAt, if it is newer than what is known, and says whether it was. After a nil
// error it cannot be lost: a due marker and the desired state are in the store, in this order.
func (l *Library) Accept(ctx context.Context, ref Ref, payload article.Payload, sentAt time.Time) (newer bool, err error) {
	rev := Revision{UpdatedAt: payload.UpdatedAt, Removed: payload.Status == article.Removed, SentAt: sentAt}
	return l.update(ctx, ref, func(d *Desired) bool {
		if rev.Compare(d.Revision) <= 0 {
			return false
		}
		d.Revision, d.AcceptedAt, d.Article = rev, l.now().UTC(), nil
		if !rev.Removed {
			d.Article = &payload
		}
		return true
	})
}

// Order changes the admin's orders and marks the article as due, also if they are what they were: an order asks for
// work. ErrUnknownArticle if the article was never accepted.
func (l *Library) Order(ctx context.Context, ref Ref, change func(*Orders)) error {
	known, err := l.update(ctx, ref, func(d *Desired) bool {
		change(&d.Orders)
		return d.etag != ""
	})
	if err == nil && !known {
		err = fmt.Errorf("%w: %s", ErrUnknownArticle, ref)
	}
	return err
}

// update applies change to the desired state, which may be the zero one, until it is written against no one else's
// write; it stops when change says that there is nothing to write.
//
// The due marker goes first: work that is marked and not wanted costs a look, work that is wanted and not marked would be
// lost. It goes once more after: a task that met it before the state found nothing to do and removed it.
func (l *Library) update(ctx context.Context, ref Ref, change func(*Desired) bool) (written bool, err error) {
	var marker Marker
	for {
		desired, err := l.Desired(ctx, ref)
		if replaceable(err) != nil {
			return false, err
		}
		if !change(&desired) {
			return false, nil
		}
		if marker == (Marker{}) {
			marker = l.newMarker(ref)
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
