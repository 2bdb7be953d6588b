package worker

import (
	"context"
	"errors"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// The sweep makes up for everything that a queue may lose: tasks of a wiped Redis, hooks that could not be enqueued, an
// embedded queue that ended with its process.
const (
	sweepEvery = 30 * time.Second
	// overdue is how long a marker waits before the sweep takes it up: its own task is likely to come sooner. With
	// sweepEvery it makes good the promise of a minute, and beats asynq, which finds a killed worker's tasks in one to two.
	overdue = 30 * time.Second
	// orphansEvery and orphanGrace: listeners of a replaced track keep it for a day.
	orphansEvery = time.Hour
	orphanGrace  = 24 * time.Hour
)

// sweepUntil sweeps at once, taking up also what is due only now, and then every half minute until ctx ends.
func (w *Worker) sweepUntil(ctx context.Context) {
	ticker := time.NewTicker(sweepEvery)
	defer ticker.Stop()
	for wait := time.Duration(0); ; wait = overdue {
		if err := w.sweep(ctx, wait); err != nil && ctx.Err() == nil {
			w.opts.Log.Warn("the sweep failed and will be repeated", "in", sweepEvery, "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// sweep enqueues what has been due for longer than wait, unless another worker is sweeping.
func (w *Worker) sweep(ctx context.Context, wait time.Duration) error {
	ctx, release, err := w.leases.Acquire(ctx, "sweep")
	if errors.Is(err, ErrHeld) {
		return nil
	}
	if err != nil {
		return err
	}
	defer release()
	for site := range w.opts.Narrator.Sites {
		if err := w.sweepSite(ctx, site, wait); err != nil {
			return err
		}
		if err := w.sweepNotices(ctx, site, wait); err != nil {
			return err
		}
	}
	return w.removeOrphans(ctx)
}

func (w *Worker) sweepSite(ctx context.Context, site string, wait time.Duration) error {
	var last library.Ref
	for marker, err := range w.opts.Library.AllDue(ctx, site) {
		if err != nil {
			return err
		}
		if marker.Ref == last || time.Since(marker.At) < wait {
			continue
		}
		last = marker.Ref
		if err := w.takeUp(ctx, marker.Ref); err != nil {
			return err
		}
	}
	return nil
}

// takeUp enqueues an article unless Redis holds a task for it anyway.
func (w *Worker) takeUp(ctx context.Context, ref library.Ref) error {
	first, err := w.client.promiseFirst(ctx, articlePromise(ref))
	if err != nil || !first {
		return err
	}
	w.opts.Log.Info("the sweep takes up", "article", ref)
	return w.client.Enqueue(ctx, ref)
}

func (w *Worker) removeOrphans(ctx context.Context) error {
	first, err := w.opts.Redis.SetNX(ctx, "aloud:orphans", "", orphansEvery).Result()
	if err != nil || !first {
		return err
	}
	for site := range w.opts.Narrator.Sites {
		n, err := w.opts.Library.RemoveOrphans(ctx, site, orphanGrace)
		if n > 0 {
			w.opts.Log.Info("removed tracks that no narration names", "site", site, "objects", n)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
