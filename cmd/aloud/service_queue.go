package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"

	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/fleet"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/retention"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/worker"
)

// connect connects to Redis, or to the embedded queue of an `aloud up` that runs on the same
// folder.
func (s *service) connect(patience worker.Patience) (redis.UniversalClient, error) {
	if s.config.RedisURL != "" {
		rdb, err := worker.Connect(s.config.RedisURL, patience)
		if err != nil {
			return nil, configError{fmt.Errorf("ALOUD_REDIS_URL: %w", err)}
		}
		return rdb, nil
	}
	socket := s.socket()
	if _, err := os.Stat(socket); err != nil {
		return nil, errNoQueue
	}
	return worker.Connect("unix://"+socket, patience)
}

// socket is where `aloud up` offers its embedded queue; "" if the store is not a folder.
func (s *service) socket() string {
	if dir, ok := s.store.(*store.Dir); ok {
		return filepath.Join(dir.Root(), ".aloud", "queue.sock")
	}
	return ""
}

// commandQueue is the queue of a command. It connects on first use.
type commandQueue struct {
	connect func() (*worker.Client, error)
}

func (s *service) commandQueue(ctx context.Context) commandQueue {
	return commandQueue{sync.OnceValues(func() (*worker.Client, error) {
		rdb, err := s.connect(worker.Impatient)
		if err != nil {
			return nil, err
		}
		identity, err := store.Identity(ctx, s.store)
		if err != nil {
			return nil, err
		}
		return worker.NewClient(rdb, identity), nil
	})}
}

// commandLease returns leases for a command, which connects on first use. Without a queue nobody
// else works on the store.
func (s *service) commandLease() retention.Lease {
	leases := sync.OnceValues(func() (*worker.Leases, error) {
		rdb, err := s.connect(worker.Impatient)
		if err != nil {
			return nil, err
		}
		identity, err := store.Identity(context.Background(), s.store)
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

// Enqueue implements newsroom.Queue.
func (q commandQueue) Enqueue(ctx context.Context, ref library.Ref) error {
	client, err := q.connect()
	if err != nil {
		return err
	}
	return client.Enqueue(ctx, ref)
}

// EnqueueOnce implements newsroom.Queue.
func (q commandQueue) EnqueueOnce(ctx context.Context, ref library.Ref) error {
	client, err := q.connect()
	if err != nil {
		return err
	}
	return client.EnqueueOnce(ctx, ref)
}

// EnqueueRemoval implements newsroom.Queue.
func (q commandQueue) EnqueueRemoval(ctx context.Context, ref library.Ref) error {
	client, err := q.connect()
	if err != nil {
		return err
	}
	return client.EnqueueRemoval(ctx, ref)
}

// RunNow implements newsroom.Queue.
func (q commandQueue) RunNow(ctx context.Context, ref library.Ref) error {
	client, err := q.connect()
	if err != nil {
		return err
	}
	return client.RunNow(ctx, ref)
}

// EnqueueBulk implements newsroom.Queue.
func (q commandQueue) EnqueueBulk(ctx context.Context, ref library.Ref) error {
	client, err := q.connect()
	if err != nil {
		return err
	}
	return client.EnqueueBulk(ctx, ref)
}

// Ready implements newsroom.Queue.
func (q commandQueue) Ready(ctx context.Context) error {
	client, err := q.connect()
	if err != nil {
		return err
	}
	return client.Ready(ctx)
}

// Retries implements newsroom.Queue.
func (q commandQueue) Retries(ctx context.Context, ref library.Ref) (bool, error) {
	client, err := q.connect()
	if err != nil {
		return false, err
	}
	return client.Retries(ctx, ref)
}

// Processes implements newsroom.Queue.
func (q commandQueue) Processes(ctx context.Context) ([]fleet.Process, error) {
	client, err := q.connect()
	if err != nil {
		return nil, err
	}
	return client.Processes(ctx)
}

// queueEnds are the two connections of a process to its queue.
type queueEnds struct {
	impatient redis.UniversalClient // of the hooks
	patient   redis.UniversalClient // of the worker
	stop      func()
}

// startQueue connects to Redis, or starts the embedded queue if ALOUD_REDIS_URL is not set.
func (s *service) startQueue(ctx context.Context, log *slog.Logger) (queueEnds, error) {
	if s.config.RedisURL != "" {
		return s.redisQueue()
	}
	embedded := worker.NewEmbedded()
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	var running sync.WaitGroup
	running.Go(func() { embedded.Run(ctx) })
	if socket := s.socket(); socket != "" {
		running.Go(func() {
			if err := embedded.Offer(ctx, socket); err != nil {
				log.Warn("other commands cannot reach the embedded queue; their articles wait for the sweep", "error", err)
			}
		})
	}
	client := embedded.Client()
	return queueEnds{impatient: client, patient: client, stop: func() {
		cancel()
		_ = client.Close()
		running.Wait()
	}}, nil
}

func (s *service) redisQueue() (queueEnds, error) {
	impatient, err := s.connect(worker.Impatient)
	if err != nil {
		return queueEnds{}, err
	}
	patient, err := s.connect(worker.Patient)
	if err != nil {
		return queueEnds{}, errors.Join(err, impatient.Close())
	}
	return queueEnds{impatient: impatient, patient: patient, stop: func() {
		_ = impatient.Close()
		_ = patient.Close()
	}}, nil
}
