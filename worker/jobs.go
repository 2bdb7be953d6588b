package worker

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/logging"
)

// Job is recurring work, done by one worker at a time.
type Job struct {
	Name string // of its lease
	// Run does the work if it is due, and returns the time until it is due again.
	Run func(context.Context) (next time.Duration)
}

// jobsEvery is the time after which a worker tries again to become the one that does a job.
const jobsEvery = 5 * time.Second

// runJobs does the jobs of the settings in force until ctx ends.
func (w *Worker) runJobs(ctx context.Context) {
	ctx = logging.Into(ctx, w.opts.Log)
	var running sync.WaitGroup
	defer running.Wait()
	for started := map[string]bool{}; ctx.Err() == nil; {
		settings := w.opts.Settings()
		for _, job := range settings.Jobs {
			if !started[job.Name] {
				started[job.Name] = true
				running.Go(func() { w.keepJob(ctx, job.Name) })
			}
		}
		select {
		case <-ctx.Done():
		case <-settings.Replaced:
		}
	}
}

// keepJob does a job whenever the settings have it and no other worker does it.
func (w *Worker) keepJob(ctx context.Context, name string) {
	for ctx.Err() == nil {
		settings := w.opts.Settings()
		if _, wanted := settings.job(name); wanted {
			w.doJob(ctx, name)
		}
		settings.rest(ctx, jobsEvery)
	}
}

// doJob does a job for as long as this worker holds its lease and the settings have it.
func (w *Worker) doJob(ctx context.Context, name string) {
	held, release, err := w.leases.Acquire(ctx, "job:"+name)
	if err != nil {
		if !errors.Is(err, ErrHeld) && ctx.Err() == nil {
			w.opts.Log.Warn("cannot take the lease of a job, will retry", "job", name, "in", jobsEvery, "error", err)
		}
		return
	}
	defer release()
	for held.Err() == nil {
		settings := w.opts.Settings()
		job, wanted := settings.job(name)
		if !wanted {
			return
		}
		settings.rest(held, job.Run(held))
	}
}

func (s Settings) job(name string) (job Job, wanted bool) {
	i := slices.IndexFunc(s.Jobs, func(j Job) bool { return j.Name == name })
	if i < 0 {
		return Job{}, false
	}
	return s.Jobs[i], true
}

// rest waits, but not longer than these settings are in force.
func (s Settings) rest(ctx context.Context, wait time.Duration) {
	timer := time.NewTimer(max(wait, 0))
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	case <-s.Replaced:
	}
}
