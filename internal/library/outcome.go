package library

import (
	"context"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// Outcome is the result of the last work on an article; Accepted, and no time, before any has
// ended.
type Outcome struct {
	State    State     `json:"state"`
	Reason   string    `json:"reason,omitempty"` // for people
	Revision string    `json:"revision"`         // the revision that was worked on
	Attempts int       `json:"attempts"`
	At       time.Time `json:"at"`

	Delay *Delay `json:"delay,omitempty"` // of the work since; nil: none is delayed
}

// Outcome reads the result of the last work on an article. It returns ErrNotFound if no work has
// ended, or failed and is retried.
func (l *Library) Outcome(ctx context.Context, ref Ref) (Outcome, error) {
	var o Outcome
	_, err := l.readJSON(ctx, ref.outcomeKey(), &o)
	return o, err
}

// Conclude records an outcome and deletes the due markers that asked for the work.
func (l *Library) Conclude(ctx context.Context, ref Ref, outcome Outcome, markers []Marker) error {
	outcome.At = l.now().UTC()
	if _, err := l.writeJSON(ctx, ref.outcomeKey(), outcome, store.PutOptions{}); err != nil {
		return fmt.Errorf("record the outcome of %s: %w", ref, err)
	}
	return l.Done(ctx, markers)
}
