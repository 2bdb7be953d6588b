package narrate

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/track"
)

// ErrPermanent marks an error that a retry would meet again: only a new revision, an order or other
// settings help.
var ErrPermanent = speech.ErrPermanent

// trackError marks an error of the track builder as permanent, because the same speech makes the
// same track. Exceptions are a full disk, and wrong speech, which is deleted and bought again.
func trackError(err error) error {
	switch {
	case err == nil || errors.Is(err, track.ErrSpool):
		return err
	case errors.As(err, new(*track.WrongSpeech)):
		return fmt.Errorf("%w: %w", speech.ErrBadAudio, err)
	}
	return speech.Permanent(err)
}

// troubles are the kinds of errors; the first match counts.
var troubles = []struct {
	name string
	fits func(error) bool
}{
	{"bad_audio", IsBadAudio},
	{"rate_limit", func(err error) bool { return errors.As(err, new(*speech.Busy)) }},
	{"provider", func(err error) bool { return errors.Is(err, speech.ErrUnavailable) }},
	{"timeout", func(err error) bool { return errors.Is(err, context.DeadlineExceeded) }},
	{"other", func(error) bool { return true }},
}

// Trouble returns the kind of an error, for metrics.
func Trouble(err error) string {
	for _, t := range troubles {
		if t.fits(err) {
			return t.name
		}
	}
	return ""
}

// Troubles returns the kinds that Trouble can return.
func Troubles() []string {
	names := make([]string, len(troubles))
	for i, t := range troubles {
		names[i] = t.name
	}
	return names
}

// IsBadAudio reports whether an attempt was paid for but returned bad audio. A provider usually
// recovers within minutes, so the next attempt should wait that long.
func IsBadAudio(err error) bool { return errors.Is(err, speech.ErrBadAudio) }

// Later asks for the task to be run again after a while. It does not count as an attempt.
type Later struct {
	After  time.Duration
	Reason string
}

func (l *Later) Error() string { return fmt.Sprintf("%s; next attempt in %s", l.Reason, l.After) }

// NothingToRead reports that an article has nothing for the public to hear. Its Wish is MembersOnly
// or Unread; Reason goes into the outcome.
type NothingToRead struct {
	Wish   library.Wish
	Reason string
}

func (e *NothingToRead) Error() string { return "nothing to read: " + e.Reason }

// unfinished is the error of a pass, with the data that GiveUp needs to record it.
type unfinished struct {
	error
	revision library.Revision
	due      []library.Marker
}

func (u *unfinished) Unwrap() error { return u.error }
