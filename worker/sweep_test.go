package worker_test

import (
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// sweeper returns a worker that takes no tasks, so that a test sees what its sweeps enqueue.
func (s *service) sweeper() *worker.Worker {
	return worker.New(worker.Options{
		Redis: s.redis, Store: s.identity, Settings: fixed(s.settings()), Concurrency: 1, Registry: prometheus.NewRegistry(), Log: s.log,
	})
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

// A task that is to run again leaves a mark. If Redis was wiped while it ran, the mark is there and
// the task is not.
func TestTheSweepBelievesNoMarkWithoutATask(t *testing.T) {
	s := open(t, redistest.Start(t).Client(), voice{})
	w, ref := s.sweeper(), s.accept("ferry", 1, "One boat.")
	queue := worker.Queue(s.identity, worker.QueueNews)
	mark := func(task string) {
		t.Helper()
		if err := s.redis.Set(t.Context(), worker.ArticleMark(s.identity, ref), queue+" "+task, time.Hour).Err(); err != nil {
			t.Fatal(err)
		}
		if err := w.Sweep(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
	}
	mark("gone")
	if got := s.pending(worker.QueueNews); got != 1 {
		t.Fatalf("%d tasks, want 1", got)
	}
	task, err := s.redis.LIndex(t.Context(), "asynq:{"+queue+"}:pending", 0).Result()
	if err != nil {
		t.Fatal(err)
	}
	mark(task)
	if got := s.pending(worker.QueueNews); got != 1 {
		t.Errorf("%d tasks, want 1: it was there", got)
	}
}

// What an admin re-renders in bulk must not be put in front of the news by a sweep.
func TestTheSweepLeavesBulkBehind(t *testing.T) {
	s := open(t, redistest.Start(t).Client(), voice{})
	ref := s.accept("ferry", 1, "One boat.")
	if err := worker.NewClient(s.redis, identity).EnqueueBulk(t.Context(), ref); err != nil {
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
		if err := client.EnqueueOnce(t.Context(), ref); err != nil {
			t.Fatal(err)
		}
	}
	if got := s.pending(worker.QueueNews); got != 1 {
		t.Errorf("%d tasks, want 1", got)
	}
	s.start()
	s.await(ref)
}
