package narrate

import (
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/speech"
)

// ErrPermanent marks an error that another try would meet again: only a new revision, an order or other settings help.
var ErrPermanent = speech.ErrPermanent

// badAudioAttempts is how often an article is tried whose provider answers with audio that is no good: each try is paid
// for, and a provider that has a bad minute may have none in the next.
const badAudioAttempts = 3

// hopeless makes an error permanent that was met too often.
func hopeless(err error, attempt int) error {
	if errors.Is(err, speech.ErrBadAudio) && attempt >= badAudioAttempts {
		return speech.Permanent(err)
	}
	return err
}

// Later says that the work is to be taken up again after a while, without counting as an attempt.
type Later struct {
	After  time.Duration
	Reason string
}

func (l *Later) Error() string { return fmt.Sprintf("%s: again in %s", l.Reason, l.After) }

// NothingToRead says that an article has nothing for the public to hear: State and Reason go into its outcome.
type NothingToRead struct {
	State  library.State
	Reason string
}

func (e *NothingToRead) Error() string { return "nothing to read: " + e.Reason }

// unfinished is the error of a pass, with what GiveUp needs to end it.
type unfinished struct {
	error
	revision library.Revision
	due      []library.Marker
}

func (u *unfinished) Unwrap() error { return u.error }
