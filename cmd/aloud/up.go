package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"syscall"

	"github.com/redis/go-redis/v9"
	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/worker"
)

func upCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "up",
		Short:   "Run everything in one process",
		GroupID: groupRun,
		Long: `Run server and worker in one process. Without settings the queue is embedded, the store is the folder ./aloud-data, the
voices are local, and there is one site, main, whose hook secret is made once and printed.

Killed and started again, it finishes what it had accepted.`,
		Example: "  aloud up\n  ALOUD_SETTINGS=aloud.yaml ALOUD_STORE=s3://audio aloud up --listen :80",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.up(cmd.Context()) },
	}
	addListenFlag(cmd, a)
	return cmd
}

// up joins server and worker over one queue, which ends after both.
func (a *app) up(ctx context.Context) error {
	s, err := a.openService(ctx)
	if err != nil {
		return err
	}
	log := a.logger(s.config)
	unlock, err := s.lockStore()
	if err != nil {
		return err
	}
	defer unlock()
	queue, err := s.startQueue(ctx, log)
	if err != nil {
		return err
	}
	defer queue.stop()
	registry := newRegistry()
	server, err := s.listen(ctx, a, log, registry, queue.impatient)
	if err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return server.serve(ctx) })
	group.Go(func() error { return s.work(ctx, log, registry, queue.patient) })
	return group.Wait()
}

// queueEnds are the two clients of a queue: the hooks' and the worker's.
type queueEnds struct {
	impatient redis.UniversalClient
	patient   redis.UniversalClient
	stop      func()
}

// startQueue connects to Redis, or starts the embedded queue where none is set.
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
				log.Warn("other commands cannot reach the embedded queue: their work waits for the sweep", "error", err)
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

// lockStore keeps a second `aloud up` with an embedded queue off the same folder: each would see half of the tasks.
func (s *service) lockStore() (unlock func(), err error) {
	socket := s.socket()
	if socket == "" || s.config.RedisURL != "" {
		return func() {}, nil
	}
	file, err := os.OpenFile(filepath.Join(filepath.Dir(socket), "up.lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		return nil, errors.Join(fmt.Errorf("another aloud up runs on %s: stop it, or give both a Redis with ALOUD_REDIS_URL", filepath.Dir(filepath.Dir(socket))), file.Close())
	}
	return func() { _ = file.Close() }, nil
}
