package library

import (
	"context"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
)

// Observed is the result of an observation.
type Observed int

// The results of Observe.
const (
	Unchanged Observed = iota // it is what was known
	Overtaken                 // something is known that is newer, or may be
	News                      // it is stored
)

// Observe stores a source's answer about an article. It keeps the promise of Accept.
//
// An observation orders among hooks by when they were sent: it is newer than one sent before it and
// older than one sent after it. Its updated_at decides only between contents that are both public
// or both restricted: undoing a change or a bulk action in the source does not change updated_at. A
// removal without updated_at keeps the known one.
func (l *Library) Observe(ctx context.Context, ref Ref, payload article.Payload, at time.Time, u Urgency) (result Observed, err error) {
	rev := RevisionOf(payload, at)
	_, err = l.update(ctx, ref, u, func(d *Desired) bool {
		if result = rev.observed(d, payload); result != News {
			return false
		}
		now := rev
		now.UpdatedAt = latest(rev.UpdatedAt, d.Revision.UpdatedAt)
		*d = d.replaced(now, payload)
		d.AcceptedAt = l.now().UTC()
		return true
	})
	return result, err
}

func (r Revision) observed(d *Desired, payload article.Payload) Observed {
	switch {
	case d.etag == "" && r.Removed, d.says(payload), d.erased(r):
		return Unchanged
	case !r.observedOver(d.revision()):
		return Overtaken
	default:
		return News
	}
}

// observedOver reports whether an observation is newer than what is known. Only content that is not
// older than what closed an article can open it to everybody again.
func (r Revision) observedOver(known Revision) bool {
	switch {
	case r.Removed, known.Removed, r.closes(known), r.UpdatedAt.Equal(known.UpdatedAt):
		return r.sentAfter(known)
	case known.closes(r):
		return r.sentAfter(known) && r.UpdatedAt.After(known.UpdatedAt)
	default:
		return r.UpdatedAt.After(known.UpdatedAt)
	}
}

// says reports whether the desired state has the same content, or is gone as well.
func (d Desired) says(payload article.Payload) bool {
	if d.etag == "" {
		return false
	}
	if d.Gone() || payload.Status == article.Removed {
		return d.Gone() && payload.Status == article.Removed
	}
	return d.hasContent(payload)
}
