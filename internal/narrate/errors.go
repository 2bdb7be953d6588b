package narrate

import (
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

// trackError marks an error of the track builder as permanent: the same speech makes the same
// track. A full disk is the exception.
func trackError(err error) error {
	if err == nil || errors.Is(err, track.ErrSpool) {
		return err
	}
	return speech.Permanent(err)
}

// badAudioAttempts is how often an article is tried while its provider returns bad audio. Each
// attempt is paid for, and a provider's bad minute passes.
const badAudioAttempts = 3

// giveUpOnBadAudio makes the error of the last attempt permanent if the provider returned bad
// audio.
func giveUpOnBadAudio(err error, attempt int) error {
	if errors.Is(err, speech.ErrBadAudio) && attempt >= badAudioAttempts {
		return speech.Permanent(err)
	}
	return err
}

// Later asks for the task to be run again after a while. It does not count as an attempt.
type Later struct {
	After  time.Duration
	Reason string
}

func (l *Later) Error() string { return fmt.Sprintf("%s; next try in %s", l.Reason, l.After) }

// NothingToRead reports an article that has nothing for the public to hear. Its Wish is MembersOnly
// or Unread; Reason goes into its outcome.
type NothingToRead struct {
	Wish   library.Wish
	Reason string
}

func (e *NothingToRead) Error() string { return "nothing to read: " + e.Reason }

// unfinished is the error of a pass, with what GiveUp needs to record it.
type unfinished struct {
	error
	revision library.Revision
	due      []library.Marker
}

func (u *unfinished) Unwrap() error { return u.error }
