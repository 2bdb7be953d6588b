package worker_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// delay returns the record of an article whose work is retried; zero if there is none.
func (s *service) delay(ref library.Ref) library.Delay {
	s.t.Helper()
	outcome, err := s.library.Outcome(s.t.Context(), ref)
	if err := library.IgnoreNotFound(err); err != nil {
		s.t.Fatal(err)
	}
	return outcome.Delay.For("")
}

// attempts waits until so many attempts have failed.
func (s *service) attempts(ref library.Ref, n int) library.Delay {
	s.t.Helper()
	var delay library.Delay
	await(s.t, func() bool {
		outcome, err := s.library.Outcome(s.t.Context(), ref)
		if err == nil && outcome.Delay != nil {
			delay = *outcome.Delay
		}
		return delay.Attempts >= n
	})
	return delay
}

// Bad audio is on the bill: the next attempt is minutes later, and after the third there is none,
// whether Redis remembers the first two or not. RunNow does not wait.
func TestBadAudioIsTriedThreeTimesMinutesApart(t *testing.T) {
	bad := fmt.Errorf("%w: silence", speech.ErrBadAudio)
	s := open(t, redistest.Start(t).Client(), voice{before: func(context.Context, speech.Call) error { return bad }})
	s.start()
	ref := s.accept("ferry", 1, "One boat.")
	client := worker.NewClient(s.redis, identity)
	retry := func() {
		t.Helper()
		if err := errors.Join(s.library.Order(t.Context(), ref, library.Fresh, func(*library.Orders) {}), client.RunNow(t.Context(), ref)); err != nil {
			t.Fatal(err)
		}
	}
	for attempt := 1; attempt < 3; attempt++ {
		retry()
		delay := s.attempts(ref, attempt)
		if wait := time.Until(delay.Next); wait < time.Minute || wait > 3*time.Minute || !strings.Contains(delay.Reason, "silence") {
			t.Errorf("after attempt %d: %+v", attempt, delay)
		}
		s.enqueue(ref) // as a sweep or a hook that was sent twice
		done := "asynq:{" + worker.Queue(identity, worker.QueueNews) + "}:retry"
		await(t, func() bool { return s.redis.ZCard(t.Context(), done).Val() >= 2 })
		if again := s.attempts(ref, attempt); again.Attempts != delay.Attempts {
			t.Errorf("another task tried again at once: %+v", again)
		}
		if err := s.redis.FlushAll(t.Context()).Err(); err != nil {
			t.Fatal(err)
		}
	}
	retry()
	if got := s.await(ref); got.State != library.Failed || got.Delay != nil {
		t.Errorf("%+v", got)
	}
}

// RunNow runs the task that waits for its next attempt: there is no second one.
func TestRunNow(t *testing.T) {
	var fixed atomic.Bool
	s := open(t, redistest.Start(t).Client(), voice{before: func(context.Context, speech.Call) error {
		if fixed.Load() {
			return nil
		}
		return fmt.Errorf("%w: silence", speech.ErrBadAudio)
	}})
	s.start()
	ref := s.accept("ferry", 1, "One boat.")
	s.enqueue(ref)
	s.attempts(ref, 1)
	retrying := "asynq:{" + worker.Queue(identity, worker.QueueNews) + "}:retry"
	await(t, func() bool { return s.redis.ZCard(t.Context(), retrying).Val() > 0 })
	waiting := s.redis.ZCard(t.Context(), retrying).Val()
	client := worker.NewClient(s.redis, identity)
	await(t, func() bool {
		retries, err := client.Retries(t.Context(), ref)
		return err == nil && retries
	})
	fixed.Store(true)
	again := s.library.Order(t.Context(), ref, library.Fresh, func(*library.Orders) {})
	if err := errors.Join(again, client.RunNow(t.Context(), ref)); err != nil {
		t.Fatal(err)
	}
	if got := s.await(ref); got.State != library.Published || got.Delay != nil {
		t.Errorf("%+v", got)
	}
	await(t, func() bool { return s.redis.ZCard(t.Context(), retrying).Val() == waiting-1 })
	if retries, err := client.Retries(t.Context(), ref); err != nil || retries {
		t.Errorf("it is published, and retried: %v", err)
	}
}

