package library

import (
	"cmp"
	"time"
)

// Revision orders the versions of an article, however late, duplicated or reordered its hooks
// arrive.
type Revision struct {
	UpdatedAt time.Time `json:"updated_at"`        // the CMS's own time; Ghost's has whole seconds
	Removed   bool      `json:"removed,omitempty"` // no longer public
	SentAt    time.Time `json:"sent_at"`           // the hook's own timestamp, milliseconds
}

// Compare is negative if r is older than other, positive if it is newer, and 0 if both are the
// same. Over has the exception for removals.
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

// Over returns what is known of an article after r arrived where known was known before, and
// whether that is news.
//
// A removal that was sent after the content beats it, whatever the content's updated_at: a CMS
// whose clock was wrong once, or whose backup was restored, can still take its articles down. Of
// two removals the later time counts, for each of both clocks.
func (r Revision) Over(known Revision) (now Revision, news bool) {
	switch later := cmp.Compare(r.SentAt.UnixMilli(), known.SentAt.UnixMilli()); {
	case r.Removed && known.Removed:
		now = Revision{UpdatedAt: latest(r.UpdatedAt, known.UpdatedAt), Removed: true, SentAt: latest(r.SentAt, known.SentAt)}
		return now, r.UpdatedAt.After(known.UpdatedAt) || later > 0 && !r.UpdatedAt.Equal(known.UpdatedAt)
	case r.Removed && later > 0:
		return r, true
	case known.Removed && later < 0:
		return known, false
	case r.Compare(known) > 0:
		return r, true
	default:
		return known, false
	}
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
