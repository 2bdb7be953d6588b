package worker

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/hibiken/asynq"
	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/library"
)

// RunNow has the task of an article that waits for its next attempt run at once, with the attempts
// that it has left. Without such a task it enqueues one.
func (c *Client) RunNow(ctx context.Context, ref library.Ref) error {
	mark, err := c.redis.Get(ctx, c.articleMark(ref)).Result()
	if err != nil && !errors.Is(err, redis.Nil) {
		return fmt.Errorf("look for the task of %s: %w", ref, err)
	}
	queue, task, found := strings.Cut(mark, " ")
	if !found {
		return c.Enqueue(ctx, ref)
	}
	inspector := asynq.NewInspectorFromRedisClient(c.redis)
	if info, err := inspector.GetTaskInfo(queue, task); err == nil && (info.State == asynq.TaskStateActive || info.State == asynq.TaskStatePending) {
		return nil // it runs, or will at once
	}
	if inspector.RunTask(queue, task) != nil { // it is gone
		return c.Enqueue(ctx, ref)
	}
	return nil
}

// markTask sets an article's mark to the task of ctx, which will run again.
func (c *Client) markTask(ctx context.Context, key string, lifetime time.Duration) {
	queue, _ := asynq.GetQueueName(ctx)
	task, _ := asynq.GetTaskID(ctx)
	_ = c.redis.Set(ctx, key, queue+" "+task, lifetime).Err()
}

// bulkMark is the value of the mark of an article that a bulk render waits for.
const bulkMark = "bulk"

// isBulk reports whether an article waits for a bulk render, behind everything else.
func (c *Client) isBulk(ctx context.Context, ref library.Ref) bool {
	return c.redis.Get(ctx, c.articleMark(ref)).Val() == bulkMark
}
