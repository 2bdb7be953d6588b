package worker

import (
	"context"
	"fmt"
	"time"

	"github.com/hibiken/asynq"

	"github.com/aloud-audio/aloud/internal/library"
)

const (
	removalConcurrency = 2                      // articles taken down at once, besides renders
	removalPollEvery   = 250 * time.Millisecond // who accepted the removal has withdrawn the audio already
)

// processRemoval takes an article down. If it is wanted again by now, it leaves the work to the
// renders' queue: a render must not take the place of removals.
func (w *Worker) processRemoval(ctx context.Context, task *asynq.Task) error {
	ref, err := parseTask(task)
	if err != nil {
		return fmt.Errorf("%w: %w", err, asynq.SkipRetry)
	}
	w.client.unmark(ctx, w.client.removalMark(ref)) // a change from now on may be too late for this task
	isRemoval, err := w.isRemoval(ctx, ref)
	if err != nil {
		return err
	}
	if !isRemoval {
		return w.client.Enqueue(ctx, ref)
	}
	return w.process(ctx, task)
}

// isRemoval reports whether nothing of an article may be public.
func (w *Worker) isRemoval(ctx context.Context, ref library.Ref) (bool, error) {
	desired, err := w.opts.Library.Desired(ctx, ref)
	return err == nil && w.opts.Narrator.TakesDown(ref, desired), library.IgnoreUnreadable(err)
}
