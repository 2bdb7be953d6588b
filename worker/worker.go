// Package worker delivers tasks over Redis (asynq): "bring this article up to date", from whatever
// accepted a change to the process that renders it, and "deliver this article's notices".
//
// It decides when work runs, never what the work is: it knows no HTML, no speech and no storage.
// narrate decides what an article needs (library.Rules), and the newsroom and the web server
// enqueue through Client. A task names an article and nothing else, so tasks may be lost,
// duplicated or reordered: the sweep enqueues articles whose due markers have no task, and a task
// that finds nothing to do ends in milliseconds. No other package imports asynq. internal/process
// runs the worker.
package worker

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/hibiken/asynq"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/notify"
	"github.com/aloud-audio/aloud/internal/tracing"
)

// Options of a worker. All but Tracer are required.
type Options struct {
	Redis       redis.UniversalClient
	Store       string          // the identity of the library's store, which names the queues
	Settings    func() Settings // those in force now
	Concurrency int             // articles rendered at once
	Registry    prometheus.Registerer
	Log         *slog.Logger    // carried in the context of every task, with its site and article
	Tracer      *tracing.Tracer // nil: nothing is traced
}

// Settings are what may change while a worker runs. A task, a sweep and a pass of a job each take
// them once, and end with those that they began with. All but Late, Jobs and Replaced are required.
type Settings struct {
	Narrator *narrate.Narrator
	Library  *library.Library
	Notices  *notify.Notifier
	Late     map[string]time.Duration // by site: how long an article may wait before a notice says so; 0: for ever
	Jobs     []Job
	Replaced <-chan struct{} // closed when others are in force
}

// Worker runs tasks and the sweep.
type Worker struct {
	opts    Options
	leases  *Leases
	client  *Client
	metrics *metrics

	announced map[string]map[library.Marker]bool // by site: late, at the last sweep
}

// unit is a unit of work, with the settings that were in force when it began.
type unit struct {
	*Worker
	Settings
}

func (w *Worker) unit() unit { return unit{w, w.opts.Settings()} }

// handler runs each task as a unit of its own.
func (w *Worker) handler(run func(unit, context.Context, *asynq.Task) error) asynq.HandlerFunc {
	return func(ctx context.Context, task *asynq.Task) error { return run(w.unit(), ctx, task) }
}

// asynq's defaults would add half a second to each pick-up (polling every 1 s) and four to each
// retry (every 5 s), and would stop renders 8 s after a process is asked to stop.
const (
	pollEvery       = 50 * time.Millisecond // median pick-up 24 ms, for 1 % of a core
	delayedEvery    = 500 * time.Millisecond
	shutdownTimeout = 25 * time.Second // less than the 30 s that Kubernetes grants
)

// New returns a worker; Run starts it.
func New(opts Options) *Worker {
	return &Worker{
		opts:    opts,
		leases:  NewLeases(opts.Redis, opts.Store),
		client:  NewClient(opts.Redis, opts.Store),
		metrics: newMetrics(opts.Registry, opts.Settings().Narrator.Sites, opts.Concurrency),

		announced: map[string]map[library.Marker]bool{},
	}
}

// Run works until ctx ends. Then it takes no more tasks, gives running ones up to 25 s to finish,
// returns the rest to the queue and returns. While Redis is unreachable, at the start or later, it
// waits.
func (w *Worker) Run(ctx context.Context) error {
	var stopping sync.WaitGroup
	defer stopping.Wait()
	for _, started := range w.servers() {
		if err := started.server.Start(started.handle); err != nil {
			return err
		}
		defer stopping.Go(started.server.Shutdown)
	}
	var passing sync.WaitGroup
	passing.Go(func() { w.runJobs(ctx) })
	w.sweepUntil(ctx)
	passing.Wait()
	return nil
}

// served is a server with what it does with its tasks.
type served struct {
	server *asynq.Server
	handle asynq.HandlerFunc
}

// servers are the lanes of renders, and the places of removals and notices.
func (w *Worker) servers() []served {
	servers := []served{
		{w.server([]string{queueRemovals}, removalConcurrency, removalPollEvery), w.handler(unit.processRemoval)},
		{w.server([]string{queueNotices}, noticeConcurrency, noticePollEvery), w.handler(unit.deliverNotices)},
	}
	for _, l := range lanes(w.opts.Concurrency) {
		servers = append(servers, served{w.server(l.queues, l.places, l.poll), w.handler(unit.process)})
	}
	return servers
}

// server runs tasks from some of the queues, in their order.
func (w *Worker) server(queues []string, concurrency int, pollEvery time.Duration) *asynq.Server {
	return asynq.NewServerFromRedisClient(w.opts.Redis, asynq.Config{
		Concurrency:              concurrency,
		Queues:                   names(w.opts.Store).priorities(queues),
		StrictPriority:           true,
		TaskCheckInterval:        pollEvery,
		DelayedTaskCheckInterval: delayedEvery,
		ShutdownTimeout:          shutdownTimeout,
		RetryDelayFunc:           retryDelay,
		IsFailure:                isFailure,
		Logger:                   asynqLog{w.opts.Log},
		LogLevel:                 asynq.WarnLevel,
	})
}
