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

// A circuit opens when at least ten requests within a minute were sent and half of them failed by
// the provider's fault. Half a minute later it lets one request through.
const (
	breakerRate     = 0.5
	breakerRequests = 10
	breakerPeriod   = time.Minute
	breakerDelay    = 30 * time.Second
	breakerPoll     = 50 * time.Millisecond
)

// errOpen is the error while the circuit is open.
var errOpen = fmt.Errorf("%w: circuit open: half of its recent answers were errors; next try within %v", ErrUnavailable, breakerDelay)

// Breaker is a circuit breaker: while its provider fails, requests fail at once without a call, so
// that another provider may take over.
type Breaker struct {
	Synthesizer
	OnCircuit func(provider string, open bool) // as of Checks; may be nil

	circuit circuitbreaker.CircuitBreaker[Speech]
	last    atomic.Value // of the provider's faults, as a fault
}

// fault is an error in an atomic.Value, which takes one type only.
type fault struct{ error }

// NewBreaker returns provider behind a circuit breaker of this process.
func NewBreaker(provider Synthesizer) *Breaker {
	return &Breaker{Synthesizer: provider, circuit: circuitbreaker.NewBuilder[Speech]().
		HandleIf(func(_ Speech, err error) bool { return providersFault(err) }).
		WithFailureRateThreshold(breakerRate, breakerRequests, breakerPeriod).
		WithDelay(breakerDelay).
		WithSuccessThreshold(1).
		Build()}
}

// Synthesize returns ErrUnavailable at once while the circuit is open. The error quotes the
// provider's last error but does not wrap it: no call was made, so nothing is on the bill and no
// audio was bad. While one request tests whether the provider works again, the others wait for its
// result: ErrOpen with a circuit that is not open means that the test is running, or has just
// passed.
func (b *Breaker) Synthesize(ctx context.Context, call Call) (Speech, error) {
	if b.OnCircuit != nil {
		defer func() { b.OnCircuit(call.Provider, b.circuit.IsOpen()) }()
	}
	for {
		if ctx.Err() != nil {
			return Speech{}, localError{context.Cause(ctx)}
		}
		speech, err := failsafe.With[Speech](b.circuit).WithContext(ctx).Get(func() (Speech, error) {
			return b.ask(ctx, call)
		})
		switch {
		case !errors.Is(err, circuitbreaker.ErrOpen):
			return speech, err
		case b.circuit.IsOpen():
			last, _ := b.last.Load().(fault)
			return Speech{}, localError{fmt.Errorf("%s: %w; the last error: %v", call.Provider, errOpen, last.error)} //nolint:errorlint // not wrapped, as said above
		}
		select {
		case <-time.After(breakerPoll):
		case <-ctx.Done():
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

// providersFault reports whether err is the provider's fault, rather than that of the request, a
// rate limit or the caller.
func providersFault(err error) bool {
	var busy *Busy
	return mayPass(err) && !errors.As(err, &busy)
}
