package worker

import (
	"context"
	"fmt"

	"github.com/hibiken/asynq"

	"github.com/aloud-audio/aloud/internal/library"
)

// RunNow runs the waiting task of an article at once, with the attempts that it has left. If there
// is no such task, it enqueues one.
func (c *Client) RunNow(ctx context.Context, ref library.Ref) error {
	m, state, err := c.marked(ctx, c.articleMark(ref))
	if err != nil {
		return fmt.Errorf("look for the task of %s: %w", ref, err)
	}
	switch {
	case state == "", c.waitsBehindNews(m, state):
		return c.Enqueue(ctx, ref, library.Fresh)
	case state != retrying && state != scheduled:
		return nil // it runs, or will at once
	}
	if asynq.NewInspectorFromRedisClient(c.redis).RunTask(m.queue, m.task) != nil { // it is gone
		return c.Enqueue(ctx, ref, library.Fresh)
	}
	return nil
}

// Retries reports whether an article's task waits for its next attempt.
func (c *Client) Retries(ctx context.Context, ref library.Ref) (bool, error) {
	_, state, err := c.marked(ctx, c.articleMark(ref))
	if err != nil {
		return false, fmt.Errorf("look for the task of %s: %w", ref, err)
	}
	return state == retrying, nil
}

// waitsBehindNews reports whether a task waits for its first attempt in the archive's queues.
func (c *Client) waitsBehindNews(m mark, state string) bool {
	return !c.names.earlyEnough(library.Fresh)(m) && state != retrying
}
