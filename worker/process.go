package worker

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/hibiken/asynq"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
)

// heldElsewhere is when a task comes back whose article another worker has.
const heldElsewhere = time.Second

const giveUpTimeout = 10 * time.Second

// process brings one article up to date under its lease, and tells the sweep whether the task will come back.
func (w *Worker) process(ctx context.Context, task *asynq.Task) error {
	ref, err := parseTask(task)
	if err != nil {
		return fmt.Errorf("%w: %w", err, asynq.SkipRetry)
	}
	started := time.Now()
	err = w.bringUpToDate(ctx, ref)
	w.tell(ctx, ref)
	var later *narrate.Later
	if errors.As(err, &later) && lastTry(ctx) { // asynq would archive it: it counts no wait as a failure, but leaves no task without tries
		w.client.promise(ctx, articlePromise(ref), later.After+promised)
		return w.client.enqueue(ctx, ref, queueNews, asynq.ProcessIn(later.After))
	}
	w.metrics.observe(err, time.Since(started))
	if err == nil || errors.Is(err, asynq.SkipRetry) {
		w.client.unpromise(ctx, articlePromise(ref))
	} else {
		w.client.promise(ctx, articlePromise(ref), retryDelay(attempt(ctx), err, task)+promised)
	}
	return err
}

func (w *Worker) bringUpToDate(ctx context.Context, ref library.Ref) error {
	if err := w.opts.Narrator.Withdraw(ctx, ref); err != nil {
		return w.conclude(ctx, ctx, ref, err)
	}
	held, release, err := w.leases.Acquire(ctx, "article:"+ref.String())
	if errors.Is(err, ErrHeld) {
		return &narrate.Later{After: heldElsewhere, Reason: ref.String() + " is held by another worker"}
	}
	if err != nil {
		return err
	}
	defer release()
	return w.conclude(ctx, held, ref, w.opts.Narrator.BringUpToDate(held, ref, attempt(ctx)))
}

// conclude turns an error that no other try can mend, or that was the last try's, into a failed outcome. The task is
// archived then, for the queue's own statistics. held is the context that the work had.
func (w *Worker) conclude(ctx, held context.Context, ref library.Ref, err error) error {
	switch {
	case err == nil || !isFailure(err):
		return err
	case interrupted(held):
		return &narrate.Later{After: heldElsewhere, Reason: context.Cause(held).Error()}
	case !errors.Is(err, narrate.ErrPermanent) && !lastTry(ctx):
		w.opts.Log.Warn("will try again", "article", ref, "attempt", attempt(ctx), "error", err)
		return err
	}
	w.opts.Log.Error("gave up", "article", ref, "attempt", attempt(ctx), "error", err)
	if giveUp := w.giveUp(ctx, ref, err); giveUp != nil {
		return giveUp
	}
	return fmt.Errorf("%w: %w", err, asynq.SkipRetry)
}

// interrupted says that work was told to stop, or lost its lease, which is not the article's fault; a task's own time
// limit is.
func interrupted(held context.Context) bool {
	cause := context.Cause(held)
	return cause != nil && !errors.Is(cause, context.DeadlineExceeded)
}

// giveUp has its own time: that of the task may be what ran out.
func (w *Worker) giveUp(ctx context.Context, ref library.Ref, err error) error {
	giveUp, cancel := context.WithTimeout(context.WithoutCancel(ctx), giveUpTimeout)
	defer cancel()
	return w.opts.Narrator.GiveUp(giveUp, ref, err, attempt(ctx))
}

func lastTry(ctx context.Context) bool {
	limit, _ := asynq.GetMaxRetry(ctx)
	return attempt(ctx) > limit
}

// attempt counts a task's tries from 1.
func attempt(ctx context.Context) int {
	retried, _ := asynq.GetRetryCount(ctx)
	return retried + 1
}
