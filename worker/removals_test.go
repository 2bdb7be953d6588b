package worker_test

import (
	"context"
	"errors"
	"testing"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// Every place is taken by a render that waits for a hanging provider: removals have their own
// places.
func TestARemovalNeedsNoFreeWorker(t *testing.T) {
	var hang chan struct{}
	speaking := make(chan struct{}, 100)
	s := open(t, redistest.Start(t).Client(), voice{before: func(ctx context.Context, _ speech.Call) error {
		if hang == nil {
			return nil
		}
		speaking <- struct{}{}
		select {
		case <-hang:
			return errors.New("gave up")
		case <-ctx.Done():
			return ctx.Err()
		}
	}})
	stop := s.start()
	ref := s.accept("ferry", 1, "One boat.")
	s.enqueue(ref)
	if got := s.await(ref); got.State != library.Published {
		t.Fatalf("%+v", got)
	}
	stop()
	hang = make(chan struct{})
	defer close(hang)
	s.start()
	for _, id := range []string{"a", "b", "c", "d"} { // as many as are rendered at once
		s.enqueue(s.accept(id, 1, "Text "+id+"."))
		<-speaking
	}
	s.accept("ferry", 2, "")
	if err := worker.NewClient(s.redis, s.identity).EnqueueRemoval(t.Context(), ref); err != nil {
		t.Fatal(err)
	}
	if got := s.await(ref); got.State != library.Removed {
		t.Errorf("%+v", got)
	}
}

// A removal that is outdated when it runs becomes a render, and takes no place for removals.
func TestAnOutdatedRemovalIsRendered(t *testing.T) {
	s := open(t, redistest.Start(t).Client(), voice{})
	ref := s.accept("ferry", 1, "One boat.")
	s.withoutSweeps()
	if err := worker.NewClient(s.redis, s.identity).EnqueueRemoval(t.Context(), ref); err != nil {
		t.Fatal(err)
	}
	s.start()
	if got := s.await(ref); got.State != library.Published {
		t.Errorf("%+v", got)
	}
	await(t, func() bool {
		return s.redis.Exists(t.Context(), "asynq:{"+worker.Queue(s.identity, worker.QueueNews)+"}:processed").Val() == 1
	})
}

// A repeated removal has one task, and another one once that has begun.
func TestARemovalThatIsRepeatedIsOneTask(t *testing.T) {
	s := open(t, redistest.Start(t).Client(), voice{})
	ref := s.accept("ferry", 1, "")
	client := worker.NewClient(s.redis, s.identity)
	remove := func() {
		t.Helper()
		for range 5 {
			if err := client.EnqueueRemoval(t.Context(), ref); err != nil {
				t.Fatal(err)
			}
		}
	}
	if remove(); s.pending(worker.QueueRemovals) != 1 {
		t.Errorf("%d tasks", s.pending(worker.QueueRemovals))
	}
	s.start()
	if got := s.await(ref); got.State != library.Removed {
		t.Errorf("%+v", got)
	}
	remove()
	processed := "asynq:{" + worker.Queue(s.identity, worker.QueueRemovals) + "}:processed"
	await(t, func() bool { n, _ := s.redis.Get(t.Context(), processed).Int(); return n >= 2 })
}
