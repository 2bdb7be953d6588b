package speech

import (
	"context"
	"errors"
	"time"

	"github.com/aloud-audio/aloud/internal/tracing"
)

// Outcomes of requests to providers, as Observed names them.
var Outcomes = []string{outcomeOK, outcomeRateLimit, outcomeRefused, outcomeTimeout, outcomeStopped, outcomeError}

const (
	outcomeOK        = "ok" // audio, which the checks may still refuse
	outcomeRateLimit = "rate_limit"
	outcomeRefused   = "refused" // every retry would fail
	outcomeTimeout   = "timeout"
	outcomeStopped   = "stopped" // by us
	outcomeError     = "error"
)

// OnAnswer is called with the outcome of a request and how long the provider took.
type OnAnswer func(call Call, outcome string, took time.Duration)

// Observed is a Synthesizer that reports and traces each request to its provider.
type Observed struct {
	Synthesizer
	OnAnswer OnAnswer // may be nil
}

// Synthesize implements Synthesizer.
func (o Observed) Synthesize(ctx context.Context, call Call) (Speech, error) {
	began := time.Now()
	ctx, span := tracing.Call(ctx, "provider")
	span.Set("aloud.provider", call.Provider)
	span.Set("aloud.voice", call.Voice)
	span.SetInt("aloud.characters", call.Billed)
	said, err := o.Synthesizer.Synthesize(ctx, call)
	outcome := outcomeOf(ctx, err)
	span.Set("aloud.outcome", outcome)
	span.End(err)
	if o.OnAnswer != nil {
		o.OnAnswer(call, outcome, time.Since(began))
	}
	return said, err
}

func outcomeOf(ctx context.Context, err error) string {
	var busy *Busy
	switch {
	case err == nil:
		return outcomeOK
	case errors.As(err, &busy):
		return outcomeRateLimit
	case errors.Is(err, ErrPermanent):
		return outcomeRefused
	case errors.Is(ctx.Err(), context.Canceled):
		return outcomeStopped
	case errors.Is(err, context.DeadlineExceeded):
		return outcomeTimeout
	}
	return outcomeError
}
