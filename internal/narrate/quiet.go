package narrate

import (
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// Editors save, look, and save again. An edit within quiet of the last render starts no render until no other came for
// that long; maxWait keeps a live blog, edited all day, from never being heard.
const (
	quiet   = 20 * time.Second
	maxWait = 5 * time.Minute
)

// untilQuiet says how long the article's render is to wait, 0 or less for not at all. What an admin ordered never waits.
func (n *Narrator) untilQuiet(j job, former library.Narration) time.Duration {
	if former.RenderedAt.IsZero() || former.Order != j.desired.Orders.Render {
		return 0
	}
	first := j.desired.AcceptedAt
	if len(j.due) > 0 && j.due[0].At.Before(first) {
		first = j.due[0].At
	}
	if first.Sub(former.RenderedAt) >= quiet {
		return 0
	}
	calm, limit := j.desired.AcceptedAt.Add(quiet), first.Add(maxWait)
	if limit.Before(calm) {
		calm = limit
	}
	return calm.Sub(n.Now())
}
