package worker

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/library"
)

// LeaseKey is where Redis has a lease.
func LeaseKey(store, name string) string { return names(store).key("lease", name) }

// FormerLeaseKey is where former releases have it.
func FormerLeaseKey(name string) string { return formerKey("lease", name) }

// NewShortLeases are leases that are renewed so often that a test need not wait.
func NewShortLeases(rdb redis.UniversalClient, store string) *Leases {
	l := NewLeases(rdb, store)
	l.ttl = 60 * time.Millisecond
	return l
}

// Sweep is one sweep for what has been due for longer than wait.
func (w *Worker) Sweep(ctx context.Context, wait time.Duration) error {
	return w.unit().sweep(ctx, wait)
}

// EnqueueNotices asks for an article's notices to be delivered.
func (c *Client) EnqueueNotices(ctx context.Context, ref library.Ref) error {
	return c.enqueueNotices(ctx, ref)
}

// Age has the counters' comparisons with the record be that much older.
func (c *Counters) Age(by time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for name, last := range c.compared {
		last.at = last.at.Add(-by)
		c.compared[name] = last
	}
}

// The queues' names, without the store's identity.
const (
	QueueNews     = queueNews
	QueueUpdates  = queueUpdates
	QueueBursts   = queueBursts
	QueueOld      = queueOld
	QueueBulk     = queueBulk
	QueueNotices  = queueNotices
	QueueRemovals = queueRemovals
)

// Queue is asynq's name of a store's queue.
func Queue(store, queue string) string { return names(store).queue(queue) }

// EnqueueToWait enqueues an article's task that runs in an hour, as one that waits on its last try.
func (c *Client) EnqueueToWait(ctx context.Context, ref library.Ref, _ library.Urgency) error {
	return c.enqueueAgain(ctx, ref, c.names.queue(queueNews), time.Hour)
}

// Lanes are how many of a worker's places are for news only, and how many for everything.
func Lanes(places int) (news, other int) {
	for _, l := range lanes(places) {
		if len(l.queues) == len(newsQueues) {
			news += l.places
		} else {
			other += l.places
		}
	}
	return news, other
}