// An edit starts its own attempts, and its delay is stored with the outcome of the previous
// revision.
func TestADelayIsOfItsRevision(t *testing.T) {
	var broken atomic.Bool
	s := open(t, redistest.Start(t).Client(), voice{before: func(context.Context, speech.Call) error {
		if broken.Load() {
			return errors.New("overloaded")
		}
		return nil
	}})
	s.start()
	ref := s.accept("ferry", 1, "One boat.")
	s.enqueue(ref)
	s.await(ref)
	broken.Store(true)
	s.accept("ferry", 2, "Two boats.")
	if err := s.library.Order(t.Context(), ref, library.Fresh, func(o *library.Orders) { o.Render = library.NewNonce() }); err != nil { // does not wait for more edits
		t.Fatal(err)
	}
	s.enqueue(ref)
	s.attempts(ref, 1)
	outcome, err := s.library.Outcome(t.Context(), ref)
	if err != nil || outcome.State != library.Published || outcome.Delay.Revision == outcome.Revision || !strings.Contains(outcome.Delay.Reason, "overloaded") {
		t.Errorf("%+v, %v", outcome, err)
	}
	if n := outcome.Delay.For("another").Attempts; n != 0 {
		t.Errorf("another revision begins with %d failed attempts", n)
	}
}

// lateAfter returns a worker that takes no tasks, for articles that wait longer than limit.
func (s *service) lateAfter(limit time.Duration, registry prometheus.Registerer) *worker.Worker {
	late := s.settings()
	late.Late = map[string]time.Duration{"main": limit}
	return worker.New(worker.Options{
		Redis: s.redis, Store: s.identity, Concurrency: 1, Registry: registry, Log: s.log,
		Settings: fixed(late),
	})
}

// An article that waits too long is announced once, whichever worker sweeps; bulk renders and
// parked articles are not.
func TestALateArticleIsToldOfOnce(t *testing.T) {
	in := openInbox(t, ready)
	s := open(t, redistest.Start(t).Client(), voice{}, in.Receiver)
	ref, bulk, parked := s.accept("ferry", 1, "One boat."), s.acceptAt(library.Bulk, "bulk", 1, "Two boats."), s.accept("parked", 1, "Three boats.")
	if err := worker.NewClient(s.redis, identity).Enqueue(t.Context(), bulk, library.Bulk); err != nil {
		t.Fatal(err)
	}
	if err := s.library.Conclude(t.Context(), parked, library.Outcome{State: library.Parked}, nil); err != nil {
		t.Fatal(err)
	}
	registry := prometheus.NewRegistry()
	for _, w := range []*worker.Worker{s.lateAfter(time.Hour, prometheus.NewRegistry()), s.lateAfter(time.Nanosecond, registry), s.lateAfter(time.Nanosecond, prometheus.NewRegistry())} {
		for range 2 {
			if err := w.Sweep(t.Context(), 0); err != nil {
				t.Fatal(err)
			}
		}
	}
	if delay := s.delay(ref); !delay.Late {
		t.Errorf("%+v", delay)
	}
	for name, want := range map[string]string{"aloud_due_articles": "3", "aloud_late_articles": "1"} {
		expected := fmt.Sprintf("%s{site=\"main\"} %s\n", name, want)
		if err := testutil.GatherAndCompare(registry, strings.NewReader(header(t, registry, name)+expected), name); err != nil {
			t.Error(err)
		}
	}
	s.start()
	if got := s.await(ref); got.State != library.Published || got.Delay != nil {
		t.Errorf("%+v", got)
	}
	await(t, func() bool { return strings.Contains(in.taken(), "published") })
	if told := in.taken(); strings.Count(told, "article.late") != 1 || !strings.HasPrefix(told, "article.late") {
		t.Errorf("told: %s", told)
	}
}

// A spent budget raises no alert on the oldest unfinished work.
func TestAParkedArticleDoesNotAge(t *testing.T) {
	s := open(t, redistest.Start(t).Client(), voice{})
	if err := s.library.Conclude(t.Context(), s.accept("parked", 1, "One boat."), library.Outcome{State: library.Parked}, nil); err != nil {
		t.Fatal(err)
	}
	registry := prometheus.NewRegistry()
	if err := s.lateAfter(time.Nanosecond, registry).Sweep(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"aloud_due_articles": "1", "aloud_oldest_due_seconds": "0"} {
		expected := fmt.Sprintf("%s{site=\"main\"} %s\n", name, want)
		if err := testutil.GatherAndCompare(registry, strings.NewReader(header(t, registry, name)+expected), name); err != nil {
			t.Error(err)
		}
	}
}

// header is what stands before a metric's series in its text form.
func header(t *testing.T, registry *prometheus.Registry, name string) string {
	t.Helper()
	families, err := registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	for _, family := range families {
		if family.GetName() == name {
			return fmt.Sprintf("# HELP %s %s\n# TYPE %s gauge\n", name, family.GetHelp(), name)
		}
	}
	t.Fatalf("there is no %s", name)
	return ""
}
