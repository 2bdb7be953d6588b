package worker_test

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// One of two workers does a job, and the other takes over when the first ends.
func TestJobsAreDoneByOneWorker(t *testing.T) {
	queues(t, func(t *testing.T, rdb redis.UniversalClient) {
		var at, most atomic.Int32
		var done [2]atomic.Int32
		work := func(name int) (stop func()) {
			s := open(t, rdb, voice{})
			ctx, cancel := context.WithCancel(t.Context())
			w := worker.New(worker.Options{
				Redis: rdb, Store: s.identity, Concurrency: 1, Registry: prometheus.NewRegistry(), Log: s.log,
				Settings: fixed(s.settings(worker.Job{Name: "count", Run: func(context.Context) time.Duration {
					most.Store(max(most.Load(), at.Add(1)))
					defer at.Add(-1)
					done[name].Add(1)
					return 5 * time.Millisecond
				}})),
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

// A job that new settings add begins, one that they change runs as changed, and one that they
// remove stops; none waits for the time that the former job had named.
func TestJobsFollowTheSettings(t *testing.T) {
	s := open(t, redistest.Start(t).Client(), voice{})
	ran := make(chan string, 100)
	job := func(name, version string) worker.Job {
		return worker.Job{Name: name, Run: func(context.Context) time.Duration {
			ran <- name + version
			return time.Hour
		}}
	}
	var current atomic.Pointer[worker.Settings]
	apply := func(jobs ...worker.Job) (replaced chan struct{}) {
		settings, replaced := s.settings(jobs...), make(chan struct{})
		settings.Replaced = replaced
		current.Store(&settings)
		return replaced
	}
	replaced := apply(job("a", "1"), job("b", "1"))
	ctx, cancel := context.WithCancel(t.Context())
	var running sync.WaitGroup
	defer running.Wait()
	defer cancel()
	w := worker.New(worker.Options{
		Redis: s.redis, Store: s.identity, Concurrency: 1, Registry: prometheus.NewRegistry(), Log: s.log,
		Settings: func() worker.Settings { return *current.Load() },
	})
	running.Go(func() { _ = w.Run(ctx) })
	expect := func(names ...string) {
		t.Helper()
		got := []string{<-ran, <-ran}
		slices.Sort(got)
		if !slices.Equal(got, names) {
			t.Errorf("%v ran, want %v", got, names)
		}
	}
	expect("a1", "b1")
	former := replaced
	replaced = apply(job("a", "2"), job("c", "1"))
	close(former)
	expect("a2", "c1")
	former = replaced
	apply(job("a", "3"), job("b", "3"))
	close(former)
	expect("a3", "b3")
}
