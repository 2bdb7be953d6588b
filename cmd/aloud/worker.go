package main

import (
	"context"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"github.com/redis/go-redis/v9"
	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/notify"
	"github.com/aloud-audio/aloud/internal/spend"
	"github.com/aloud-audio/aloud/worker"
)

func workerCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "worker",
		Short:   "Run a worker, which renders and publishes",
		GroupID: groupRun,
		Long: `Run only a worker. Any number of workers share one Redis and one store. On SIGTERM it finishes running renders for up to
25 seconds and returns the rest to the queue.`,
		Example: "  ALOUD_REDIS_URL=redis://queue:6379 ALOUD_STORE=s3://audio aloud worker --metrics :9090",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.work(cmd.Context()) },
	}
	cmd.Flags().StringVar(a.flags["ALOUD_WORKER_METRICS"], "metrics", "", "`address` of /metrics and /healthz (ALOUD_WORKER_METRICS)")
	return cmd
}

func (a *app) work(ctx context.Context) error {
	s, queue, err := a.prepareWithRedis(ctx)
	if err != nil {
		return err
	}
	defer queue.stop()
	registry := newRegistry()
	group, ctx := errgroup.WithContext(ctx)
	if address := s.config.WorkerMetrics; address != "" {
		server, err := listenHTTP(address, "ALOUD_WORKER_METRICS", adminConnections, metricsHandler(registry), s.log)
		if err != nil {
			return err
		}
		servers{server}.serve(ctx, group)
	}
	group.Go(func() error {
		if err := s.awaitStore(ctx); err != nil {
			return err
		}
		if err := s.prove(ctx, s.workerChecks(queue.impatient)); err != nil {
			return err
		}
		group.Go(func() error {
			s.newsroom(noQueue{}).KeepNamed(logging.Into(ctx, s.log))
			return nil
		})
		return s.work(ctx, s.log, registry, queue.patient)
	})
	return group.Wait()
}

// metricsHandler serves metrics and health of a process without a web server.
func metricsHandler(registry *prometheus.Registry) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	mux.HandleFunc("GET /healthz", func(http.ResponseWriter, *http.Request) {})
	return mux
}

// work runs a worker until ctx ends.
func (s *service) work(ctx context.Context, log *slog.Logger, registry *prometheus.Registry, rdb redis.UniversalClient) error {
	s.speechMetrics.register(registry)
	narrator, notices := s.narrator(s.sharing(rdb, time.Minute)), s.notifier(log)
	narrator.LeaveNotice = notices.Leave
	unrecorded := newsroom.NewUnrecorded(log)
	var beside sync.WaitGroup
	defer beside.Wait()
	beside.Go(func() { unrecorded.Run(ctx) })
	return worker.New(worker.Options{
		Redis:       rdb,
		Store:       s.identity,
		Narrator:    narrator,
		Library:     s.library,
		Notices:     notices,
		Concurrency: s.config.Concurrency,
		Late:        s.late(),
		Registry:    registry,
		Jobs:        s.jobs(rdb, notices, unrecorded, registry, log),
		Log:         log,
	}).Run(ctx)
}

// late is by site how long an article may wait.
func (s *service) late() map[string]time.Duration {
	limits := map[string]time.Duration{}
	for name, site := range s.config.Sites {
		limits[name] = site.Late
	}
	return limits
}

// sharing returns what all workers on one queue share: running purchases, the quotas of the
// providers and the budgets of the sites. minute is the length of a provider's minute, which only
// tests change.
func (s *service) sharing(rdb redis.UniversalClient, minute time.Duration) purchasing {
	budgets := map[string]spend.Budget{}
	for name, site := range s.config.Sites {
		budgets[name] = site.Budget
	}
	return purchasing{
		lease:   worker.NewLeases(rdb, s.identity).Wait,
		limiter: worker.NewLimiter(rdb, minute).Take,
		ledger:  spend.NewLedger(s.store, worker.NewCounters(rdb, s.identity), budgets, time.Now),
	}
}

// notifier notifies the sites' receivers, and tells caches what went.
func (s *service) notifier(log *slog.Logger) *notify.Notifier {
	receivers, purges := map[string][]notify.Receiver{}, map[string][]notify.Receiver{}
	for name, site := range s.config.Sites {
		receivers[name], purges[name] = site.Notify, site.Purge
	}
	return notify.New(notify.Options{Store: s.store, Library: s.library, Receivers: receivers, Purges: purges, PublicURL: s.config.PublicURL, Log: log})
}
