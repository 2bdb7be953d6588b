package worker

import (
	"context"
	"fmt"
	"time"

	"github.com/go-redis/redis_rate/v10"
	"github.com/redis/go-redis/v9"
)

// Limiter shares the providers' rate limits among all workers.
type Limiter struct {
	limiter *redis_rate.Limiter
	minute  time.Duration
}

// NewLimiter counts in rdb. minute is the length of a provider's minute, which only tests change.
func NewLimiter(rdb redis.UniversalClient, minute time.Duration) *Limiter {
	return &Limiter{redis_rate.NewLimiter(rdb), minute}
}

// Take returns a speech.Limiter.
//
// In any minute a token bucket lets through its burst plus its flow. So that their sum never
// exceeds the limit, the flow is the limit minus the burst, minus 5 %: requests let through a
// minute apart may arrive closer together.
func (l *Limiter) Take(ctx context.Context, name string, limit, burst, n int) (wait time.Duration, err error) {
	flow := max(limit-limit/20-burst, 1)
	answer, err := l.limiter.AllowN(ctx, "aloud:quota:"+name, redis_rate.Limit{Rate: flow, Burst: burst, Period: l.minute}, n)
	if err != nil {
		return 0, fmt.Errorf("rate limit: %w", err)
	}
	return max(0, answer.RetryAfter), nil
}
