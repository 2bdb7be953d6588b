package speech

import "context"

// Slots bounds concurrent calls: each holds a slot while the provider works on it.
type Slots chan struct{}

// Concurrency is a Synthesizer that calls its provider when one of the call's slots is free.
// Checking, storing and encoding the answer, and waiting before a retry, hold no slot.
type Concurrency struct{ Synthesizer }

// Synthesize waits for a slot, or until ctx ends.
func (c Concurrency) Synthesize(ctx context.Context, call Call) (Speech, error) {
	if call.Slots == nil {
		return c.Synthesizer.Synthesize(ctx, call)
	}
	select {
	case call.Slots <- struct{}{}:
	case <-ctx.Done():
		return Speech{}, localError{context.Cause(ctx)}
	}
	defer func() { <-call.Slots }()
	return c.Synthesizer.Synthesize(ctx, call)
}
