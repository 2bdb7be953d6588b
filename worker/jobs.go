package worker

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/logging"
)

// Job is work that is done again and again, by one worker at a time.
type Job struct {
	Name string // of its lease
	// Run does the work if it is due, and returns the time until it is due again.
	Run func(context.Context) (next time.Duration)
}

// jobsEvery is the time after which a worker tries again to become the one that does a job.
const jobsEvery = 5 * time.Second

// runJobs does the worker's jobs until ctx ends.
func (w *Worker) runJobs(ctx context.Context) {
	ctx = logging.Into(ctx, w.opts.Log)
	var running sync.WaitGroup
	for _, job := range w.opts.Jobs {
		running.Go(func() {
			for w.doJob(ctx, job); rest(ctx, jobsEvery); {
				w.doJob(ctx, job)
			}
		})
	}
	running.Wait()
}

// doJob does a job for as long as this worker holds its lease.
func (w *Worker) doJob(ctx context.Context, job Job) {
	held, release, err := w.leases.Acquire(ctx, "job:"+job.Name)
	if err != nil {
		if !errors.Is(err, ErrHeld) && ctx.Err() == nil {
			w.opts.Log.Warn("cannot take the lease of a job, will retry", "job", job.Name, "in", jobsEvery, "error", err)
		}
		return
	}
	defer release()
	for rest(held, job.Run(held)) {
	}
}

// rest waits, and reports whether ctx goes on.
func rest(ctx context.Context, wait time.Duration) bool {
	timer := time.NewTimer(max(wait, 0))
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return ctx.Err() == nil
	}
}
