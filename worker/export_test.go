package worker

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/library"
)

// LeaseKey is where Redis has a lease.
func LeaseKey(name string) string { return leaseKey(name) }

// NewShortLeases are leases that are renewed so often that a test need not wait.
func NewShortLeases(rdb redis.UniversalClient) *Leases {
	l := NewLeases(rdb)
	l.ttl = 60 * time.Millisecond
	return l
}

// Sweep is one sweep for what has been due for longer than wait.
func (w *Worker) Sweep(ctx context.Context, wait time.Duration) error { return w.sweep(ctx, wait) }

// MarkQueued tells the sweep that there is a task.
func (c *Client) MarkQueued(ctx context.Context, ref library.Ref) {
	c.markQueued(ctx, articleMark(ref), markLifetime)
}

// EnqueueNotices asks for an article's notices to be delivered.
func (c *Client) EnqueueNotices(ctx context.Context, ref library.Ref) error {
	return c.enqueueNotices(ctx, ref)
}

// The queues' names.
const (
	QueueNews    = queueNews
	QueueBulk    = queueBulk
	QueueNotices = queueNotices
)
