package main

import (
	"context"
	"log/slog"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/redis/go-redis/v9"
	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/worker"
)

func workerCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "worker",
		Short:   "Run a worker: it renders and publishes",
		GroupID: groupRun,
		Long: `Run a worker alone. Any number of them share one Redis and one store. Told to stop (SIGTERM), it finishes what it has
under way for up to 25 seconds and gives the rest back to the queue.`,
		Example: "  ALOUD_REDIS_URL=redis://queue:6379 ALOUD_STORE=s3://audio aloud worker",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.work(cmd.Context()) },
	}
}

func (a *app) work(ctx context.Context) error {
	s, queue, err := a.openWithRedis(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = queue.stop() }()
	return s.work(ctx, a.logger(s.config), newRegistry(), queue.patient)
}

// work brings articles up to date until ctx ends.
func (s *service) work(ctx context.Context, log *slog.Logger, registry *prometheus.Registry, rdb redis.UniversalClient) error {
	spoken := newSpokenMetrics()
	registry.MustRegister(spoken.characters)
	return worker.New(worker.Options{
		Redis:       rdb,
		Narrator:    s.narrator(worker.NewLeases(rdb).Wait, spoken),
		Library:     s.library,
		Concurrency: s.config.Concurrency,
		Registry:    registry,
		Log:         log,
	}).Run(ctx)
}
