package newsroom

import (
	"cmp"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/source"
)

// comparison has everything that decides whether a listed article differs from the known one.
type comparison struct {
	listed  source.Listed
	source  string // which lists it
	asking  source.Asking
	id      string // of the known article
	known   library.Desired
	damaged bool // the known state cannot be read
	seen    bool // it was listed before, under another mark
}

// difference returns how the list differs from the known article; "" if it does not.
func (c comparison) difference() (Wrong, string) {
	revision := c.known.Revision
	switch {
	case c.damaged:
		return Missed, "published there, damaged here"
	case c.fromElsewhere():
		return "", ""
	case !c.known.ErasedAt.IsZero() && !c.listed.UpdatedAt.After(revision.UpdatedAt):
		return "", ""
	case c.known.Gone():
		return Missed, "published there, removed here"
	case c.listed.UpdatedAt.After(revision.UpdatedAt):
		return Missed, "newer there"
	case c.asking.Detailed:
		return detail(c.listed.Payload, *c.known.Article)
	case c.seen:
		return Changed, "listed differently"
	default:
		return "", ""
	}
}

// fromElsewhere reports whether the article came from a hook or an admin and the list has only its
// page, which says less about it. The pass still checks whether it is gone.
func (c comparison) fromElsewhere() bool {
	return c.asking.Pages && c.id != c.listed.ID && (c.known.Gone() || c.known.Article.Source != c.source)
}

// detail names the first field that differs.
func detail(there, here article.Payload) (Wrong, string) {
	for _, field := range []struct {
		name  string
		equal bool
	}{
		{"visibility", there.Visibility == here.Visibility},
		{"title", there.Title == here.Title},
		{"standfirst", there.Standfirst == here.Standfirst},
		{"address", there.URL == here.URL},
		{"authors", slices.Equal(there.Byline, here.Byline)},
		{"tags", slices.Equal(there.Tags, here.Tags)},
	} {
		if !field.equal {
			return Changed, "other " + field.name + " there"
		}
	}
	return "", ""
}

// archived reports whether a listed article that is unknown here belongs to the archive:
// connecting a source must not buy its archive. An article without a date belongs to it if it
// was listed when the source was first asked, or has not changed since.
func archived(l source.Listed, since time.Time, first, seen bool) bool {
	if !l.PublishedAt.IsZero() {
		return l.PublishedAt.Before(since)
	}
	return first || seen || !l.UpdatedAt.IsZero() && l.UpdatedAt.Before(since)
}

// Limits on the requests for articles that have left a window.
const (
	newlyUnlisted = 25        // in a pass, of those that left it since the last one
	longUnlisted  = 10        // in a pass, of the others
	unlistedRest  = time.Hour // between two questions about one article
)

// inTurn chooses which articles that have left a window are requested in this pass: those that were
// never requested at once, the others in turn. askedAt has Unix seconds by id.
func inTurn(unlisted []*doubt, askedAt map[string]int64, now time.Time) (chosen []*doubt) {
	slices.SortStableFunc(unlisted, func(a, b *doubt) int { return cmp.Compare(askedAt[a.ref.ID], askedAt[b.ref.ID]) })
	rested, left := now.Add(-unlistedRest).Unix(), longUnlisted
	for _, d := range unlisted {
		switch at := askedAt[d.ref.ID]; {
		case at == 0 && len(chosen) < newlyUnlisted:
			chosen = append(chosen, d)
		case at != 0 && at < rested && left > 0:
			chosen, left = append(chosen, d), left-1
		}
	}
	return chosen
}
