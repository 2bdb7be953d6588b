package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/redis/go-redis/v9"
	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/player"
	"github.com/aloud-audio/aloud/internal/web"
	"github.com/aloud-audio/aloud/worker"
)

func serveCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "serve",
		Short:   "Run the server: hooks, audio and player",
		GroupID: groupRun,
		Long:    "Run the server alone: it accepts hooks and serves audio and player. It needs a Redis that the workers share.",
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
	s, queue, err := a.openWithRedis(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = queue.stop() }()
	return s.serve(ctx, a, a.logger(s.config), newRegistry(), queue.impatient)
}

// openWithRedis is for the commands that share a queue with other processes.
func (a *app) openWithRedis(ctx context.Context) (*service, queueEnds, error) {
	s, err := a.open(ctx)
	if err != nil {
		return nil, queueEnds{}, err
	}
	if s.config.RedisURL == "" {
		return nil, queueEnds{}, configError{errors.New("ALOUD_REDIS_URL is unset: serve and worker meet in a Redis; aloud up needs none")}
	}
	queue, err := s.redisQueue()
	return s, queue, err
}

// How long a client may take. A page of audio is sent slowly to a phone, so writing has no limit of its own.
const (
	readTimeout  = 30 * time.Second
	idleTimeout  = 2 * time.Minute
	drainTimeout = 10 * time.Second
)

// serve answers HTTP until ctx ends, and then for as long as requests are under way, ten seconds at most.
func (s *service) serve(ctx context.Context, a *app, log *slog.Logger, registry *prometheus.Registry, rdb redis.UniversalClient) error {
	sites, err := s.webSites(ctx)
	if err != nil {
		return err
	}
	client := worker.NewClient(rdb)
	site, err := web.New(web.Options{
		Library: s.library, Store: s.store, Sites: sites, Enqueue: client.Enqueue, QueueReady: client.Ready,
		Player: player.JS, PublicURL: s.config.PublicURL, Registry: registry, Log: log,
	})
	if err != nil {
		return configError{err}
	}
	listener, err := net.Listen("tcp", s.config.Listen)
	if err != nil {
		return configError{errors.New(err.Error() + ": choose another address with ALOUD_LISTEN")}
	}
	server := &http.Server{Handler: site, ReadTimeout: readTimeout, IdleTimeout: idleTimeout, BaseContext: func(net.Listener) context.Context { return context.WithoutCancel(ctx) }}
	stopped := make(chan error, 1)
	context.AfterFunc(ctx, func() {
		site.Drain()
		drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTimeout)
		defer cancel()
		stopped <- server.Shutdown(drain)
	})
	s.announce(a, listener.Addr())
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}

func newRegistry() *prometheus.Registry {
	registry := prometheus.NewRegistry()
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return registry
}
