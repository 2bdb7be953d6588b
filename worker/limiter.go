package worker

import (
	"context"
	"fmt"
	"time"

	"github.com/go-redis/redis_rate/v10"
	"github.com/redis/go-redis/v9"
)

// Limiter shares the providers' quotas among all workers.
type Limiter struct {
	limiter *redis_rate.Limiter
	minute  time.Duration
}

// NewLimiter keeps account in rdb. minute is how long the providers' minutes are: other than a minute for tests only.
func NewLimiter(rdb redis.UniversalClient, minute time.Duration) *Limiter {
	return &Limiter{redis_rate.NewLimiter(rdb), minute}
}

// Take is a speech.Limiter.
//
// In any minute a token bucket lets through its burst and what flows in. So that both together never pass the limit,
// a tenth of it is the burst, or what is asked for at once if that is more, and the rest flows in; one in twenty is left
// out, as requests that were let through a minute apart may arrive closer together.
func (l *Limiter) Take(ctx context.Context, name string, limit, n int) (wait time.Duration, err error) {
	n = min(n, limit) // what is more than a minute's quota has the provider's own answer
	burst := max(limit/10, n)
	flow := max(limit-limit/20-burst, limit/2, 1) // half of it where a single request takes most
	answer, err := l.limiter.AllowN(ctx, "aloud:quota:"+name, redis_rate.Limit{Rate: flow, Burst: burst, Period: l.minute}, n)
	if err != nil {
		return 0, fmt.Errorf("ask Redis: %w", err)
	}
	return max(0, answer.RetryAfter), nil
}
