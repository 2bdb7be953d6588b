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
	c.promise(ctx, articlePromise(ref), bulkPromised)
	return c.enqueue(ctx, ref, queueBulk)
}

// enqueueNotices asks for the article's notices to be delivered.
func (c *Client) enqueueNotices(ctx context.Context, ref library.Ref) error {
	if _, err := c.asynq.EnqueueContext(ctx, newNoticeTask(ref), asynq.Queue(queueNotices)); err != nil {
		return fmt.Errorf("enqueue the notices of %s: %w", ref, err)
	}
	return nil
}

func (c *Client) enqueue(ctx context.Context, ref library.Ref, queue string, opts ...asynq.Option) error {
	if _, err := c.asynq.EnqueueContext(ctx, newTask(ref), append(opts, asynq.Queue(queue))...); err != nil {
		return fmt.Errorf("enqueue %s: %w", ref, err)
	}
	return nil
}

// A promise tells the sweep that this Redis holds a task, so that it enqueues no other. A Redis that is
// wiped loses promise and task together. Promises end by themselves in case the task was lost alone.
const (
	promised     = 10 * time.Minute
	bulkPromised = 24 * time.Hour
)

// The keys of the promises of an article's two kinds of tasks.
func articlePromise(ref library.Ref) string { return "aloud:promised:" + ref.String() }
func noticePromise(ref library.Ref) string  { return "aloud:promised-notices:" + ref.String() }

// promise is worth no error: without it the sweep does a little more than needed.
func (c *Client) promise(ctx context.Context, key string, until time.Duration) {
	_ = c.redis.Set(ctx, key, "", until).Err()
}

// promiseBy is promise by a task that will come back, unless another task has promised that. It says whether this one has.
func (c *Client) promiseBy(ctx context.Context, task, key string, until time.Duration) bool {
	holder, err := c.redis.Get(ctx, key).Result()
	if err == nil && holder != "" && holder != task { // "" is the sweep's, which stands for any task
		return false
	}
	_ = c.redis.Set(ctx, key, task, until).Err()
	return true
}

func (c *Client) unpromise(ctx context.Context, key string) {
	_ = c.redis.Del(ctx, key).Err()
}

// promiseFirst promises, and says whether nobody had.
func (c *Client) promiseFirst(ctx context.Context, key string) (bool, error) {
	return c.redis.SetNX(ctx, key, "", promised).Result()
}

// Ready says whether the queue answers.
func (c *Client) Ready(ctx context.Context) error {
	if err := c.redis.Ping(ctx).Err(); err != nil {
		return fmt.Errorf("the queue does not answer: %w", err)
	}
	return nil
}
