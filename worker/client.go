package worker

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"time"

	"github.com/go-redis/redis_rate/v10"
	"github.com/hibiken/asynq"
	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/tracing"
)

// Client enqueues tasks. It is the newsroom's queue.
type Client struct {
	asynq   *asynq.Client
	redis   redis.UniversalClient
	names   names
	limiter *redis_rate.Limiter
}

// NewClient enqueues over rdb, for the workers on the store with that identity. The caller closes
// rdb.
func NewClient(rdb redis.UniversalClient, store string) *Client {
	return &Client{asynq: asynq.NewClientFromRedisClient(rdb), redis: rdb, names: names(store), limiter: redis_rate.NewLimiter(rdb)}
}

// Enqueue asks the workers to bring an article up to date. Enqueueing twice is harmless. A task
// that may wait for long is marked, so that no sweep enqueues it again meanwhile.
func (c *Client) Enqueue(ctx context.Context, ref library.Ref, u library.Urgency) error {
	m := c.newMark(c.queueOf(ctx, ref.Site, u))
	if u.Archive() || m.queue == c.names.queue(queueBursts) {
		c.setMark(ctx, c.articleMark(ref), m, 0)
	}
	return c.enqueueAs(ctx, ref, m, newTask(ctx, ref))
}

// EnqueueOnce enqueues an article unless Redis knows of a task for it that is as urgent.
func (c *Client) EnqueueOnce(ctx context.Context, ref library.Ref, u library.Urgency) error {
	m, state, err := c.marked(ctx, c.articleMark(ref))
	if err != nil {
		return fmt.Errorf("look for a task of %s: %w", ref, err)
	}
	earlyEnough := c.names.earlyEnough(u)
	if state != "" && earlyEnough(m) {
		return nil // before it is counted by the site's share
	}
	_, err = c.enqueueFirst(ctx, ref, c.articleMark(ref), c.newMark(c.queueOf(ctx, ref.Site, u)), newTask(ctx, ref), earlyEnough)
	return err
}

// EnqueueRemoval is Enqueue for removals and restrictions, which never wait for renders. It does
// nothing while such a task waits: a removal may be sent many times.
func (c *Client) EnqueueRemoval(ctx context.Context, ref library.Ref) error {
	_, err := c.enqueueFirst(ctx, ref, c.removalMark(ref), c.newMark(queueRemovals), newTask(ctx, ref), anyQueue)
	return err
}

// enqueueAgain replaces a task that has no attempts left by another one, which runs after a wait,
// and marks it.
func (c *Client) enqueueAgain(ctx context.Context, ref library.Ref, queue string, wait time.Duration) error {
	m := mark{queue, rand.Text()}
	c.setMark(ctx, c.articleMark(ref), m, wait)
	return c.enqueueAs(ctx, ref, m, newTask(ctx, ref), asynq.ProcessIn(wait))
}

// enqueueNotices asks the workers to deliver an article's notices.
func (c *Client) enqueueNotices(ctx context.Context, ref library.Ref) error {
	return c.enqueueAs(ctx, ref, c.newMark(queueNotices), newNoticeTask(ref))
}

// enqueueNoticesOnce is enqueueNotices for notices that may have a task.
func (c *Client) enqueueNoticesOnce(ctx context.Context, ref library.Ref) error {
	_, err := c.enqueueFirst(ctx, ref, c.noticeMark(ref), c.newMark(queueNotices), newNoticeTask(ref), anyQueue)
	return err
}

// enqueueFirst enqueues a task and marks it at key, unless key already has the mark of an existing
// task that suffices.
func (c *Client) enqueueFirst(ctx context.Context, ref library.Ref, key string, m mark, task *asynq.Task, suffices func(mark) bool) (queued bool, err error) {
	first, err := c.setMarkFirst(ctx, key, m, suffices)
	if err != nil {
		return false, fmt.Errorf("look for a task of %s: %w", ref, err)
	}
	if !first {
		return false, nil
	}
	return true, c.enqueueAs(ctx, ref, m, task)
}

// enqueueAs enqueues a task under the name in its mark. The name is random: if Redis has it, an
// earlier attempt, whose answer was lost, has enqueued it.
func (c *Client) enqueueAs(ctx context.Context, ref library.Ref, m mark, task *asynq.Task, opts ...asynq.Option) error {
	ctx, span := tracing.Produce(ctx, "enqueue")
	span.Set("messaging.destination.name", m.queue)
	_, err := c.asynq.EnqueueContext(ctx, task, append(opts, asynq.Queue(m.queue), asynq.TaskID(m.task))...)
	span.End(err)
	if err != nil && !errors.Is(err, asynq.ErrTaskIDConflict) {
		return fmt.Errorf("enqueue %s of %s: %w", task.Type(), ref, err)
	}
	return nil
}

// Ready returns an error if Redis does not take writes; it says why.
func (c *Client) Ready(ctx context.Context) error { return proveWrite(ctx, c.redis) }
