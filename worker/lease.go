package worker

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/bsm/redislock"
	"github.com/redis/go-redis/v9"
)

// Leases keep two workers from doing the same at once. They spare work; what must not go wrong when one is lost (Redis
// wiped, a process paused) is guarded by the library's conditional writes.
type Leases struct {
	locks *redislock.Client
	ttl   time.Duration
}

// A lease outlives its holder's death by at most leaseTTL; the holder renews it three times as often.
const (
	leaseTTL  = 15 * time.Second
	leasePoll = 100 * time.Millisecond
)

func leaseKey(name string) string { return "aloud:lease:" + name }

// ErrHeld says that another has the lease.
var ErrHeld = errors.New("held by another worker")

// ErrLeaseLost is the cause of the end of a lease's context when another took the lease meanwhile.
var ErrLeaseLost = errors.New("the lease was lost to another worker")

// NewLeases keeps leases in Redis.
func NewLeases(rdb redis.UniversalClient) *Leases {
	return &Leases{locks: redislock.New(rdb), ttl: leaseTTL}
}

// Acquire takes the lease of that name, or returns ErrHeld at once, and keeps it until release is called. The context
// it returns ends when the lease is lost.
func (l *Leases) Acquire(ctx context.Context, name string) (held context.Context, release func(), err error) {
	lock, err := l.locks.Obtain(ctx, leaseKey(name), l.ttl, nil)
	if errors.Is(err, redislock.ErrNotObtained) {
		return nil, nil, ErrHeld
	}
	if err != nil {
		return nil, nil, fmt.Errorf("take the lease of %s: %w", name, err)
	}
	held, lose := context.WithCancelCause(ctx)
	var renewing sync.WaitGroup
	renewing.Go(func() { l.renew(held, lock, lose) })
	release = sync.OnceFunc(func() {
		lose(nil)
		renewing.Wait()
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
		defer cancel()
		_ = lock.Release(ctx) // it expires by itself otherwise
	})
	return held, release, nil
}

// Wait takes the lease of that name as soon as it is free.
func (l *Leases) Wait(ctx context.Context, name string) (release func(), err error) {
	for {
		_, release, err := l.Acquire(ctx, name)
		if !errors.Is(err, ErrHeld) {
			return release, err
		}
		select {
		case <-time.After(leasePoll):
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// renew prolongs the lease until its context ends. A lease that Redis has forgotten is taken again unless another was
// quicker; while Redis is away nobody else can take it either.
func (l *Leases) renew(held context.Context, lock *redislock.Lock, lose context.CancelCauseFunc) {
	ticker := time.NewTicker(l.ttl / 3)
	defer ticker.Stop()
	for {
		select {
		case <-held.Done():
			return
		case <-ticker.C:
		}
		err := lock.Refresh(held, l.ttl, nil)
		if errors.Is(err, redislock.ErrNotObtained) {
			_, err = l.locks.Obtain(held, lock.Key(), l.ttl, &redislock.Options{Token: lock.Token()})
		}
		if errors.Is(err, redislock.ErrNotObtained) {
			lose(ErrLeaseLost)
			return
		}
	}
}
