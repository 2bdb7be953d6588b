package worker

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/hibiken/asynq"
	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/library"
)

// Client enqueues tasks. It is the newsroom's queue.
type Client struct {
	asynq *asynq.Client
	redis redis.UniversalClient
	names names
}

// NewClient enqueues over rdb, for the workers on the store with that identity. The caller closes
// rdb.
func NewClient(rdb redis.UniversalClient, store string) *Client {
	return &Client{asynq: asynq.NewClientFromRedisClient(rdb), redis: rdb, names: names(store)}
}

// Enqueue asks the workers to bring an article up to date. Enqueueing twice is harmless.
func (c *Client) Enqueue(ctx context.Context, ref library.Ref) error {
	return c.enqueue(ctx, ref, queueNews)
}

// EnqueueOnce enqueues an article unless Redis knows of a task for it.
func (c *Client) EnqueueOnce(ctx context.Context, ref library.Ref) error {
	_, err := c.enqueueOnce(ctx, ref, queueNews)
	return err
}

// enqueueOnce reports whether it enqueued.
func (c *Client) enqueueOnce(ctx context.Context, ref library.Ref, queue string) (queued bool, err error) {
	first, err := c.markFirst(ctx, c.articleMark(ref))
	if err == nil && !first {
		first, err = c.markInstead(ctx, c.articleMark(ref))
	}
	if err != nil || !first {
		return false, err
	}
	if err := c.enqueue(ctx, ref, queue); err != nil {
		c.unmark(ctx, c.articleMark(ref))
		return false, err
	}
	return true, nil
}

// EnqueueRemoval is Enqueue for what takes an article out of the public: renders never keep it
// waiting. It does nothing while such a task has not begun: a removal may be sent many times.
func (c *Client) EnqueueRemoval(ctx context.Context, ref library.Ref) error {
	first, err := c.redis.SetNX(ctx, c.removalMark(ref), "", removalMarkLifetime).Result()
	if err != nil {
		return fmt.Errorf("enqueue %s: %w", ref, err)
	}
	if !first {
		return nil
	}
	if err := c.enqueue(ctx, ref, queueRemovals); err != nil {
		c.unmark(ctx, c.removalMark(ref))
		return err
	}
	return nil
}

// EnqueueBulk is Enqueue with low priority, behind everything that readers wait for. The sweep
// leaves such articles alone for a day: it would enqueue them with normal priority.
func (c *Client) EnqueueBulk(ctx context.Context, ref library.Ref) error {
	_ = c.redis.Set(ctx, c.articleMark(ref), bulkMark, bulkMarkLifetime).Err() // as markQueued
	return c.enqueue(ctx, ref, queueBulk)
}

// enqueueNotices asks the workers to deliver an article's notices.
func (c *Client) enqueueNotices(ctx context.Context, ref library.Ref) error {
	if _, err := c.asynq.EnqueueContext(ctx, newNoticeTask(ref), c.names.in(queueNotices)); err != nil {
		return fmt.Errorf("enqueue the notices of %s: %w", ref, err)
	}
	return nil
}

func (c *Client) enqueue(ctx context.Context, ref library.Ref, queue string, opts ...asynq.Option) error {
	if _, err := c.asynq.EnqueueContext(ctx, newTask(ref), append(opts, c.names.in(queue))...); err != nil {
		return fmt.Errorf("enqueue %s: %w", ref, err)
	}
	return nil
}

// A queued mark is a Redis key which tells the sweep that a task for an article exists, so that it
// enqueues no second one. Wiping Redis removes marks and tasks together. Marks expire, in case only
// the task was lost.
const (
	markLifetime     = 10 * time.Minute
	bulkMarkLifetime = 24 * time.Hour

	removalMarkLifetime = time.Minute // if the task was lost, the sweep finds the article sooner
)

// The keys of the marks for an article's kinds of tasks.
func (c *Client) articleMark(ref library.Ref) string { return c.names.key("queued", ref.String()) }
func (c *Client) removalMark(ref library.Ref) string {
	return c.names.key("queued-removal", ref.String())
}
func (c *Client) noticeMark(ref library.Ref) string {
	return c.names.key("queued-notices", ref.String())
}

// markQueued ignores errors: without the mark the sweep enqueues a task too many.
func (c *Client) markQueued(ctx context.Context, key string, lifetime time.Duration) {
	_ = c.redis.Set(ctx, key, "", lifetime).Err()
}

// markQueuedBy sets the mark for a task that will run again, unless another task holds it, and
// reports whether this task holds it now.
func (c *Client) markQueuedBy(ctx context.Context, task, key string, lifetime time.Duration) bool {
	holder, err := c.redis.Get(ctx, key).Result()
	if err == nil && holder != "" && holder != task { // "" is the sweep's mark, which stands for any task
		return false
	}
	_ = c.redis.Set(ctx, key, task, lifetime).Err()
	return true
}

func (c *Client) unmark(ctx context.Context, key string) {
	_ = c.redis.Del(ctx, key).Err()
}

// markFirst sets the mark and reports whether it was not set before.
func (c *Client) markFirst(ctx context.Context, key string) (bool, error) {
	return c.redis.SetNX(ctx, key, "", markLifetime).Result()
}

// markInstead sets the mark if it names a task that does not exist, and reports whether it did. If
// Redis is wiped while a task runs, the task is lost, and still leaves its mark when it ends.
func (c *Client) markInstead(ctx context.Context, key string) (bool, error) {
	holder, err := c.redis.Get(ctx, key).Result()
	queue, task, named := strings.Cut(holder, " ")
	if err != nil || !named {
		return false, nil // a mark that cannot be read, or names no task, is believed
	}
	exists, err := c.redis.Exists(ctx, "asynq:{"+queue+"}:t:"+task).Result() // where asynq keeps it
	if err != nil || exists > 0 {
		return false, err
	}
	return true, c.redis.Set(ctx, key, "", markLifetime).Err()
}

// Ready returns an error if Redis does not take writes; it says why.
func (c *Client) Ready(ctx context.Context) error { return proveWrite(ctx, c.redis) }
