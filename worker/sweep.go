package worker

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/tracing"
)

// The sweep enqueues whatever the queue lost: the tasks of a wiped Redis, hooks that could not be
// enqueued, an embedded queue that ended with its process.
const (
	sweepEvery = 30 * time.Second
	// overdue is the age at which the sweep enqueues a due marker; its own task usually runs
	// sooner. Together with sweepEvery no accepted work waits more than a minute, less than asynq
	// needs to find a killed worker's tasks (one to two).
	overdue = 30 * time.Second
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
	u.metrics.swept.SetToCurrentTime()
	return nil
}

// sweepBatch is how many articles Redis is asked about at once, sweepArchive how many of the
// archive a sweep enqueues at most: more than are rendered until the next one.
const (
	sweepBatch   = 500
	sweepArchive = 1000
)

// dueArticles lists a site's articles with unfinished work, the most urgent first.
func (u unit) dueArticles(ctx context.Context, site string) ([]library.DueArticle, error) {
	all, err := u.Library.DueArticles(ctx, site)
	slices.SortStableFunc(all, func(a, b library.DueArticle) int { return int(a.Urgency - b.Urgency) })
	return all, err
}

// sweepSite looks at a site's articles that have waited for too long, some hundreds at a time.
func (u unit) sweepSite(ctx context.Context, site string, wait time.Duration) error {
	all, err := u.dueArticles(ctx, site)
	if err != nil {
		return err
	}
	seen := newWaiting(all)
	limit := u.Late[site]
	patient := func(a library.DueArticle) bool {
		age := time.Since(a.Oldest.At)
		young := age < wait && (limit == 0 || age < limit)
		if young {
			seen.addAge(a)
		}
		return young
	}
	archive := 0
	for batch := range slices.Chunk(slices.DeleteFunc(all, patient), sweepBatch) {
		queued, err := u.sweepArticles(ctx, &seen, batch, wait, archive < sweepArchive)
		if err != nil {
			return err
		}
		archive += queued
	}
	u.announced[site] = seen.announced
	u.metrics.waiting.set(site, seen)
	return nil
}

// sweepArticles looks whether articles are late, and enqueues those without a task. It returns how
// many of the archive it enqueued.
func (u unit) sweepArticles(ctx context.Context, seen *waiting, batch []library.DueArticle, wait time.Duration, archive bool) (queued int, err error) {
	refs := make([]library.Ref, len(batch))
	for i, a := range batch {
		refs[i] = a.Oldest.Ref
	}
	tasks, err := u.client.articleTasks(ctx, refs)
	if err != nil {
		return 0, err
	}
	for i, a := range batch {
		if err := u.look(ctx, seen, a, tasks[i]); err != nil {
			return queued, err
		}
		if time.Since(a.Oldest.At) < wait || a.Urgency.Archive() && !archive || tasks[i].state != "" && u.client.names.earlyEnough(a.Urgency)(tasks[i].mark) {
			continue
		}
		if err := u.enqueueDue(ctx, a); err != nil {
			return queued, err
		}
		if a.Urgency.Archive() {
			queued++
		}
	}
	return queued, nil
}

// enqueueDue enqueues an article that has no task.
func (u unit) enqueueDue(ctx context.Context, a library.DueArticle) error {
	ref := a.Oldest.Ref
	queue := queueRemovals
	desired, err := u.Library.Desired(ctx, ref)
	ctx = tracing.WithParent(u.about(ctx, ref, desired), desired.Trace)
	if err != nil || !u.Narrator.TakesDown(ref, desired) {
		queue = u.client.queueOf(ctx, ref.Site, a.Urgency)
	}
	queued, err := u.client.enqueueFirst(ctx, ref, u.client.articleMark(ref), u.client.newMark(queue), newTask(ctx, ref), u.client.names.earlyEnough(a.Urgency))
	if queued {
		logging.From(ctx).Info("sweep: queued an article that was due")
	}
	return err
}

// about returns a context whose log lines name the article, its revision, and the trace of its last
// change.
func (u unit) about(ctx context.Context, ref library.Ref, desired library.Desired) context.Context {
	ctx = logging.For(logging.Into(ctx, u.opts.Log), ref.Site, ref.ID)
	if !desired.Revision.UpdatedAt.IsZero() { // it could be read
		logging.Know(ctx, desired.Revision.String(), tracing.IDOf(desired.Trace))
	}
	return ctx
}
