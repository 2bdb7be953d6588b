package worker

import (
	"context"
	"errors"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// The sweep enqueues whatever the queue lost: the tasks of a wiped Redis, hooks that could not be
// enqueued, an embedded queue that ended with its process.
const (
	sweepEvery = 30 * time.Second
	// overdue is the age at which the sweep enqueues a due marker; its own task usually runs
	// sooner. Together with sweepEvery no accepted work waits more than a minute, less than asynq
	// needs to find a killed worker's tasks (one to two).
	overdue = 30 * time.Second
	// Replaced tracks stay for a day, for those who are listening. Where the site wants them gone,
	// the render that replaced them deletes them, and the sweep what a crash left.
	orphansEvery = time.Hour
	orphanGrace  = 24 * time.Hour
	goneGrace    = 10 * time.Minute
)

// sweepUntil sweeps at once, whatever the age of the markers, and then every 30 s until ctx ends.
func (w *Worker) sweepUntil(ctx context.Context) {
	ticker := time.NewTicker(sweepEvery)
	defer ticker.Stop()
	for wait := time.Duration(0); ; wait = overdue {
		if err := w.sweep(ctx, wait); err != nil && ctx.Err() == nil {
			w.opts.Log.Warn("sweep failed, will retry", "in", sweepEvery, "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// sweep enqueues articles that have been due for longer than wait, unless another worker is
// sweeping.
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
	seen := waiting{announced: map[library.Marker]bool{}}
	for marker, err := range w.opts.Library.AllDue(ctx, site) {
		if err != nil {
			return err
		}
		if marker.Ref == last { // only the oldest marker of an article counts
			continue
		}
		last = marker.Ref
		if err := w.look(ctx, &seen, marker); err != nil {
			return err
		}
		if time.Since(marker.At) < wait {
			continue
		}
		if err := w.enqueueOnce(ctx, marker.Ref); err != nil {
			return err
		}
	}
	w.announced[site] = seen.announced
	w.metrics.waiting.set(site, seen)
	return nil
}

// enqueueOnce enqueues an article unless Redis holds a task for it.
func (w *Worker) enqueueOnce(ctx context.Context, ref library.Ref) error {
	queue := queueNews
	if isRemoval, err := w.isRemoval(ctx, ref); err == nil && isRemoval {
		queue = queueRemovals
	}
	queued, err := w.client.enqueueOnce(ctx, ref, queue)
	if queued {
		w.opts.Log.Info("sweep: queued an article that was due", "site", ref.Site, "article", ref.ID)
	}
	return err
}

func (w *Worker) removeOrphans(ctx context.Context) error {
	first, err := w.opts.Redis.SetNX(ctx, w.client.names.key("pass", "orphans"), "", orphansEvery).Result()
	if err != nil || !first {
		return err
	}
	for site, settings := range w.opts.Narrator.Sites {
		grace := orphanGrace
		if settings.PreviousGone {
			grace = goneGrace
		}
		n, err := w.opts.Library.RemoveOrphans(ctx, site, grace)
		if n > 0 {
			w.opts.Log.Info("removed files of replaced tracks", "site", site, "files", n)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
