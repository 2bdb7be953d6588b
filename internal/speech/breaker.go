package speech

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/circuitbreaker"
)

// A breaker opens when half of at least ten requests within a minute failed by the provider's fault, and lets the next
// one through half a minute later.
const (
	breakerRate     = 0.5
	breakerRequests = 10
	breakerPeriod   = time.Minute
	breakerDelay    = 30 * time.Second
	breakerPoll     = 50 * time.Millisecond
)

// errOpen is the answer of a breaker that is open.
var errOpen = fmt.Errorf("%w: most of its last answers were errors, and it is asked again soon", ErrUnavailable)

// Breaker is a Synthesizer that leaves its provider alone while that fails: the articles that wait for it fail at once,
// and may be spoken by another.
type Breaker struct {
	Synthesizer
	circuit circuitbreaker.CircuitBreaker[Speech]
	last    atomic.Value // of the provider's faults, as a fault
}

// fault is an error in an atomic.Value, which takes one type only.
type fault struct{ error }

// NewBreaker returns provider behind a breaker, which is this process's own.
func NewBreaker(provider Synthesizer) *Breaker {
	return &Breaker{Synthesizer: provider, circuit: circuitbreaker.NewBuilder[Speech]().
		HandleIf(func(_ Speech, err error) bool { return providersFault(err) }).
		WithFailureRateThreshold(breakerRate, breakerRequests, breakerPeriod).
		WithDelay(breakerDelay).
		WithSuccessThreshold(1).
		Build()}
}

// Synthesize returns ErrUnavailable at once while the breaker is open. While one request tries whether the provider works
// again, the others wait for what comes of it.
func (b *Breaker) Synthesize(ctx context.Context, call Call) (Speech, error) {
	for {
		speech, err := failsafe.With[Speech](b.circuit).WithContext(ctx).Get(func() (Speech, error) {
			return b.ask(ctx, call)
		})
		switch {
		case !errors.Is(err, circuitbreaker.ErrOpen):
			return speech, err
		case !b.circuit.IsHalfOpen():
			last, _ := b.last.Load().(fault)
			return Speech{}, fmt.Errorf("%s: %w; the last: %w", call.Provider, errOpen, last.error)
		}
		select {
		case <-time.After(breakerPoll):
		case <-ctx.Done():
			return Speech{}, localError{context.Cause(ctx)}
		}
	}
}

func (b *Breaker) ask(ctx context.Context, call Call) (Speech, error) {
	speech, err := b.Synthesizer.Synthesize(ctx, call)
	if providersFault(err) {
		b.last.Store(fault{err})
	}
	return speech, err
}

// providersFault tells errors of the provider from those of the request, of its sender's haste, and of the caller.
func providersFault(err error) bool {
	var busy *Busy
	return mayPass(err) && !errors.As(err, &busy)
}
