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

// process brings one article up to date under its lease.
func (w *Worker) process(ctx context.Context, task *asynq.Task) error {
	ref, err := parseTask(task)
	if err != nil {
		return err
	}
	started := time.Now()
	err = w.bringUpToDate(ctx, ref)
	w.metrics.observe(err, time.Since(started))
	return err
}

func (w *Worker) bringUpToDate(ctx context.Context, ref library.Ref) error {
	if err := w.opts.Narrator.Withdraw(ctx, ref); err != nil {
		return w.conclude(ctx, ref, err)
	}
	held, release, err := w.leases.Acquire(ctx, "article:"+ref.String())
	if errors.Is(err, ErrHeld) {
		return &narrate.Later{After: heldElsewhere, Reason: ref.String() + " is held by another worker"}
	}
	if err != nil {
		return err
	}
	defer release()
	return w.conclude(ctx, ref, w.opts.Narrator.BringUpToDate(held, ref, attempt(ctx)))
}

// conclude turns an error that no other try can mend, or that was the last try's, into a failed outcome. The task is
// archived then, for the queue's own statistics.
func (w *Worker) conclude(ctx context.Context, ref library.Ref, err error) error {
	switch {
	case err == nil || !isFailure(err):
		return err
	case errors.Is(err, context.Canceled): // told to stop, or the lease was lost: not the article's fault
		return &narrate.Later{After: heldElsewhere, Reason: err.Error()}
	case !errors.Is(err, narrate.ErrPermanent) && attempt(ctx) <= maxRetries:
		w.opts.Log.Warn("will try again", "article", ref, "attempt", attempt(ctx), "error", err)
		return err
	}
	w.opts.Log.Error("gave up", "article", ref, "attempt", attempt(ctx), "error", err)
	if giveUp := w.opts.Narrator.GiveUp(ctx, ref, err, attempt(ctx)); giveUp != nil {
		return giveUp
	}
	return fmt.Errorf("%w: %w", err, asynq.SkipRetry)
}

// attempt counts a task's tries from 1.
func attempt(ctx context.Context) int {
	retried, _ := asynq.GetRetryCount(ctx)
	return retried + 1
}
