package worker_test

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/worker"
)

// Of two workers one does a job, and the other takes over when it ends.
func TestJobsAreDoneByOneWorker(t *testing.T) {
	queues(t, func(t *testing.T, rdb redis.UniversalClient) {
		var at, most atomic.Int32
		var done [2]atomic.Int32
		work := func(name int) (stop func()) {
			s := open(t, rdb, voice{})
			ctx, cancel := context.WithCancel(t.Context())
			w := worker.New(worker.Options{
				Redis: rdb, Store: s.identity, Narrator: s.narrator, Library: s.library, Notices: s.notices, Concurrency: 1,
				Registry: prometheus.NewRegistry(), Log: s.log,
				Jobs: []worker.Job{{Name: "count", Run: func(context.Context) time.Duration {
					most.Store(max(most.Load(), at.Add(1)))
					defer at.Add(-1)
					done[name].Add(1)
					return 5 * time.Millisecond
				}}},
			})
			var running sync.WaitGroup
			running.Go(func() { _ = w.Run(ctx) })
			return sync.OnceFunc(func() {
				cancel()
				running.Wait()
			})
		}
		stopFirst := work(0)
		defer stopFirst()
		await(t, func() bool { return done[0].Load() > 3 })
		stopSecond := work(1)
		defer stopSecond()
		before := done[0].Load()
		await(t, func() bool { return done[0].Load() > before+10 })
		if done[1].Load() != 0 {
			t.Errorf("both do the job")
		}
		stopFirst()
		await(t, func() bool { return done[1].Load() > 3 })
		if most.Load() != 1 {
			t.Errorf("%d at once", most.Load())
		}
	})
}
