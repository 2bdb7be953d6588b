package worker

import (
	"context"
	"errors"
	"fmt"
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
	return c.enqueueAs(ctx, ref, c.newMark(queueNews), newTask(ref))
}

// EnqueueOnce enqueues an article unless Redis knows of a task for it.
func (c *Client) EnqueueOnce(ctx context.Context, ref library.Ref) error {
	_, err := c.enqueueOnce(ctx, ref, queueNews)
	return err
}

// enqueueOnce reports whether it enqueued.
func (c *Client) enqueueOnce(ctx context.Context, ref library.Ref, queue string) (queued bool, err error) {
	return c.enqueueFirst(ctx, ref, c.articleMark(ref), c.newMark(queue), newTask(ref))
}

// EnqueueRemoval is Enqueue for what takes an article out of the public: renders never keep it
// waiting. It does nothing while such a task has not begun: a removal may be sent many times.
func (c *Client) EnqueueRemoval(ctx context.Context, ref library.Ref) error {
	_, err := c.enqueueFirst(ctx, ref, c.removalMark(ref), c.newMark(queueRemovals), newTask(ref))
	return err
}

// EnqueueBulk is Enqueue with low priority, behind everything that readers wait for. The sweep
// leaves such articles alone: it would enqueue them with normal priority.
func (c *Client) EnqueueBulk(ctx context.Context, ref library.Ref) error {
	return c.enqueueMarked(ctx, ref, queueBulk, 0)
}

// enqueueMarked enqueues an article's task, which runs after a wait, and marks it.
func (c *Client) enqueueMarked(ctx context.Context, ref library.Ref, queue string, wait time.Duration) error {
	m := c.newMark(queue)
	c.setMark(ctx, c.articleMark(ref), m, wait)
	return c.enqueueAs(ctx, ref, m, newTask(ref), asynq.ProcessIn(wait))
}

// enqueueNotices asks the workers to deliver an article's notices.
func (c *Client) enqueueNotices(ctx context.Context, ref library.Ref) error {
	return c.enqueueAs(ctx, ref, c.newMark(queueNotices), newNoticeTask(ref))
}

// enqueueNoticesOnce is enqueueNotices for notices that may have a task.
func (c *Client) enqueueNoticesOnce(ctx context.Context, ref library.Ref) error {
	_, err := c.enqueueFirst(ctx, ref, c.noticeMark(ref), c.newMark(queueNotices), newNoticeTask(ref))
	return err
}

// enqueueFirst enqueues a task and marks it at key, unless that has the mark of a task that exists.
func (c *Client) enqueueFirst(ctx context.Context, ref library.Ref, key string, m mark, task *asynq.Task) (queued bool, err error) {
	first, err := c.setMarkFirst(ctx, key, m)
	if err != nil {
		return false, fmt.Errorf("look for a task of %s: %w", ref, err)
	}
	if !first {
		return false, nil
	}
	return true, c.enqueueAs(ctx, ref, m, task)
}

// enqueueAs enqueues a task under the name that its mark has. The name is random: if Redis has it,
// an attempt before this one, whose answer was lost, has enqueued it.
func (c *Client) enqueueAs(ctx context.Context, ref library.Ref, m mark, task *asynq.Task, opts ...asynq.Option) error {
	_, err := c.asynq.EnqueueContext(ctx, task, append(opts, asynq.Queue(m.queue), asynq.TaskID(m.task))...)
	if err != nil && !errors.Is(err, asynq.ErrTaskIDConflict) {
		return fmt.Errorf("enqueue %s of %s: %w", task.Type(), ref, err)
	}
	return nil
}

// Ready returns an error if Redis does not take writes; it says why.
func (c *Client) Ready(ctx context.Context) error { return proveWrite(ctx, c.redis) }
