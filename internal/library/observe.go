package library

import (
	"context"
	"encoding/json"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
)

// Observed is what became of an observation.
type Observed int

// The results of Observe.
const (
	Unchanged Observed = iota // it is what was known
	Overtaken                 // something is known that is newer, or may be
	News                      // it is stored
)

// Observe stores how a source said, when it was asked, that an article stands. It keeps the promise
// of Accept.
//
// An observation orders among hooks by when they were sent: it is newer than one sent before it and
// older than one sent after it. Its updated_at decides only between contents: a source that undoes
// a change, or its own bulk action, leaves updated_at as it was. A removal without updated_at keeps
// the known one.
func (l *Library) Observe(ctx context.Context, ref Ref, payload article.Payload, at time.Time) (result Observed, err error) {
	rev := Revision{UpdatedAt: payload.UpdatedAt, Removed: payload.Status == article.Removed, SentAt: at}
	_, err = l.update(ctx, ref, func(d *Desired) bool {
		if result = rev.observed(d, payload); result != News {
			return false
		}
		if rev.UpdatedAt.Before(d.Revision.UpdatedAt) {
			rev.UpdatedAt = d.Revision.UpdatedAt
		}
		d.Revision, d.AcceptedAt, d.Article = rev, l.now().UTC(), nil
		if !rev.Removed {
			d.Article = &payload
		}
		return true
	})
	return result, err
}

func (r Revision) observed(d *Desired, payload article.Payload) Observed {
	switch {
	case d.etag == "" && r.Removed, d.says(payload):
		return Unchanged
	case !r.observedOver(d.Revision):
		return Overtaken
	default:
		return News
	}
}

// observedOver reports whether an observation is newer than what is known.
func (r Revision) observedOver(known Revision) bool {
	switch {
	case r.Removed || known.Removed:
		return r.SentAt.UnixMilli() > known.SentAt.UnixMilli()
	case r.UpdatedAt.Equal(known.UpdatedAt):
		return r.SentAt.UnixMilli() > known.SentAt.UnixMilli()
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
	known, knownErr := json.Marshal(d.Article)
	said, saidErr := json.Marshal(payload)
	return knownErr == nil && saidErr == nil && string(known) == string(said)
}
