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
// In any minute a token bucket lets through its burst and what flows in. So that both together never pass the limit, what
// flows in is the limit less the burst, and less one in twenty: what was let through a minute apart may arrive closer
// together.
func (l *Limiter) Take(ctx context.Context, name string, limit, burst, n int) (wait time.Duration, err error) {
	flow := max(limit-limit/20-burst, 1)
	answer, err := l.limiter.AllowN(ctx, "aloud:quota:"+name, redis_rate.Limit{Rate: flow, Burst: burst, Period: l.minute}, n)
	if err != nil {
		return 0, fmt.Errorf("ask Redis: %w", err)
	}
	return max(0, answer.RetryAfter), nil
}
