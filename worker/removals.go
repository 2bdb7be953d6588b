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

// processRemoval takes an article down. If the article is wanted again by now, it leaves the work
// to the renders' queue: a render must not use a place for removals.
func (u unit) processRemoval(ctx context.Context, task *asynq.Task) error {
	ref, err := parseTask(task)
	if err != nil {
		return fmt.Errorf("%w: %w", err, asynq.SkipRetry)
	}
	u.client.unmark(ctx, u.client.removalMark(ref)) // a change from now on may be too late for this task
	isRemoval, err := u.isRemoval(ctx, ref)
	if err != nil {
		return err
	}
	if !isRemoval {
		return u.enqueue(ctx, ref)
	}
	return u.process(ctx, task)
}

// enqueue enqueues an article as urgently as its markers say.
func (u unit) enqueue(ctx context.Context, ref library.Ref) error {
	due, err := u.Library.Due(ctx, ref)
	if err != nil {
		return err
	}
	return u.client.Enqueue(ctx, ref, library.MostUrgent(due))
}

// isRemoval reports whether nothing of an article may be public.
func (u unit) isRemoval(ctx context.Context, ref library.Ref) (bool, error) {
	desired, err := u.Library.Desired(ctx, ref)
	return err == nil && u.Narrator.TakesDown(ref, desired), library.IgnoreUnreadable(err)
}
