package worker_test

import (
	"context"
	"errors"
	"testing"

	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

func TestLease(t *testing.T) {
	queues(t, func(t *testing.T, rdb redis.UniversalClient) {
		one, other := worker.NewLeases(rdb), worker.NewLeases(rdb)
		_, release, err := one.Acquire(t.Context(), "x")
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := other.Acquire(t.Context(), "x"); !errors.Is(err, worker.ErrHeld) {
			t.Fatalf("a lease was had twice: %v", err)
		}
		if _, _, err := other.Acquire(t.Context(), "y"); err != nil {
			t.Fatalf("another's name: %v", err)
		}
		got := make(chan error, 1)
		go func() {
			_, err := other.Wait(t.Context(), "x")
			got <- err
		}()
		release()
		release() // harmless
		if err := <-got; err != nil {
			t.Fatal(err)
		}
	})
}

func TestWaitEndsWithItsContext(t *testing.T) {
	leases := worker.NewLeases(redistest.Start(t).Client())
	if _, _, err := leases.Acquire(t.Context(), "x"); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := leases.Wait(ctx, "x"); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}
