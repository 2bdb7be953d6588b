package speech

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/retrypolicy"
)

// How often a request is sent, and the pauses between: half a second, doubled each time. After a
// rate limit the provider says how long to wait, or the pause is five seconds, doubled. Each pause
// is lengthened at random by up to a fifth, so that requests that failed together are not retried
// together.
const (
	attempts     = 5
	firstPause   = 500 * time.Millisecond
	firstBusy    = 5 * time.Second
	longestPause = 90 * time.Second
)

// Retry is a Synthesizer that retries where that may help: soon after a temporary error, later
// after a rate limit, once after an answer that was charged but is not speech, and never after a
// permanent error.
type Retry struct {
	Synthesizer
	policy retrypolicy.RetryPolicy[Speech]
}

// NewRetry returns provider with retries.
func NewRetry(provider Synthesizer) *Retry {
	return &Retry{Synthesizer: provider, policy: retrypolicy.NewBuilder[Speech]().
		HandleIf(func(_ Speech, err error) bool { return mayPass(err) }).
		WithMaxAttempts(attempts).
		WithDelayFunc(pause).
		ReturnLastFailure().
		Build()}
}

// paidTwice is the second answer that was charged but is not speech: there is no third request
// soon.
type paidTwice struct{ error }

func (p paidTwice) Error() string { return p.error.Error() + ", twice" }
func (p paidTwice) Unwrap() error { return p.error }

// Synthesize returns ErrUnavailable, with the last error, if no attempt succeeded, and ErrBadAudio
// after a second bad answer.
func (r *Retry) Synthesize(ctx context.Context, call Call) (Speech, error) {
	paid := 0
	speech, err := failsafe.With(r.policy).WithContext(ctx).Get(func() (Speech, error) {
		speech, err := r.Synthesizer.Synthesize(ctx, call)
		if errors.Is(err, ErrBadAudio) || errors.As(err, new(charged)) {
			if paid++; paid > 1 {
				err = paidTwice{err}
			}
		}
		return speech, err
	})
	if err == nil {
		return speech, nil
	}
	return Speech{}, lastError(ctx, err)
}

// lastError adds to the last attempt's error why there is no further attempt.
func lastError(ctx context.Context, err error) error {
	switch {
	case ctx.Err() != nil:
		return fmt.Errorf("%w: %w", context.Cause(ctx), err)
	case errors.As(err, new(localError)), errors.Is(err, ErrUnavailable), errors.Is(err, ErrBadAudio), errors.Is(err, ErrPermanent):
		return err
	case errors.As(err, new(paidTwice)):
		return fmt.Errorf("%w: %w", ErrUnavailable, err)
	case mayPass(err):
		return fmt.Errorf("%w after %d attempts: %w", ErrUnavailable, attempts, err)
	case tooBusy(err):
		return fmt.Errorf("%w and asks us to wait longer than %v: %w", ErrUnavailable, longestPause, err)
	}
	return err
}

// tooBusy reports whether the provider asks for a longer pause than a render can wait.
func tooBusy(err error) bool {
	var busy *Busy
	return errors.As(err, &busy) && busy.After > longestPause
}

// mayPass reports whether a retry soon may succeed.
func mayPass(err error) bool {
	var over *OverBudget
	final := errors.Is(err, ErrPermanent) || errors.As(err, new(paidTwice)) || errors.Is(err, errOpen) || errors.Is(err, context.Canceled)
	return err != nil && !final && !errors.As(err, &over) && !tooBusy(err)
}

func pause(last failsafe.ExecutionAttempt[Speech]) time.Duration {
	wait := firstPause << (last.Attempts() - 1)
	var busy *Busy
	if errors.As(last.LastError(), &busy) {
		wait = busy.After
		if wait == 0 {
			wait = firstBusy << (last.Attempts() - 1)
		}
	}
	return min(wait, longestPause) + rand.N(max(wait/5, 1))
}
