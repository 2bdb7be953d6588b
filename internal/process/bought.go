package process

import (
	"context"
	"time"
)

// endWithin is how long a stopped worker keeps trying to store what it bought: a second less than
// Kubernetes grants.
const endWithin = 29 * time.Second

// outliving returns a context that ends some time after ctx.
func outliving(ctx context.Context, grace time.Duration) (context.Context, context.CancelFunc) {
	later, cancel := context.WithCancel(context.WithoutCancel(ctx))
	context.AfterFunc(ctx, func() { time.AfterFunc(grace, cancel) })
	return later, cancel
}

// keepBought stores the speech that a worker bought and could not store while it ran. The voices of
// all editions share what is not stored yet.
func (p *process) keepBought(ctx context.Context) {
	voices := p.current().tasks.Narrator.Voices
	if n := voices.Unsaved(); n > 0 {
		p.Log.Warn("speech that was paid for is not stored yet: the process ends when it is, or after half a minute", "segments", n)
	}
	voices.Flush(ctx)
	if n := voices.Unsaved(); n > 0 {
		p.Log.Error("speech that was paid for is lost, and will be bought again: the store did not take it in time", "segments", n)
	}
}
