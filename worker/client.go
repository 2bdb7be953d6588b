package worker

import (
	"context"
	"fmt"
	"time"

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

// EnqueueBulk is Enqueue behind all that readers wait for. The sweep leaves such articles alone for a day: it would put
// them in front.
func (c *Client) EnqueueBulk(ctx context.Context, ref library.Ref) error {
	c.promise(ctx, ref, bulkPromised)
	return c.enqueue(ctx, ref, queueBulk)
}

func (c *Client) enqueue(ctx context.Context, ref library.Ref, queue string, opts ...asynq.Option) error {
	if _, err := c.asynq.EnqueueContext(ctx, newTask(ref), append(opts, asynq.Queue(queue))...); err != nil {
		return fmt.Errorf("enqueue %s: %w", ref, err)
	}
	return nil
}

// A promise tells the sweep that this Redis holds a task for an article, so that it enqueues no other. A Redis that is
// wiped loses promise and task together. Promises end by themselves in case the task was lost alone.
const (
	promised     = 10 * time.Minute
	bulkPromised = 24 * time.Hour
)

func promiseKey(ref library.Ref) string { return "aloud:promised:" + ref.String() }

// promise is worth no error: without it the sweep does a little more than needed.
func (c *Client) promise(ctx context.Context, ref library.Ref, until time.Duration) {
	_ = c.redis.Set(ctx, promiseKey(ref), "", until).Err()
}

func (c *Client) unpromise(ctx context.Context, ref library.Ref) {
	_ = c.redis.Del(ctx, promiseKey(ref)).Err()
}

// promiseFirst promises, and says whether nobody had.
func (c *Client) promiseFirst(ctx context.Context, ref library.Ref) (bool, error) {
	return c.redis.SetNX(ctx, promiseKey(ref), "", promised).Result()
}

// Ready says whether the queue answers.
func (c *Client) Ready(ctx context.Context) error {
	if err := c.redis.Ping(ctx).Err(); err != nil {
		return fmt.Errorf("the queue does not answer: %w", err)
	}
	return nil
}
