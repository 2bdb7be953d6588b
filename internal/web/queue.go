package web

import (
	"context"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/newsroom"
)

// queueTimeout bounds each request to the queue. The sweep enqueues what the queue missed.
const queueTimeout = 400 * time.Millisecond

// boundedQueue is a queue for requests that cannot wait: Redis clients have timeouts of their own,
// whatever their context says.
type boundedQueue struct{ newsroom.Queue }

// Enqueue implements newsroom.Queue.
func (q boundedQueue) Enqueue(ctx context.Context, ref library.Ref, u library.Urgency) error {
	return within(ctx, queueTimeout, func(ctx context.Context) error { return q.Queue.Enqueue(ctx, ref, u) })
}

// EnqueueOnce implements newsroom.Queue.
func (q boundedQueue) EnqueueOnce(ctx context.Context, ref library.Ref, u library.Urgency) error {
	return within(ctx, queueTimeout, func(ctx context.Context) error { return q.Queue.EnqueueOnce(ctx, ref, u) })
}

// EnqueueRemoval implements newsroom.Queue.
func (q boundedQueue) EnqueueRemoval(ctx context.Context, ref library.Ref) error {
	return within(ctx, queueTimeout, func(ctx context.Context) error { return q.Queue.EnqueueRemoval(ctx, ref) })
}

// Ready implements newsroom.Queue.
func (q boundedQueue) Ready(ctx context.Context) error {
	return within(ctx, queueTimeout, q.Queue.Ready)
}
