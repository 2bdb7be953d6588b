package main

import (
	"context"
	"errors"
	"log/slog"
	"sync"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/redis/go-redis/v9"
	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/player"
	"github.com/aloud-audio/aloud/internal/web"
	"github.com/aloud-audio/aloud/worker"
)

func serveCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "serve",
		Short:   "Run the server: hooks, audio and player",
		GroupID: groupRun,
		Long:    "Run only the server: it accepts hooks, and serves the audio and the player. It shares a Redis with the workers.",
		Example: "  ALOUD_REDIS_URL=redis://queue:6379 ALOUD_STORE=s3://audio aloud serve",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.serve(cmd.Context()) },
	}
	addListenFlag(cmd, a)
	return cmd
}

func addListenFlag(cmd *cobra.Command, a *app) {
	cmd.Flags().StringVar(a.flags["ALOUD_LISTEN"], "listen", "", "`address` to listen on (ALOUD_LISTEN)")
}

func (a *app) serve(ctx context.Context) error {
	s, queue, err := a.prepareWithRedis(ctx)
	if err != nil {
		return err
	}
	defer queue.stop()
	if err := s.awaitStore(ctx); err != nil {
		return err
	}
	if err := s.prove(ctx, s.serverChecks(queue.impatient)); err != nil {
		return err
	}
	listening, err := s.listen(ctx, a, s.log, newRegistry(), queue.impatient)
	if err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	listening.serve(ctx, group)
	return group.Wait()
}

// prepareWithRedis prepares a service that shares its queue with other processes.
func (a *app) prepareWithRedis(ctx context.Context) (*service, queueEnds, error) {
	s, err := a.prepare(ctx)
	if err != nil {
		return nil, queueEnds{}, err
	}
	if s.config.RedisURL == "" {
		return nil, queueEnds{}, configError{errors.New("serve and worker need Redis: set ALOUD_REDIS_URL, or use `aloud up`, which needs none")}
	}
	queue, err := s.redisQueue()
	return s, queue, err
}

// connections of listeners and senders at once; more wait. Each takes some 20 kB.
const maxConnections = 2048

// listen binds the public and the admin address and announces them.
func (s *service) listen(ctx context.Context, a *app, log *slog.Logger, registry *prometheus.Registry, rdb redis.UniversalClient) (servers, error) {
	sites, fresh, err := s.webSites(ctx)
	if err != nil {
		return nil, err
	}
	registry.MustRegister(worker.NewQueueCollector(rdb, s.identity))
	application := s.newsroom(worker.NewClient(rdb, s.identity))
	application.Unrecorded = newsroom.NewUnrecorded(log)
	handler, err := web.New(web.Options{
		Newsroom: application, Sites: sites, Deliveries: worker.NewDeliveries(rdb, s.identity),
		Player: player.JS, PlayerMap: player.SourceMap, PublicURL: s.config.PublicURL, Registry: registry, Log: log,
	})
	if err != nil {
		return nil, configError{err}
	}
	public, err := listenHTTP(s.config.Listen, "ALOUD_LISTEN", maxConnections, handler, log)
	if err != nil {
		return nil, err
	}
	public.Drain, public.Beside = handler.Drain, beside(application, log)
	forAdmins, err := s.listenAdmin(a, log, registry, rdb)
	if err != nil {
		return nil, err
	}
	s.announce(a, public.Addr(), sites, fresh)
	return append(forAdmins, public), nil
}

func newRegistry() *prometheus.Registry {
	registry := prometheus.NewRegistry()
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}), newBuildMetric())
	return registry
}

// beside is what a server does besides answering requests: it stores removals that could not be
// stored, and records which sites it has.
func beside(n *newsroom.Newsroom, log *slog.Logger) func(context.Context) {
	return func(ctx context.Context) {
		var running sync.WaitGroup
		running.Go(func() { n.Unrecorded.Run(ctx) })
		running.Go(func() { n.KeepNamed(logging.Into(ctx, log)) })
		running.Wait()
	}
}
