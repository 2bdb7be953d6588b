package main

import (
	"context"
	"errors"
	"net/http"
	"sync"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

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
	s, err := a.prepareWithRedis()
	if err != nil {
		return err
	}
	defer s.queue.stop()
	if err := s.awaitStore(ctx); err != nil {
		return err
	}
	if err := s.prove(ctx, s.serverChecks()); err != nil {
		return err
	}
	registry := newRegistry()
	if err := s.startServer(ctx, a, registry); err != nil {
		return err
	}
	live := a.goLive("serve", s, registry)
	listening, err := live.listen(registry)
	if err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { live.follow(ctx); return nil })
	listening.serve(ctx, group)
	return group.Wait()
}

// prepareWithRedis prepares a service that shares its queue with other processes.
func (a *app) prepareWithRedis() (*service, error) {
	s, err := a.prepare()
	if err != nil {
		return nil, err
	}
	if s.config.RedisURL == "" {
		return nil, configError{errors.New("serve and worker need Redis: set ALOUD_REDIS_URL, or use `aloud up`, which needs none")}
	}
	s.queue, err = s.redisQueue()
	return s, err
}

// connections of listeners and senders at once; more wait. Each takes some 20 kB.
const maxConnections = 2048

// startServer makes the server by the first settings.
func (s *service) startServer(ctx context.Context, a *app, registry *prometheus.Registry) error {
	rdb := s.queue.impatient
	registry.MustRegister(worker.NewQueueCollector(rdb, s.identity))
	s.unrecorded = newsroom.NewUnrecorded(s.log)
	sites, err := s.webSites(ctx, a)
	if err != nil {
		return err
	}
	s.application = s.newsroom(worker.NewClient(rdb, s.identity))
	s.web, err = web.New(web.Options{
		Newsroom: s.application, Sites: sites, Deliveries: worker.NewDeliveries(rdb, s.identity),
		Player: player.JS, PlayerMap: player.SourceMap, PlayerFigures: player.Figures, FiguresMap: player.FiguresMap,
		Figures: s.figures(), PublicURL: s.config.PublicURL, Proxies: s.config.Proxies, Registry: registry, Log: s.log,
	})
	if err != nil {
		return configError{err}
	}
	return nil
}

// listen binds the public and the admin address and announces them.
func (l *live) listen(registry *prometheus.Registry) (servers, error) {
	s := l.now()
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { l.now().web.ServeHTTP(w, r) })
	public, err := listenHTTP(s.config.Listen, "ALOUD_LISTEN", maxConnections, s.config.Proxies, handler, s.log)
	if err != nil {
		return nil, err
	}
	public.Drain, public.Beside = s.web.Drain, l.beside
	forAdmins, err := s.listenAdmin(l.app, registry)
	if err != nil {
		return nil, err
	}
	s.announce(l.app, public.Addr())
	return append(forAdmins, public), nil
}

func newRegistry() *prometheus.Registry {
	registry := prometheus.NewRegistry()
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}), newBuildMetric())
	return registry
}

// beside is what a server does besides answering requests: it stores removals that could not be
// stored, records which sites it has, tells commands of itself, and writes listening figures to the
// store.
func (l *live) beside(ctx context.Context) {
	var running sync.WaitGroup
	defer running.Wait()
	running.Go(func() { l.now().unrecorded.Run(ctx) })
	running.Go(func() { l.keepNamed(ctx) })
	running.Go(func() { l.tell(ctx) })
	running.Go(func() { l.keepFigures(ctx) })
}
