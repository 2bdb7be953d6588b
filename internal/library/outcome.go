package library

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// Outcome is the result of the last work on an article; before any work has ended, its state is
// Accepted and its time zero.
type Outcome struct {
	State    State     `json:"state"`
	Reason   string    `json:"reason,omitempty"` // for people
	Revision string    `json:"revision"`         // the revision that was worked on
	Attempts int       `json:"attempts"`
	At       time.Time `json:"at"`

	Delay *Delay `json:"delay,omitempty"` // of the work since; nil: none is delayed
}

// Outcome reads the result of the last work on an article. It returns ErrNotFound if no work has
// ended, nor failed and is being retried.
func (l *Library) Outcome(ctx context.Context, ref Ref) (Outcome, error) {
	var o Outcome
	_, err := l.readJSON(ctx, ref.outcomeKey(), &o)
	return o, err
}

// Conclude records an outcome, marks the article for the catalogue, and deletes the due markers of
// the work.
func (l *Library) Conclude(ctx context.Context, ref Ref, outcome Outcome, markers []Marker) error {
	outcome.At = l.now().UTC()
	if err := l.replaceOutcome(ctx, ref, outcome); err != nil {
		return fmt.Errorf("record the outcome of %s: %w", ref, err)
	}
	if err := l.markChanged(ctx, ref); err != nil {
		return err
	}
	return l.Done(ctx, markers)
}

// replaceOutcome overwrites any outcome, in a compare-and-swap loop: otherwise an earlier write
// that a dead connection delivers late could replace it.
func (l *Library) replaceOutcome(ctx context.Context, ref Ref, outcome Outcome) error {
	for {
		etag, err := l.readJSON(ctx, ref.outcomeKey(), &Outcome{})
		if IgnoreUnreadable(err) != nil {
			return err
		}
		_, err = l.writeJSON(ctx, ref.outcomeKey(), outcome, store.PutOptions{If: store.IfUnchanged(etag)})
		if !errors.Is(err, store.ErrConflict) {
			return err
		}
	}
}
