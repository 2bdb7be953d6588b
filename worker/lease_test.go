package worker_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

func TestLease(t *testing.T) {
	queues(t, func(t *testing.T, rdb redis.UniversalClient) {
		one, other := worker.NewLeases(rdb, identity), worker.NewLeases(rdb, identity)
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
	leases := worker.NewLeases(redistest.Start(t).Client(), identity)
	if _, _, err := leases.Acquire(t.Context(), "x"); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := leases.Wait(ctx, "x"); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// A lease is renewed while it is held, even if Redis forgets it meanwhile.
func TestALeaseOutlivesItsTTLAndAWipe(t *testing.T) {
	server := redistest.Start(t)
	rdb := server.Client()
	held, release, err := worker.NewShortLeases(rdb, identity).Acquire(t.Context(), "x")
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	for range 3 {
		if err := rdb.Del(t.Context(), worker.LeaseKey(identity, "x")).Err(); err != nil {
			t.Fatal(err)
		}
		await(t, func() bool { return rdb.Exists(t.Context(), worker.LeaseKey(identity, "x")).Val() == 1 })
	}
	if held.Err() != nil {
		t.Errorf("lost: %v", context.Cause(held))
	}
}

func TestALeaseThatAnotherTookIsLost(t *testing.T) {
	rdb := redistest.Start(t).Client()
	held, release, err := worker.NewShortLeases(rdb, identity).Acquire(t.Context(), "x")
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	if err := rdb.Set(t.Context(), worker.LeaseKey(identity, "x"), "another's", 0).Err(); err != nil {
		t.Fatal(err)
	}
	<-held.Done()
	if !errors.Is(context.Cause(held), worker.ErrLeaseLost) {
		t.Errorf("%v", context.Cause(held))
	}
	release()
	if got := rdb.Get(t.Context(), worker.LeaseKey(identity, "x")).Val(); got != "another's" {
		t.Errorf("the other's lease was released: %q", got)
	}
}

// await polls until ok, for ten seconds at most.
func await(t *testing.T, ok func() bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	for !ok() {
		select {
		case <-ctx.Done():
			t.Fatal("it did not come to pass")
		case <-time.After(5 * time.Millisecond):
		}
	}
}
