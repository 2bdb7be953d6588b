package worker_test

import (
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// sweeper returns a worker that takes no tasks, so that a test sees what its sweeps enqueue.
func (s *service) sweeper() *worker.Worker {
	return worker.New(worker.Options{
		Redis: s.redis, Store: s.identity, Settings: fixed(s.settings()), Concurrency: 1, Registry: prometheus.NewRegistry(), Log: s.log,
	})
}

// withoutSweeps keeps every worker from sweeping until the test ends.
func (s *service) withoutSweeps() {
	s.t.Helper()
	_, release, err := worker.NewLeases(s.redis, s.identity).Acquire(s.t.Context(), "sweep")
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(release)
}

// pending counts the tasks that wait, where asynq keeps them: its own count misses a queue that was
// wiped.
func (s *service) pending(queue string) int {
	s.t.Helper()
	n, err := s.redis.LLen(s.t.Context(), "asynq:{"+worker.Queue(s.identity, queue)+"}:pending").Result()
	if err != nil {
		s.t.Fatal(err)
	}
	return int(n)
}

func TestSweep(t *testing.T) {
	s := open(t, redistest.Start(t).Client(), voice{})
	w := s.sweeper()
	sweep := func(wait time.Duration, want int, why string) {
		t.Helper()
		if err := w.Sweep(t.Context(), wait); err != nil {
			t.Fatal(err)
		}
		if got := s.pending(worker.QueueNews); got != want {
			t.Errorf("%s: %d tasks, want %d", why, got, want)
		}
	}
	s.accept("ferry", 1, "One boat.")
	s.accept("ferry", 2, "Two boats.")
	sweep(time.Minute, 0, "it is young")
	sweep(0, 1, "two markers, one article")
	sweep(0, 1, "Redis has its task")
	if err := s.redis.FlushAll(t.Context()).Err(); err != nil {
		t.Fatal(err)
	}
	sweep(0, 1, "a wiped Redis has lost it")
}

// What an admin re-renders in bulk must not be put in front of the news by a sweep.
func TestTheSweepLeavesBulkBehind(t *testing.T) {
	s := open(t, redistest.Start(t).Client(), voice{})
	ref := s.acceptAt(library.Bulk, "ferry", 1, "One boat.")
	if err := worker.NewClient(s.redis, identity).Enqueue(t.Context(), ref, library.Bulk); err != nil {
		t.Fatal(err)
	}
	if err := s.sweeper().Sweep(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
	if news, bulk := s.pending(worker.QueueNews), s.pending(worker.QueueBulk); news != 0 || bulk != 1 {
		t.Errorf("%d in front, %d behind", news, bulk)
	}
	s.start()
	s.await(ref)
}

// However often an article is sent again, one more task waits for it.
func TestEnqueueOnce(t *testing.T) {
	s := open(t, redistest.Start(t).Client(), voice{})
	ref, client := s.accept("ferry", 1, "One boat."), worker.NewClient(s.redis, s.identity)
	for range 5 {
		if err := client.EnqueueOnce(t.Context(), ref, library.Fresh); err != nil {
			t.Fatal(err)
		}
	}
	if got := s.pending(worker.QueueNews); got != 1 {
		t.Errorf("%d tasks, want 1", got)
	}
	s.start()
	s.await(ref)
}
