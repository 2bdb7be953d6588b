package worker_test

import (
	"sync"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/worker"
)

// No window of a minute, wherever it begins, lets through more than the quota. Here a minute is
// half a second.
func TestLimiterNeverPassesTheQuota(t *testing.T) {
	queues(t, func(t *testing.T, rdb redis.UniversalClient) {
		const quota, minute, askers = 40, 500 * time.Millisecond, 12
		var mu sync.Mutex
		var granted []struct{ asked, answered time.Time } // it was let through in between
		var asking sync.WaitGroup
		end := time.Now().Add(4 * minute)
		for range askers {
			limiter := worker.NewLimiter(rdb, minute)
			asking.Go(func() {
				for time.Now().Before(end) {
					asked := time.Now()
					wait, err := limiter.Take(t.Context(), "x", quota, quota/10, 1)
					if err != nil {
						t.Error(err)
						return
					}
					if wait == 0 {
						mu.Lock()
						granted = append(granted, struct{ asked, answered time.Time }{asked, time.Now()})
						mu.Unlock()
						continue
					}
					time.Sleep(wait)
				}
			})
		}
		asking.Wait()
		if len(granted) < 2*quota {
			t.Errorf("only %d were let through in four minutes of %d", len(granted), quota)
		}
		most := 0
		for _, from := range granted {
			n := 0
			for _, one := range granted {
				if !one.asked.Before(from.asked) && one.answered.Before(from.asked.Add(minute)) {
					n++
				}
			}
			most = max(most, n)
		}
		if most > quota {
			t.Errorf("%d were let through in one minute, more than %d", most, quota)
		}
	})
}

func TestLimiterOfSmallQuotas(t *testing.T) {
	queues(t, func(t *testing.T, rdb redis.UniversalClient) {
		limiter := worker.NewLimiter(rdb, time.Minute)
		for name, test := range map[string]struct{ limit, burst, n int }{"one a minute": {1, 1, 1}, "characters": {5000, 2500, 2500}} {
			wait, err := limiter.Take(t.Context(), name, test.limit, test.burst, test.n)
			if err != nil || wait != 0 {
				t.Errorf("%s: the first must wait %v: %v", name, wait, err)
			}
			if wait, err := limiter.Take(t.Context(), name, test.limit, test.burst, test.n); err != nil || wait < time.Second || wait > 2*time.Minute {
				t.Errorf("%s: the second must wait %v: %v", name, wait, err)
			}
		}
	})
}
