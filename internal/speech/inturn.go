package speech

import "context"

// Turns bound how many calls are under way at once: one holds a place while the provider is asked.
type Turns chan struct{}

// InTurn is a Synthesizer that asks its provider when the request's turns have a place. Checking, storing and encoding
// what came back, and waiting to ask again, take none.
type InTurn struct{ Synthesizer }

// Synthesize waits for its turn, or until ctx ends.
func (i InTurn) Synthesize(ctx context.Context, req Request) (Speech, error) {
	if req.Turns == nil {
		return i.Synthesizer.Synthesize(ctx, req)
	}
	select {
	case req.Turns <- struct{}{}:
	case <-ctx.Done():
		return Speech{}, ownTrouble{context.Cause(ctx)}
	}
	defer func() { <-req.Turns }()
	return i.Synthesizer.Synthesize(ctx, req)
}
