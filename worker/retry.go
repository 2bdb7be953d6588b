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

// retryDelay is asynq's RetryDelayFunc: n counts the failures so far. A *narrate.Later carries its
// own delay.
func retryDelay(n int, err error, _ *asynq.Task) time.Duration {
	var later *narrate.Later
	if errors.As(err, &later) {
		return later.After
	}
	delay := lastRetry
	if n < 10 { // 2^10 s is above lastRetry already
		delay = firstRetry << n
	}
	return delay - rand.N(delay/2)
}

// isFailure is asynq's: a *narrate.Later is no failure and uses up no retry.
func isFailure(err error) bool {
	var later *narrate.Later
	return err != nil && !errors.As(err, &later)
}
