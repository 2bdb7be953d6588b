package library

import (
	"cmp"
	"time"
)

// Revision orders what a CMS says of one article, however late, doubled or shuffled it arrives.
type Revision struct {
	UpdatedAt time.Time `json:"updated_at"`        // the CMS's own; Ghost's has whole seconds
	Removed   bool      `json:"removed,omitempty"` // no longer public
	SentAt    time.Time `json:"sent_at"`           // the hook's own timestamp, milliseconds
}

// Compare is negative if r is older than other, positive if it is newer, 0 if there is nothing to choose.
//
// Within one updated_at a removal stands above any content: Ghost deletes a post without touching its updated_at, so
// the other order would leave the audio of a deleted post in public.
func (r Revision) Compare(other Revision) int {
	return cmp.Or(
		r.UpdatedAt.Compare(other.UpdatedAt),
		boolCompare(r.Removed, other.Removed),
		cmp.Compare(r.SentAt.UnixMilli(), other.SentAt.UnixMilli()),
	)
}

// String is the revision as narrations and outcomes show it: the CMS's updated_at, RFC 3339 with milliseconds.
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
