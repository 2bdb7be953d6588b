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
		if err := w.unit().sweep(ctx, wait); err != nil && ctx.Err() == nil {
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
func (u unit) sweep(ctx context.Context, wait time.Duration) error {
	u.metrics.name(u.Narrator.Sites) // in every worker, also of sites that a reload added
	ctx, release, err := u.leases.Acquire(ctx, "sweep")
	if errors.Is(err, ErrHeld) {
		return nil
	}
	if err != nil {
		return err
	}
	defer release()
	for site := range u.Narrator.Sites {
		if err := u.sweepSite(ctx, site, wait); err != nil {
			return err
		}
		if err := u.sweepNotices(ctx, site, wait); err != nil {
			return err
		}
	}
	return u.removeOrphans(ctx)
}

func (u unit) sweepSite(ctx context.Context, site string, wait time.Duration) error {
	var last library.Ref
	seen := waiting{announced: map[library.Marker]bool{}}
	for marker, err := range u.Library.AllDue(ctx, site) {
		if err != nil {
			return err
		}
		if marker.Ref == last { // only the oldest marker of an article counts
			continue
		}
		last = marker.Ref
		if err := u.look(ctx, &seen, marker); err != nil {
			return err
		}
		if time.Since(marker.At) < wait {
			continue
		}
		if err := u.enqueueOnce(ctx, marker.Ref); err != nil {
			return err
		}
	}
	u.announced[site] = seen.announced
	u.metrics.waiting.set(site, seen)
	return nil
}

// enqueueOnce enqueues an article unless Redis holds a task for it.
func (u unit) enqueueOnce(ctx context.Context, ref library.Ref) error {
	queue := queueNews
	if isRemoval, err := u.isRemoval(ctx, ref); err == nil && isRemoval {
		queue = queueRemovals
	}
	queued, err := u.client.enqueueOnce(ctx, ref, queue)
	if queued {
		u.opts.Log.Info("sweep: queued an article that was due", "site", ref.Site, "article", ref.ID)
	}
	return err
}

func (u unit) removeOrphans(ctx context.Context) error {
	first, err := u.opts.Redis.SetNX(ctx, u.client.names.key("pass", "orphans"), "", orphansEvery).Result()
	if err != nil || !first {
		return err
	}
	for site, settings := range u.Narrator.Sites {
		grace := orphanGrace
		if settings.PreviousGone {
			grace = goneGrace
		}
		n, err := u.Library.RemoveOrphans(ctx, site, grace)
		if n > 0 {
			u.opts.Log.Info("removed files of replaced tracks", "site", site, "files", n)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
