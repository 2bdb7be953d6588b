package library

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// Delay says why work on an article has not ended yet. It is stored with the outcome of the former
// work and deleted when this work ends, so it survives a wiped queue and needs no clean-up.
type Delay struct {
	Revision string    `json:"revision"`              // the revision being worked on
	Attempts int       `json:"attempts"`              // failed ones
	BadAudio int       `json:"bad_audio,omitempty"`   // of these, because of bad audio
	At       time.Time `json:"at,omitzero"`           // of the last
	Reason   string    `json:"reason,omitempty"`      // of the last, for people
	Next     time.Time `json:"next_attempt,omitzero"` // when there is another
	Late     bool      `json:"late,omitempty"`        // the article has waited for longer than its site's limit
}

// For returns the delay of a revision: attempts at an older one do not count.
func (d *Delay) For(revision string) Delay {
	switch {
	case d == nil:
		return Delay{Revision: revision}
	case d.Revision != revision:
		return Delay{Revision: revision, Late: d.Late}
	}
	return *d
}

// Postpone changes the recorded delay; change gets the present one, or nil. If the work ends
// meanwhile, nothing is recorded.
func (l *Library) Postpone(ctx context.Context, ref Ref, change func(*Delay) Delay) error {
	last := Outcome{State: Accepted}
	etag, err := l.readJSON(ctx, ref.outcomeKey(), &last)
	if err := IgnoreUnreadable(err); err != nil {
		return err
	}
	delay := change(last.Delay)
	last.Delay = &delay
	_, err = l.writeJSON(ctx, ref.outcomeKey(), last, store.PutOptions{If: store.IfUnchanged(etag)})
	if errors.Is(err, store.ErrConflict) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("record the delay of %s: %w", ref, err)
	}
	return nil
}
