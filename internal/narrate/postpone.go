package narrate

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/speech"
)

// badAudioAttempts bounds how often a revision is tried while its provider returns bad audio,
// because each attempt is paid for.
const badAudioAttempts = 3

// giveUpOnBadAudio makes an error permanent if the provider has returned bad audio for this
// revision badAudioAttempts times. The count is in the store, so a wiped queue cannot buy more.
func (n *Narrator) giveUpOnBadAudio(ctx context.Context, j job, err error) error {
	if !IsBadAudio(err) {
		return err
	}
	last, unreadable := n.Library.Outcome(ctx, j.ref)
	if unreadable != nil || last.Delay.For(j.desired.Revision.String()).BadAudio < badAudioAttempts-1 {
		return err
	}
	return speech.Permanent(err)
}

// awaitBetterAudio returns a *Later if the last attempt at this revision returned bad audio and the
// next one is not due. However many tasks an article has, its attempts are minutes apart. A marker
// that arrived since ends the wait.
func (n *Narrator) awaitBetterAudio(ctx context.Context, j job) error {
	last, err := n.Library.Outcome(ctx, j.ref)
	if err := library.IgnoreUnreadable(err); err != nil {
		return err
	}
	delay := last.Delay.For(j.desired.Revision.String())
	wait := delay.Next.Sub(n.Now())
	asked := slices.ContainsFunc(j.due, func(m library.Marker) bool { return m.At.After(delay.At) })
	if delay.BadAudio == 0 || wait <= 0 || asked {
		return nil
	}
	return &Later{After: wait, Reason: "waiting for a provider that returned bad audio"}
}

// Postpone records that an attempt failed with err, and when the next one is, for status, list and
// the next attempt.
func (n *Narrator) Postpone(ctx context.Context, ref library.Ref, err error, next time.Time) error {
	return n.Library.Postpone(ctx, ref, func(before *library.Delay) library.Delay {
		delay := before.For(revisionOf(err, before))
		delay.Attempts++
		if IsBadAudio(err) {
			delay.BadAudio++
		}
		delay.At, delay.Reason, delay.Next = n.Now().UTC(), err.Error(), next.UTC().Truncate(time.Second)
		return delay
	})
}

// revisionOf returns the revision that an attempt worked on. If the attempt saw none, it is the
// previous attempt's.
func revisionOf(err error, before *library.Delay) string {
	var last *unfinished
	switch {
	case errors.As(err, &last):
		return last.revision.String()
	case before != nil:
		return before.Revision
	}
	return ""
}
