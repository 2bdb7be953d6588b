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
	"github.com/aloud-audio/aloud/internal/tracing"
)

// heldElsewhere is the delay of a task whose article another worker is rendering.
const heldElsewhere = time.Second

const giveUpTimeout = 10 * time.Second

// process brings one article up to date under its lease, and tells the sweep whether the task will
// run again.
func (u unit) process(ctx context.Context, task *asynq.Task) error {
	ref, err := parseTask(task)
	if err != nil {
		return fmt.Errorf("%w: %w", err, asynq.SkipRetry)
	}
	ctx, span := u.begin(ctx, "bring up to date", ref, task)
	started := time.Now()
	err = u.bringUpToDate(ctx, ref)
	span.End(err)
	u.enqueueNotices(ctx, ref)
	var later *narrate.Later
	if errors.As(err, &later) && lastTry(ctx) { // asynq archives a task without retries left, even if it only has to wait
		return u.client.enqueueAgain(ctx, ref, markOf(ctx).queue, later.After)
	}
	u.metrics.observe(err, time.Since(started))
	if err == nil || errors.Is(err, asynq.SkipRetry) {
		u.client.unmark(ctx, u.client.articleMark(ref))
	} else {
		u.client.setMark(ctx, u.client.articleMark(ref), markOf(ctx), retryDelay(attempt(ctx), err, task))
	}
	return err
}

// begin returns the context of a task: its logger, and its trace, which its log lines name.
func (u unit) begin(ctx context.Context, name string, ref library.Ref, task *asynq.Task) (context.Context, tracing.Span) {
	sender := task.Headers()[tracing.Header]
	ctx, span := u.opts.Tracer.Consume(tracing.WithParent(ctx, sender), name, sender)
	span.Set("aloud.site", ref.Site)
	span.Set("aloud.article", ref.ID)
	span.SetInt("aloud.attempt", attempt(ctx))
	ctx = logging.For(logging.Into(ctx, u.opts.Log), ref.Site, ref.ID)
	logging.Know(ctx, "", tracing.ID(ctx))
	return ctx, span
}

func (u unit) bringUpToDate(ctx context.Context, ref library.Ref) error {
	if err := u.Narrator.Withdraw(ctx, ref); err != nil {
		return u.conclude(ctx, ctx, ref, err)
	}
	held, release, err := u.leases.Acquire(ctx, "article:"+ref.String())
	if errors.Is(err, ErrHeld) {
		return &narrate.Later{After: heldElsewhere, Reason: "another worker is rendering " + ref.String()}
	}
	if err != nil {
		return err
	}
	defer release()
	return u.conclude(ctx, held, ref, u.Narrator.BringUpToDate(held, ref, attempt(ctx)))
}

// conclude records a failed outcome for a permanent error, and for any error of the last attempt;
// the task is then archived, for the queue's own statistics. held is the context that the work ran
// in.
func (u unit) conclude(ctx, held context.Context, ref library.Ref, err error) error {
	switch {
	case err == nil || !isFailure(err):
		return err
	case interrupted(held):
		return &narrate.Later{After: heldElsewhere, Reason: context.Cause(held).Error()}
	case !errors.Is(err, narrate.ErrPermanent) && !lastTry(ctx):
		return u.postpone(ctx, ref, failedAttempt(attempt(ctx), err))
	}
	logging.From(ctx).Error("render failed for good", "attempt", attempt(ctx), "error", err)
	if giveUp := u.giveUp(ctx, ref, err); giveUp != nil {
		return giveUp
	}
	return fmt.Errorf("%w: %w", err, asynq.SkipRetry)
}

// postpone records that an attempt failed, why, and when the next one is: in the log, the metrics,
// and the store, for status and list. If the store is unreachable the attempt is still retried.
func (u unit) postpone(ctx context.Context, ref library.Ref, last *failed) error {
	logging.From(ctx).Warn("render failed, will retry", "attempt", attempt(ctx), "in", last.again.Round(time.Second), "error", last)
	u.metrics.retried(ref.Site, last)
	recording, cancel := context.WithTimeout(context.WithoutCancel(ctx), giveUpTimeout)
	defer cancel()
	if err := u.Narrator.Postpone(recording, ref, last, time.Now().Add(last.again)); err != nil {
		logging.From(ctx).Warn("cannot record that a render is retried; status does not show it", "error", err)
	}
	return last
}

// interrupted reports whether the work was stopped or lost its lease. That is no failure of the
// article; exceeding the task's time limit is.
func interrupted(held context.Context) bool {
	cause := context.Cause(held)
	return cause != nil && !errors.Is(cause, context.DeadlineExceeded)
}

// giveUp has its own time limit: the task's may be the one that ran out.
func (u unit) giveUp(ctx context.Context, ref library.Ref, err error) error {
	giveUp, cancel := context.WithTimeout(context.WithoutCancel(ctx), giveUpTimeout)
	defer cancel()
	return u.Narrator.GiveUp(giveUp, ref, err, attempt(ctx))
}

func lastTry(ctx context.Context) bool {
	limit, _ := asynq.GetMaxRetry(ctx)
	return attempt(ctx) > limit
}

// attempt returns the number of the running attempt, from 1.
func attempt(ctx context.Context) int {
	retried, _ := asynq.GetRetryCount(ctx)
	return retried + 1
}
