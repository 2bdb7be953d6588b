package library

import (
	"context"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// Outcome is how bringing an article up to date ended.
type Outcome struct {
	State    State     `json:"state"`
	Reason   string    `json:"reason,omitempty"` // for people
	Revision string    `json:"revision"`         // the revision that it is about
	Attempts int       `json:"attempts"`
	At       time.Time `json:"at"`
}

// State is an article's state, as status and list show it.
type State string

// The states in which work ends, or, of Parked, waits.
const (
	Published     State = "published"       // its narration is public
	Removed       State = "removed"         // nothing of it is public
	NothingToRead State = "nothing_to_read" // no text, so no audio and no player
	Failed        State = "failed"          // until a new revision or an admin's order
	Parked        State = "parked"          // until the site's budget has room again
)

// Outcome reads how the last work on the article ended; ErrNotFound if none has ended yet.
func (l *Library) Outcome(ctx context.Context, ref Ref) (Outcome, error) {
	var o Outcome
	_, err := l.readJSON(ctx, ref.outcomeKey(), &o)
	return o, err
}

// Conclude records how the work ended and removes the markers that asked for it.
func (l *Library) Conclude(ctx context.Context, ref Ref, outcome Outcome, markers []Marker) error {
	outcome.At = l.now().UTC()
	if _, err := l.writeJSON(ctx, ref.outcomeKey(), outcome, store.PutOptions{}); err != nil {
		return fmt.Errorf("record the outcome of %s: %w", ref, err)
	}
	return l.Done(ctx, markers)
}
