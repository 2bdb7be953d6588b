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

// Leases keep two workers from doing the same work at once. They save work and money; correctness
// does not depend on them: if one is lost (Redis wiped, a process paused), the library's
// conditional writes still hold.
type Leases struct {
	locks *redislock.Client
	names names
	ttl   time.Duration
}

// A lease outlives its holder by at most leaseTTL. The holder renews it three times in that time.
const (
	leaseTTL  = 15 * time.Second
	leasePoll = 100 * time.Millisecond
)

// ErrHeld means that another worker has the lease.
var ErrHeld = errors.New("held by another worker")

// ErrLeaseLost is the cause of a lease's context once another worker took the lease.
var ErrLeaseLost = errors.New("the lease was lost to another worker")

// NewLeases keeps the leases of the store with that identity in Redis.
func NewLeases(rdb redis.UniversalClient, store string) *Leases {
	return &Leases{locks: redislock.New(rdb), names: names(store), ttl: leaseTTL}
}

// Acquire takes a lease, or returns ErrHeld at once, and renews it until release is called. The
// context that it returns ends when the lease is lost.
func (l *Leases) Acquire(ctx context.Context, name string) (held context.Context, release func(), err error) {
	locks, err := l.obtain(ctx, name)
	if errors.Is(err, redislock.ErrNotObtained) {
		return nil, nil, ErrHeld
	}
	if err != nil {
		return nil, nil, fmt.Errorf("take the lease of %s: %w", name, err)
	}
	held, lose := context.WithCancelCause(ctx)
	var renewing sync.WaitGroup
	renewing.Go(func() { l.renew(held, locks, lose) })
	release = sync.OnceFunc(func() {
		lose(nil)
		renewing.Wait()
		free(ctx, locks)
	})
	return held, release, nil
}

// obtain takes a lease under each of its keys.
func (l *Leases) obtain(ctx context.Context, name string) (locks []*redislock.Lock, err error) {
	for _, key := range l.names.leaseKeys(name) {
		lock, err := l.locks.Obtain(ctx, key, l.ttl, nil)
		if err != nil {
			free(ctx, locks)
			return nil, err
		}
		locks = append(locks, lock)
	}
	return locks, nil
}

// free ignores errors: a lease that stays expires by itself.
func free(ctx context.Context, locks []*redislock.Lock) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	for _, lock := range locks {
		_ = lock.Release(ctx)
	}
}

// Try takes a lease if nobody holds it.
func (l *Leases) Try(ctx context.Context, name string) (release func(), taken bool, err error) {
	_, release, err = l.Acquire(ctx, name)
	if errors.Is(err, ErrHeld) {
		return nil, false, nil
	}
	return release, err == nil, err
}

// Wait takes a lease as soon as it is free.
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

// renew extends the lease until its context ends. If Redis was wiped, it takes the lease again,
// unless another worker was quicker; while Redis is unreachable nobody else can take it either.
func (l *Leases) renew(held context.Context, locks []*redislock.Lock, lose context.CancelCauseFunc) {
	ticker := time.NewTicker(l.ttl / 3)
	defer ticker.Stop()
	for {
		select {
		case <-held.Done():
			return
		case <-ticker.C:
		}
		for _, lock := range locks {
			if errors.Is(l.extend(held, lock), redislock.ErrNotObtained) {
				lose(ErrLeaseLost)
				return
			}
		}
	}
}

func (l *Leases) extend(ctx context.Context, lock *redislock.Lock) error {
	err := lock.Refresh(ctx, l.ttl, nil)
	if errors.Is(err, redislock.ErrNotObtained) {
		_, err = l.locks.Obtain(ctx, lock.Key(), l.ttl, &redislock.Options{Token: lock.Token()})
	}
	return err
}
