package service

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/fleet"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/retention"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/worker"
)

var errNoQueue = errors.New("no queue: ALOUD_REDIS_URL is not set, and no aloud up runs on this store")

// Connect connects to Redis, or to the embedded queue of an `aloud up` that runs on the same
// folder.
func (s *Service) Connect(patience worker.Patience) (redis.UniversalClient, error) {
	if s.Config.RedisURL != "" {
		rdb, err := worker.Connect(s.Config.RedisURL, patience)
		if err != nil {
			return nil, config.Error{Err: fmt.Errorf("ALOUD_REDIS_URL: %w", err)}
		}
		return rdb, nil
	}
	socket := s.Socket()
	if _, err := os.Stat(socket); err != nil {
		return nil, errNoQueue
	}
	return worker.Connect("unix://"+socket, patience)
}

// Socket is where `aloud up` offers its embedded queue; "" if the store is not a folder.
func (s *Service) Socket() string {
	if dir, ok := store.As[*store.Dir](s.Store); ok {
		return filepath.Join(dir.Root(), ".aloud", "queue.sock")
	}
	return ""
}

// lazyQueue is the queue of a command. It connects on first use.
type lazyQueue struct {
	connect func() (newsroom.Queue, error)
}

// noQueue is the queue of commands without one.
var noQueue = lazyQueue{func() (newsroom.Queue, error) { return nil, errNoQueue }}

func (s *Service) commandQueue(ctx context.Context) lazyQueue {
	return lazyQueue{sync.OnceValues(func() (newsroom.Queue, error) {
		rdb, err := s.Connect(worker.Impatient)
		if err != nil {
			return nil, err
		}
		identity, err := store.Identity(ctx, s.Store)
		if err != nil {
			return nil, err
		}
		return worker.NewClient(rdb, identity), nil
	})}
}

// do connects to the queue and calls something with it.
func (q lazyQueue) do(something func(newsroom.Queue) error) error {
	queue, err := q.connect()
	if err != nil {
		return err
	}
	return something(queue)
}

// Enqueue implements newsroom.Queue.
func (q lazyQueue) Enqueue(ctx context.Context, ref library.Ref, u library.Urgency) error {
	return q.do(func(queue newsroom.Queue) error { return queue.Enqueue(ctx, ref, u) })
}

// EnqueueOnce implements newsroom.Queue.
func (q lazyQueue) EnqueueOnce(ctx context.Context, ref library.Ref, u library.Urgency) error {
	return q.do(func(queue newsroom.Queue) error { return queue.EnqueueOnce(ctx, ref, u) })
}

// EnqueueRemoval implements newsroom.Queue.
func (q lazyQueue) EnqueueRemoval(ctx context.Context, ref library.Ref) error {
	return q.do(func(queue newsroom.Queue) error { return queue.EnqueueRemoval(ctx, ref) })
}

// RunNow implements newsroom.Queue.
func (q lazyQueue) RunNow(ctx context.Context, ref library.Ref) error {
	return q.do(func(queue newsroom.Queue) error { return queue.RunNow(ctx, ref) })
}

// Ready implements newsroom.Queue.
func (q lazyQueue) Ready(ctx context.Context) error {
	return q.do(func(queue newsroom.Queue) error { return queue.Ready(ctx) })
}

// Retries implements newsroom.Queue.
func (q lazyQueue) Retries(ctx context.Context, ref library.Ref) (waits bool, err error) {
	err = q.do(func(queue newsroom.Queue) error { waits, err = queue.Retries(ctx, ref); return err })
	return waits, err
}

// Processes implements newsroom.Queue.
func (q lazyQueue) Processes(ctx context.Context) (all []fleet.Process, err error) {
	err = q.do(func(queue newsroom.Queue) error { all, err = queue.Processes(ctx); return err })
	return all, err
}

// commandLease returns leases for a command, which connects on first use. Without a queue nobody
// else works on the store.
func (s *Service) commandLease() retention.Lease {
	leases := sync.OnceValues(func() (*worker.Leases, error) {
		rdb, err := s.Connect(worker.Impatient)
		if err != nil {
			return nil, err
		}
		identity, err := store.Identity(context.Background(), s.Store)
		return worker.NewLeases(rdb, identity), err
	})
	return func(ctx context.Context, name string) (func(), bool, error) {
		leases, err := leases()
		if errors.Is(err, errNoQueue) {
			return func() {}, true, nil
		}
		if err != nil {
			return nil, false, err
		}
		return leases.Try(ctx, name)
	}
}
