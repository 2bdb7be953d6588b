package worker

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/hibiken/asynq"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/narrate"
)

const (
	noticeConcurrency = 4                      // articles whose notices are delivered at once, besides renders
	noticePollEvery   = 250 * time.Millisecond // notices are less urgent than tracks
)

// enqueueNotices asks for the delivery of the notices that the work on an article left. It only
// logs errors: the sweep finds notices without a task.
func (u unit) enqueueNotices(ctx context.Context, ref library.Ref) {
	waiting, err := u.Notices.AnyWaiting(ctx, ref)
	if err == nil && waiting {
		err = u.client.enqueueNotices(ctx, ref)
	}
	if err != nil {
		logging.From(ctx).Warn("could not queue the delivery of notices; the sweep will", "error", err)
	}
}

// deliverNotices delivers one article's notices under a lease, which keeps them in order. If a
// receiver fails, the task runs again later.
func (u unit) deliverNotices(ctx context.Context, task *asynq.Task) error {
	ref, err := parseTask(task)
	if err != nil {
		return fmt.Errorf("%w: %w", err, asynq.SkipRetry)
	}
	ctx = logging.For(logging.Into(ctx, u.opts.Log), ref.Site, ref.ID)
	held, release, err := u.leases.Acquire(ctx, "notices:"+ref.String())
	if errors.Is(err, ErrHeld) {
		return &narrate.Later{After: heldElsewhere, Reason: "another worker is delivering the notices of " + ref.String()}
	}
	if err != nil {
		return err
	}
	defer release()
	delivery, err := u.Notices.Deliver(held, ref)
	u.metrics.observeNotices(delivery)
	if err != nil {
		return err
	}
	return u.retryLater(ctx, ref, delivery.Again)
}

// retryLater makes one task per article run again after a while, however many tasks a dead receiver
// has caused.
func (u unit) retryLater(ctx context.Context, ref library.Ref, after time.Duration) error {
	key := u.client.noticeMark(ref)
	if after == 0 {
		u.client.unmark(ctx, key)
		return nil
	}
	if !u.client.keepMark(ctx, key, markOf(ctx), after) {
		return nil
	}
	return &narrate.Later{After: after, Reason: "a receiver did not accept the notices of " + ref.String()}
}

// sweepNotices enqueues the delivery of notices that are older than wait and have no task.
func (u unit) sweepNotices(ctx context.Context, site string, wait time.Duration) error {
	var last library.Ref
	for waiting, err := range u.Notices.AllWaiting(ctx, site) {
		if err != nil {
			return err
		}
		if waiting.Ref == last || time.Since(waiting.Since) < wait {
			continue
		}
		last = waiting.Ref
		if err := u.client.enqueueNoticesOnce(ctx, waiting.Ref); err != nil {
			return err
		}
	}
	return nil
}
