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

const (
	noticeConcurrency = 4                      // articles whose notices are delivered at once, beside those that are rendered
	noticePollEvery   = 250 * time.Millisecond // nobody waits for a notice as readers do for a track
)

// tell has the notices delivered that the work on an article left. It is worth no error: the sweep finds those that have
// no task.
func (w *Worker) tell(ctx context.Context, ref library.Ref) {
	waiting, err := w.opts.Notices.AnyWaiting(ctx, ref)
	if err == nil && waiting {
		err = w.client.enqueueNotices(ctx, ref)
	}
	if err != nil {
		w.opts.Log.Warn("notices wait for the sweep", "article", ref, "error", err)
	}
}

// deliverNotices delivers one article's notices under a lease, which keeps their order. What their receivers do not take
// has the task come back.
func (w *Worker) deliverNotices(ctx context.Context, task *asynq.Task) error {
	ref, err := parseTask(task)
	if err != nil {
		return fmt.Errorf("%w: %w", err, asynq.SkipRetry)
	}
	held, release, err := w.leases.Acquire(ctx, "notices:"+ref.String())
	if errors.Is(err, ErrHeld) {
		return &narrate.Later{After: heldElsewhere, Reason: "another worker delivers the notices of " + ref.String()}
	}
	if err != nil {
		return err
	}
	defer release()
	delivery, err := w.opts.Notices.Deliver(held, ref)
	w.metrics.observeNotices(delivery)
	if err != nil {
		return err
	}
	return w.comeBack(ctx, ref, delivery.Again)
}

// comeBack has one task of those for an article's notices come back, however many a dead receiver makes it have.
func (w *Worker) comeBack(ctx context.Context, ref library.Ref, after time.Duration) error {
	key := noticePromise(ref)
	if after == 0 {
		w.client.unpromise(ctx, key)
		return nil
	}
	task, _ := asynq.GetTaskID(ctx)
	if !w.client.promiseBy(ctx, task, key, after+promised) {
		return nil
	}
	return &narrate.Later{After: after, Reason: "a receiver does not take the notices of " + ref.String()}
}

// sweepNotices enqueues the delivery of notices that have waited for longer than wait and have no task.
func (w *Worker) sweepNotices(ctx context.Context, site string, wait time.Duration) error {
	var last library.Ref
	for waiting, err := range w.opts.Notices.AllWaiting(ctx, site) {
		if err != nil {
			return err
		}
		if waiting.Ref == last || time.Since(waiting.Since) < wait {
			continue
		}
		last = waiting.Ref
		first, err := w.client.promiseFirst(ctx, noticePromise(waiting.Ref))
		if err == nil && first {
			err = w.client.enqueueNotices(ctx, waiting.Ref)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
