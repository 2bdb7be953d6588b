package worker

import (
	"context"
	"crypto/rand"
	"errors"
	"strings"
	"time"

	"github.com/hibiken/asynq"
	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/library"
)

// A mark names the task that will do an article's work. Redis keeps it under a key of the article,
// so that the sweep, or a removal that is sent again, enqueues no second task. It counts only while
// Redis has that task: a mark outlives its task if an enqueue fails, or if Redis is wiped while the
// task runs.
type mark struct{ queue, task string }

// markLifetime is far longer than most tasks wait. A task that waits longer may get a second one.
const markLifetime = 24 * time.Hour

// The keys of the marks for an article's kinds of tasks.
func (c *Client) articleMark(ref library.Ref) string { return c.names.key("queued", ref.String()) }
func (c *Client) removalMark(ref library.Ref) string {
	return c.names.key("queued-removal", ref.String())
}
func (c *Client) noticeMark(ref library.Ref) string {
	return c.names.key("queued-notices", ref.String())
}

// States of tasks, as asynq names them.
var (
	retrying  = asynq.TaskStateRetry.String()
	scheduled = asynq.TaskStateScheduled.String()
	archived  = asynq.TaskStateArchived.String()
	completed = asynq.TaskStateCompleted.String()
)

// newMark is the mark of a task that is not enqueued yet.
func (c *Client) newMark(queue string) mark { return mark{c.names.queue(queue), rand.Text()} }

// markOf is the mark of the task that runs in ctx.
func markOf(ctx context.Context) mark {
	queue, _ := asynq.GetQueueName(ctx)
	task, _ := asynq.GetTaskID(ctx)
	return mark{queue, task}
}

func (m mark) String() string { return m.queue + " " + m.task }

// marked returns the mark at key and the state of its task; the state is "" if there is no mark, or
// no such task, or if it will not run again.
func (c *Client) marked(ctx context.Context, key string) (m mark, state string, err error) {
	text, err := c.redis.Get(ctx, key).Result()
	if err != nil {
		return mark{}, "", ignoreNil(err)
	}
	m = parseMark(text)
	state, err = c.redis.HGet(ctx, m.taskKey(), "state").Result()
	return m, runs(state), ignoreNil(err)
}

func parseMark(text string) (m mark) {
	m.queue, m.task, _ = strings.Cut(text, " ")
	return m
}

// taskKey is where asynq keeps the task.
func (m mark) taskKey() string { return "asynq:{" + m.queue + "}:t:" + m.task }

// runs returns the state if a task in it will run, else "".
func runs(state string) string {
	if state == archived || state == completed {
		return ""
	}
	return state
}

// markedTask is what Redis knows of the task of an article, as marked returns it.
type markedTask struct {
	mark
	state string
}

// articleTasks looks for the tasks of several articles, in two round trips.
func (c *Client) articleTasks(ctx context.Context, refs []library.Ref) ([]markedTask, error) {
	tasks := make([]markedTask, len(refs))
	marks := make([]*redis.StringCmd, len(refs))
	_, err := c.redis.Pipelined(ctx, func(all redis.Pipeliner) error {
		for i, ref := range refs {
			marks[i] = all.Get(ctx, c.articleMark(ref))
		}
		return nil
	})
	if ignoreNil(err) != nil {
		return nil, err
	}
	states := make([]*redis.StringCmd, len(refs))
	_, err = c.redis.Pipelined(ctx, func(all redis.Pipeliner) error {
		for i := range refs {
			tasks[i].mark = parseMark(marks[i].Val())
			states[i] = all.HGet(ctx, tasks[i].taskKey(), "state")
		}
		return nil
	})
	for i := range tasks {
		tasks[i].state = runs(states[i].Val())
	}
	return tasks, ignoreNil(err)
}

func ignoreNil(err error) error {
	if errors.Is(err, redis.Nil) {
		return nil
	}
	return err
}

// setMark ignores errors: without a mark the sweep enqueues one task too many.
func (c *Client) setMark(ctx context.Context, key string, m mark, wait time.Duration) {
	_ = c.redis.Set(ctx, key, m.String(), wait+markLifetime).Err()
}

// anyQueue accepts a task in any queue.
func anyQueue(mark) bool { return true }

// setMarkFirst sets a mark unless there is one whose task exists and suffices, and reports
// whether it did.
func (c *Client) setMarkFirst(ctx context.Context, key string, m mark, suffices func(mark) bool) (bool, error) {
	first, err := c.redis.SetNX(ctx, key, m.String(), markLifetime).Result()
	if err != nil || first {
		return first, err
	}
	if other, state, err := c.marked(ctx, key); err != nil || state != "" && suffices(other) {
		return false, err
	}
	return true, c.redis.Set(ctx, key, m.String(), markLifetime).Err()
}

// keepMark sets the mark of a task that will run again after a wait, unless another task has one,
// and reports whether the mark now is this task's.
func (c *Client) keepMark(ctx context.Context, key string, own mark, wait time.Duration) bool {
	if other, state, err := c.marked(ctx, key); err == nil && state != "" && other != own {
		return false
	}
	c.setMark(ctx, key, own, wait)
	return true
}

func (c *Client) unmark(ctx context.Context, key string) {
	_ = c.redis.Del(ctx, key).Err()
}
