// Package worker delivers: it brings "bring this article up to date" from those who accepted a change to those who do
// the work, over Redis (asynq), and in the same way "deliver this article's notices".
//
// It knows no HTML, no speech and no storage: what the work is, the narrator knows. A task never says what to render,
// only which article to look at, so tasks may be lost, doubled and reordered: due markers in the library make up for lost
// ones (the sweep), and one that finds nothing to do ends in milliseconds. Only this package and the wiring in
// cmd know asynq.
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
)

// Options of a worker. All are needed.
type Options struct {
	Redis       redis.UniversalClient
	Narrator    *narrate.Narrator
	Library     *library.Library
	Notices     *notify.Notifier
	Concurrency int // articles brought up to date at once
	Registry    prometheus.Registerer
	Log         *slog.Logger
}

// Worker takes tasks and sweeps.
type Worker struct {
	opts    Options
	leases  *Leases
	client  *Client
	metrics *metrics
}

// How the queue is polled and left. asynq's own values would add half a second to each pick-up (1 s polls), four to each
// retry (5 s), and cut renders off at 8 s when a process is told to stop.
const (
	pollEvery       = 50 * time.Millisecond // 24 ms to a pick-up at the median, for a hundredth of a core
	delayedEvery    = 500 * time.Millisecond
	shutdownTimeout = 25 * time.Second // below the 30 s that Kubernetes and the like give
)

// New returns a worker; Run starts it.
func New(opts Options) *Worker {
	return &Worker{
		opts:    opts,
		leases:  NewLeases(opts.Redis),
		client:  NewClient(opts.Redis),
		metrics: newMetrics(opts.Registry),
	}
}

// Run works until ctx ends, then takes no more tasks, lets those under way finish for up to 25 s, gives the rest back to
// the queue, and returns. A Redis that is away at the start or later is waited for.
func (w *Worker) Run(ctx context.Context) error {
	articles := w.server(queueWeights, w.opts.Concurrency, pollEvery)
	if err := articles.Start(asynq.HandlerFunc(w.process)); err != nil {
		return err
	}
	notices := w.server(noticeQueueWeights, noticeConcurrency, noticePollEvery)
	if err := notices.Start(asynq.HandlerFunc(w.deliverNotices)); err != nil {
		articles.Shutdown()
		return err
	}
	w.sweepUntil(ctx)
	var stopping sync.WaitGroup
	stopping.Go(articles.Shutdown)
	stopping.Go(notices.Shutdown)
	stopping.Wait()
	return nil
}

// server takes tasks from some of the queues.
func (w *Worker) server(queues map[string]int, concurrency int, pollEvery time.Duration) *asynq.Server {
	return asynq.NewServerFromRedisClient(w.opts.Redis, asynq.Config{
		Concurrency:              concurrency,
		Queues:                   queues,
		TaskCheckInterval:        pollEvery,
		DelayedTaskCheckInterval: delayedEvery,
		ShutdownTimeout:          shutdownTimeout,
		RetryDelayFunc:           retryDelay,
		IsFailure:                isFailure,
		Logger:                   asynqLog{w.opts.Log},
		LogLevel:                 asynq.WarnLevel,
	})
}
