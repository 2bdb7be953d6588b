package process

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/notify"
	"github.com/aloud-audio/aloud/internal/service"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/spend"
	"github.com/aloud-audio/aloud/worker"
)

// startWorker makes what all editions share, and then the tasks of the first.
func (p *process) startWorker(first *edition) {
	p.purchasing = newPurchasing(first.Service, p.queue.patient, p.identity, time.Minute)
	p.purchasing.OnCharged, p.purchasing.OnReused = p.metrics.speech.charged, p.metrics.speech.reused
	p.registry.MustRegister(worker.NewBudgetCollector(p.queue.impatient, p.identity, func() map[string]spend.Budget {
		return bySite(cmp.Or(p.current(), first).Config, budgetOf) // a scrape may come before the first edition is in force
	}))
	if first.web == nil {
		p.unrecorded = newsroom.NewUnrecorded(p.Log)
		first.application = p.newsroom(first, p.queue.impatient)
	}
	p.setTasks(first, nil)
}

// setTasks makes an edition's tasks. former are the voices of the edition before it.
func (p *process) setTasks(e *edition, former speech.Providers) {
	p.metrics.name(e.Config.Sites)
	purchasing := p.purchasing
	purchasing.Former = former
	purchasing.Ledger = purchasing.Ledger.With(bySite(e.Config, budgetOf))
	narrator, notices := e.Narrator(purchasing), e.Notifier(p.Log)
	narrator.LeaveNotice = notices.Leave
	e.tasks = worker.Settings{
		Narrator: narrator, Library: e.Library, Notices: notices, Late: bySite(e.Config, lateOf), Jobs: p.jobs(e, notices), Replaced: e.replaced,
	}
}

// bySite returns one setting of every site.
func bySite[T any](cfg config.Config, of func(config.Site) T) map[string]T {
	all := map[string]T{}
	for name, site := range cfg.Sites {
		all[name] = of(site)
	}
	return all
}

func budgetOf(site config.Site) spend.Budget { return site.Budget }
func lateOf(site config.Site) time.Duration  { return site.Late }

// newPurchasing returns what all workers on one queue share: running purchases, the quotas of the
// providers and the budgets of the sites. A quota holds for each period.
func newPurchasing(s *service.Service, rdb redis.UniversalClient, identity string, period time.Duration) service.Purchasing {
	return service.Purchasing{
		Lease:   worker.NewLeases(rdb, identity).Wait,
		Limiter: worker.NewLimiter(rdb, period).Take,
		Ledger:  spend.NewLedger(s.Store, worker.NewCounters(rdb, identity), bySite(s.Config, budgetOf), time.Now),
	}
}

// jobs returns what one worker does for all: it polls the sources, and checks what is public.
func (p *process) jobs(e *edition, notices *notify.Notifier) []worker.Job {
	n := p.newsroom(e, p.queue.patient)
	n.OnHalt = func(ctx context.Context, site string, report newsroom.SourceReport) error {
		return notices.LeaveHalt(ctx, site, report)
	}
	collector := e.Collector(n.Narrator, worker.NewLeases(p.queue.patient, p.identity).Try)
	jobs := []worker.Job{{Name: "retention", Run: collector.Run}, {Name: "check-public", Run: newsroom.NewPublicCheck(n).Run}, {Name: "orphans", Run: n.RemoveOrphans}}
	if len(e.CredentialEnds()) > 0 {
		jobs = append(jobs, worker.Job{Name: "credentials", Run: func(ctx context.Context) time.Duration { return e.WarnOfCredentials(ctx, p.Log) }})
	}
	for _, site := range slices.Sorted(maps.Keys(n.Sources)) {
		for _, src := range n.Sources[site] {
			p.metrics.sources.name(site, src.Name)
			p.Log.Info("polls a source", "site", site, "source", src.Name, "every", src.Every)
			jobs = append(jobs, worker.Job{Name: "source:" + site + "/" + src.Name, Run: func(ctx context.Context) time.Duration {
				report, next := n.Poll(ctx, site, src)
				p.metrics.sources.observe(site, report)
				return next
			}})
		}
	}
	for _, site := range slices.Sorted(maps.Keys(e.Config.Sites)) {
		keeper := newsroom.NewCatalogueKeeper(n, site)
		jobs = append(jobs,
			worker.Job{Name: "backfill:" + site, Run: func(ctx context.Context) time.Duration { return n.FeedBackfills(ctx, site) }},
			worker.Job{Name: "catalogue:" + site, Run: func(ctx context.Context) time.Duration {
				next := keeper.Keep(ctx)
				p.metrics.catalogue.set(site, keeper.Current())
				return next
			}})
	}
	for _, site := range slices.Sorted(maps.Keys(n.Hints)) {
		jobs = append(jobs, worker.Job{Name: "hints:" + site, Run: func(ctx context.Context) time.Duration { return n.FollowHints(ctx, site) }})
	}
	return jobs
}

// work runs a worker until ctx ends.
func (p *process) work(ctx context.Context) error {
	e := p.current()
	ctx, end := context.WithCancel(ctx)
	var background sync.WaitGroup
	defer background.Wait()
	if e.web == nil { // a server does it as long as it answers
		background.Go(func() { p.unrecorded.Run(ctx) })
		background.Go(func() { p.keepNamed(ctx) })
		background.Go(func() { p.keepDescribed(ctx) })
	}
	flushing, cancel := outliving(ctx, endWithin)
	defer cancel()
	defer p.keepBought(flushing)
	defer end() // also if the worker could not start
	return p.newWorker(e).Run(ctx)
}

// newWorker returns the worker, whose tasks follow the settings in force.
func (p *process) newWorker(e *edition) *worker.Worker {
	return worker.New(worker.Options{
		Redis: p.queue.patient, Store: p.identity, Settings: func() worker.Settings { return p.current().tasks },
		Concurrency: e.Config.Concurrency, Registry: p.registry, Log: p.Log, Tracer: p.tracer,
	})
}
