package library

import (
	"cmp"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
)

// Revision orders the versions of an article, however late, duplicated or reordered its hooks
// arrive.
type Revision struct {
	UpdatedAt time.Time `json:"updated_at"`        // the CMS's own time; Ghost's has whole seconds
	Removed   bool      `json:"removed,omitempty"` // no longer public
	SentAt    time.Time `json:"sent_at"`           // the hook's own timestamp, milliseconds

	restricted bool // it has content, which not everybody may read
}

// RevisionOf returns the revision of a payload that was sent at sentAt.
func RevisionOf(payload article.Payload, sentAt time.Time) Revision {
	removed := payload.Status == article.Removed
	return Revision{UpdatedAt: payload.UpdatedAt, Removed: removed, SentAt: sentAt, restricted: !removed && payload.Restricted()}
}

// Compare is negative if r is older than other, positive if it is newer, and 0 if both are the
// same. Over has the exceptions for removals and restrictions.
//
// Within one updated_at a removal is newer than any content: Ghost deletes a post without changing
// its updated_at, so the other order would leave the audio of a deleted post public.
func (r Revision) Compare(other Revision) int {
	return cmp.Or(
		r.UpdatedAt.Compare(other.UpdatedAt),
		boolCompare(r.Removed, other.Removed),
		cmp.Compare(r.SentAt.UnixMilli(), other.SentAt.UnixMilli()),
	)
}

// Over returns the known revision after r arrived, given the one known before, and whether that
// changes anything.
//
// A removal that was sent after the content beats it, whatever the content's updated_at, and so
// does content that not everybody may read after content for everybody: a CMS whose clock was wrong
// once, or whose backup was restored, can still take its articles out of the public. Content that
// was sent before either does not undo it. If both are removals or restrictions, the later time of
// each clock is kept.
func (r Revision) Over(known Revision) (now Revision, news bool) {
	later := r.sentAfter(known)
	if r.Removed && known.Removed {
		now = Revision{UpdatedAt: latest(r.UpdatedAt, known.UpdatedAt), Removed: true, SentAt: latest(r.SentAt, known.SentAt)}
		return now, r.UpdatedAt.After(known.UpdatedAt) || later && !r.UpdatedAt.Equal(known.UpdatedAt)
	}
	if now = known; r.prevails(known) {
		now, news = r, true
	}
	if r.closed() && known.closed() {
		now.SentAt, news = latest(r.SentAt, known.SentAt), news || later
	}
	return now, news
}

// prevails reports whether the content or removal of r replaces the known one.
func (r Revision) prevails(known Revision) bool {
	switch {
	case r.sentAfter(known) && r.closes(known):
		return true
	case known.sentAfter(r) && known.closes(r):
		return false
	default:
		return r.Compare(known) > 0
	}
}

// sentAfter compares by milliseconds.
func (r Revision) sentAfter(other Revision) bool {
	return r.SentAt.UnixMilli() > other.SentAt.UnixMilli()
}

// closed reports whether r is not for everybody.
func (r Revision) closed() bool { return r.Removed || r.restricted }

// closes reports whether r removes from the public what other may have published.
func (r Revision) closes(other Revision) bool {
	return r.Removed && !other.Removed || r.restricted && !other.closed()
}

func latest(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

// String returns the CMS's updated_at as narrations and outcomes show it: RFC 3339 with
// milliseconds.
func (r Revision) String() string {
	return r.UpdatedAt.UTC().Format("2006-01-02T15:04:05.000Z07:00")
}

func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	default:
		return -1
	}
}
