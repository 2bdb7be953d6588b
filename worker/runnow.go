package worker

import (
	"context"
	"fmt"

	"github.com/hibiken/asynq"

	"github.com/aloud-audio/aloud/internal/library"
)

// RunNow has the task of an article that waits for its next attempt run at once, with the attempts
// that it has left. Without such a task it enqueues one.
func (c *Client) RunNow(ctx context.Context, ref library.Ref) error {
	m, state, err := c.marked(ctx, c.articleMark(ref))
	if err != nil {
		return fmt.Errorf("look for the task of %s: %w", ref, err)
	}
	switch {
	case state == "", c.isFirstInBulk(m, state):
		return c.Enqueue(ctx, ref)
	case state != retrying && state != scheduled:
		return nil // it runs, or will at once
	}
	if asynq.NewInspectorFromRedisClient(c.redis).RunTask(m.queue, m.task) != nil { // it is gone
		return c.Enqueue(ctx, ref)
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

// waitsInBulk reports whether an article waits for the first attempt of a bulk render, behind
// everything else.
func (c *Client) waitsInBulk(ctx context.Context, ref library.Ref) bool {
	m, state, err := c.marked(ctx, c.articleMark(ref))
	return err == nil && state != "" && c.isFirstInBulk(m, state)
}

// isFirstInBulk reports whether a task is the first attempt of a bulk render.
func (c *Client) isFirstInBulk(m mark, state string) bool {
	return m.queue == c.names.queue(queueBulk) && state != retrying
}
