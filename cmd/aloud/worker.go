package main

import (
	"context"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/redis/go-redis/v9"
	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/admin"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/notify"
	"github.com/aloud-audio/aloud/internal/speech"
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
	s, err := a.prepareWithRedis()
	if err != nil {
		return err
	}
	defer s.queue.stop()
	registry := newRegistry()
	group, ctx := errgroup.WithContext(ctx)
	metrics, err := s.listenMetrics(registry)
	if err != nil {
		return err
	}
	metrics.serve(ctx, group)
	group.Go(func() error {
		if err := s.awaitStore(ctx); err != nil {
			return err
		}
		if err := s.prove(ctx, s.workerChecks()); err != nil {
			return err
		}
		s.startWorker(registry)
		live := a.goLive("worker", s, registry)
		group.Go(func() error { live.follow(ctx); return nil })
		group.Go(func() error { live.keepNamed(ctx); return nil })
		return live.work(ctx, registry)
	})
	return group.Wait()
}

// listenMetrics binds the worker's own address: health is for everybody, what operators look at as
// on the admin address.
func (s *service) listenMetrics(registry *prometheus.Registry) (servers, error) {
	address := s.config.WorkerMetrics
	if address == "" {
		return nil, nil
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(http.ResponseWriter, *http.Request) {})
	mux.Handle("/", admin.New(admin.Options{
		Metrics: registry, Loopback: isLoopback(address), Password: s.config.AdminPassword, PublicMetrics: s.config.MetricsPublic,
	}))
	server, err := listenHTTP(address, "ALOUD_WORKER_METRICS", adminConnections, nil, mux, s.log)
	if err != nil {
		return nil, err
	}
	s.warnOfNoPassword(address)
	return servers{server}, nil
}

// work runs a worker until ctx ends.
func (l *live) work(ctx context.Context, registry *prometheus.Registry) error {
	s := l.now()
	var beside sync.WaitGroup
	defer beside.Wait()
	if s.web == nil { // a server does it as long as it answers
		beside.Go(func() { s.unrecorded.Run(ctx) })
		beside.Go(func() { l.tell(ctx) })
	}
	flushing, cancel := within(ctx, endWithin)
	defer cancel()
	defer s.keepBought(flushing)
	return worker.New(worker.Options{
		Redis: s.queue.patient, Store: s.identity, Settings: func() worker.Settings { return l.now().tasks },
		Concurrency: s.config.Concurrency, Registry: registry, Log: s.log,
	}).Run(ctx)
}

// endWithin is how long a worker that is told to end goes on storing what it bought: a second less
// than Kubernetes grants.
const endWithin = 29 * time.Second

// within returns a context that ends some time after ctx.
func within(ctx context.Context, grace time.Duration) (context.Context, context.CancelFunc) {
	later, cancel := context.WithCancel(context.WithoutCancel(ctx))
	context.AfterFunc(ctx, func() { time.AfterFunc(grace, cancel) })
	return later, cancel
}

// keepBought stores the speech that a worker bought and could not store while it ran.
func (s *service) keepBought(ctx context.Context) {
	if n := s.unsaved(); n > 0 {
		s.log.Warn("speech that was paid for is not stored yet: the process ends when it is, or after half a minute", "segments", n)
	}
	for _, cache := range s.sharing.caches {
		cache.Flush(ctx)
	}
	if n := s.unsaved(); n > 0 {
		s.log.Error("speech that was paid for is lost, and will be bought again: the store did not take it in time", "segments", n)
	}
}

func (s *service) unsaved() (n int) {
	for _, cache := range s.sharing.caches {
		n += cache.Unsaved()
	}
	return n
}

// startWorker makes what all settings share, and then what tasks need by the first.
func (s *service) startWorker(registry *prometheus.Registry) {
	s.speechMetrics.register(registry)
	s.sourceMetrics = newSourceMetrics(registry)
	s.sharing = s.share(s.queue.patient, time.Minute)
	if s.web == nil {
		s.unrecorded = newsroom.NewUnrecorded(s.log)
		s.application = s.newsroom(worker.NewClient(s.queue.impatient, s.identity))
	}
	s.setTasks()
}

// setTasks derives what tasks need.
func (s *service) setTasks() {
	sharing := s.sharing
	sharing.ledger = sharing.ledger.With(s.budgets())
	narrator, notices := s.narrator(sharing), s.notifier(s.log)
	narrator.LeaveNotice = notices.Leave
	s.tasks = worker.Settings{
		Narrator: narrator, Library: s.library, Notices: notices, Late: s.late(), Jobs: s.jobs(notices), Replaced: s.replaced,
	}
}

// late is by site how long an article may wait.
func (s *service) late() map[string]time.Duration {
	limits := map[string]time.Duration{}
	for name, site := range s.config.Sites {
		limits[name] = site.Late
	}
	return limits
}

// budgets are the sites'.
func (s *service) budgets() map[string]spend.Budget {
	budgets := map[string]spend.Budget{}
	for name, site := range s.config.Sites {
		budgets[name] = site.Budget
	}
	return budgets
}

// share returns what all workers on one queue share: running purchases, the quotas of the providers
// and the budgets of the sites. minute is the length of a provider's minute, which only tests
// change.
func (s *service) share(rdb redis.UniversalClient, minute time.Duration) purchasing {
	return purchasing{
		lease:   worker.NewLeases(rdb, s.identity).Wait,
		limiter: worker.NewLimiter(rdb, minute).Take,
		ledger:  spend.NewLedger(s.store, worker.NewCounters(rdb, s.identity), s.budgets(), time.Now),
		caches:  map[string]*speech.Cache{},
	}
}

// notifier notifies the sites' receivers, and tells caches which files were deleted.
func (s *service) notifier(log *slog.Logger) *notify.Notifier {
	receivers, purges := map[string][]notify.Receiver{}, map[string][]notify.Receiver{}
	for name, site := range s.config.Sites {
		receivers[name], purges[name] = site.Notify, site.Purge
	}
	return notify.New(notify.Options{Store: s.store, Library: s.library, Receivers: receivers, Purges: purges, PublicURL: s.config.PublicURL, Log: log})
}
