package worker

import (
	"errors"
	"math/rand/v2"
	"time"

	"github.com/hibiken/asynq"

	"github.com/aloud-audio/aloud/internal/narrate"
)

// Retries wait 1 s, 2 s, 4 s … up to ten minutes. Up to half of each wait is taken off at random,
// so that the articles of an outage are not all retried at once.
const (
	firstRetry = time.Second
	lastRetry  = 10 * time.Minute
)

// After bad audio, which is billed, the next attempt is two to three minutes later.
const badAudioRetry = 3 * time.Minute

// failed is the error of an attempt, with the time until the next one.
type failed struct {
	error
	again time.Duration
}

func (f *failed) Unwrap() error { return f.error }

// failedAttempt returns a *failed: n counts the failures so far.
func failedAttempt(n int, err error) *failed {
	if narrate.IsBadAudio(err) {
		return &failed{err, badAudioRetry - rand.N(badAudioRetry/3)}
	}
	delay := lastRetry
	if n < 10 { // 2^10 s is above lastRetry already
		delay = firstRetry << n
	}
	return &failed{err, delay - rand.N(delay/2)}
}

// retryDelay is asynq's RetryDelayFunc: n counts the failures so far. A *failed and a
// *narrate.Later carry their own delay.
func retryDelay(n int, err error, _ *asynq.Task) time.Duration {
	var later *narrate.Later
	var attempt *failed
	switch {
	case errors.As(err, &later):
		return later.After
	case errors.As(err, &attempt):
		return attempt.again
	}
	return failedAttempt(n, err).again
}

// isFailure is asynq's IsFailure: a *narrate.Later is no failure and uses up no retry.
func isFailure(err error) bool {
	var later *narrate.Later
	return err != nil && !errors.As(err, &later)
}
