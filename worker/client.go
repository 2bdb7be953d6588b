package worker

import (
	"context"
	"fmt"

	"github.com/hibiken/asynq"
	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/library"
)

// Client enqueues.
type Client struct {
	asynq *asynq.Client
	redis redis.UniversalClient
}

// NewClient enqueues over rdb, which stays the caller's to close.
func NewClient(rdb redis.UniversalClient) *Client {
	return &Client{asynq: asynq.NewClientFromRedisClient(rdb), redis: rdb}
}

// Enqueue asks for the article to be brought up to date. Enqueueing once more than needed is harmless.
func (c *Client) Enqueue(ctx context.Context, ref library.Ref) error {
	return c.enqueue(ctx, ref, queueNews)
}

// EnqueueBulk is Enqueue behind all that readers wait for.
func (c *Client) EnqueueBulk(ctx context.Context, ref library.Ref) error {
	return c.enqueue(ctx, ref, queueBulk)
}

func (c *Client) enqueue(ctx context.Context, ref library.Ref, queue string) error {
	if _, err := c.asynq.EnqueueContext(ctx, newTask(ref), asynq.Queue(queue)); err != nil {
		return fmt.Errorf("enqueue %s: %w", ref, err)
	}
	return nil
}

// Ready says whether the queue answers.
func (c *Client) Ready(ctx context.Context) error {
	if err := c.redis.Ping(ctx).Err(); err != nil {
		return fmt.Errorf("the queue does not answer: %w", err)
	}
	return nil
}
