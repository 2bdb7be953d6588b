package narrate

import (
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// Editors save, look, and save again. An edit within debounce of the last render waits until there
// has been no other edit for that long. maxDebounce ensures that a live blog, which is edited all
// day, is rendered too.
const (
	debounce    = 20 * time.Second
	maxDebounce = 5 * time.Minute
)

// debounceDelay returns how long the render has to wait; 0 or less means not at all. An admin's
// order never waits.
func (n *Narrator) debounceDelay(j job, previous library.Narration) time.Duration {
	if previous.RenderedAt.IsZero() || previous.Order != j.desired.Orders.Render {
		return 0
	}
	first := j.desired.AcceptedAt
	if len(j.due) > 0 && j.due[0].At.Before(first) {
		first = j.due[0].At
	}
	if first.Sub(previous.RenderedAt) >= debounce {
		return 0
	}
	calm, limit := j.desired.AcceptedAt.Add(debounce), first.Add(maxDebounce)
	if limit.Before(calm) {
		calm = limit
	}
	return calm.Sub(n.Now())
}
