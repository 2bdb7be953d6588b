package worker_test

import (
	"testing"
	"time"

	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

func TestDeliveriesAreRememberedForATime(t *testing.T) {
	rdb := redistest.Start(t).Client()
	one, other := worker.NewDeliveries(rdb, identity), worker.NewDeliveries(rdb, identity) // two servers
	seen := func(want bool, why string) {
		t.Helper()
		if got, err := other.Seen(t.Context(), "a"); err != nil || got != want {
			t.Errorf("%s: %t, %v", why, got, err)
		}
	}
	seen(false, "before")
	if err := one.Remember(t.Context(), "a", time.Minute); err != nil {
		t.Fatal(err)
	}
	seen(true, "by the other server")
	if ttl, err := rdb.TTL(t.Context(), "aloud:"+identity+":delivery:a").Result(); err != nil || ttl <= 0 || ttl > time.Minute {
		t.Errorf("kept for %s, %v", ttl, err)
	}
	if err := rdb.FlushAll(t.Context()).Err(); err != nil {
		t.Fatal(err)
	}
	seen(false, "after a wipe")
}
