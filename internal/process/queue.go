package process

import (
	"context"
	"errors"
	"log/slog"
	"sync"

	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/service"
	"github.com/aloud-audio/aloud/worker"
)

// queue is a process's connections to its queue.
type queue struct {
	impatient redis.UniversalClient // of the hooks
	patient   redis.UniversalClient // of the worker
	stop      func()
}

// openQueue connects to Redis, or starts the embedded queue if ALOUD_REDIS_URL is not set.
func openQueue(ctx context.Context, s *service.Service, log *slog.Logger) (queue, error) {
	if s.Config.RedisURL != "" {
		return redisQueue(s)
	}
	embedded := worker.NewEmbedded()
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	var running sync.WaitGroup
	running.Go(func() { embedded.Run(ctx) })
	if socket := s.Socket(); socket != "" {
		running.Go(func() {
			if err := embedded.Offer(ctx, socket); err != nil {
				log.Warn("other commands cannot reach the embedded queue; their articles wait for the sweep", "error", err)
			}
		})
	}
	client := embedded.Client()
	return queue{impatient: client, patient: client, stop: func() {
		cancel()
		_ = client.Close()
		running.Wait()
	}}, nil
}

func redisQueue(s *service.Service) (queue, error) {
	impatient, err := s.Connect(worker.Impatient)
	if err != nil {
		return queue{}, err
	}
	patient, err := s.Connect(worker.Patient)
	if err != nil {
		return queue{}, errors.Join(err, impatient.Close())
	}
	return queue{impatient: impatient, patient: patient, stop: func() {
		_ = impatient.Close()
		_ = patient.Close()
	}}, nil
}
