// Package process runs aloud: a server, a worker, or both in one process, until it is stopped. It
// applies new settings as soon as the files with the settings change.
//
// It joins the parts of internal/service with the queue and the listeners. What lasts as long as
// the process is in process; what the settings decide is in an edition, which a reload replaces as
// a whole. It parses no command line, reads no article and has no rule about one. Only cmd/aloud
// calls it.
package process

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"maps"
	"os"
	"slices"
	"sync/atomic"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/service"
	"github.com/aloud-audio/aloud/internal/tracing"
)

// Options are what a process gets from its caller.
type Options struct {
	Config  config.Config
	Reload  func() (config.Config, error) // reads the configuration once more
	Hangups <-chan os.Signal              // asks for a reload
	Log     *slog.Logger
	Infof   func(format string, args ...any) // writes a line for the person at the terminal
}

// process has what a reload does not change.
type process struct {
	Options
	role
	registry   *prometheus.Registry
	settings   settingsMetrics
	metrics    workerMetrics // of a worker
	queue      queue
	identity   string               // of the store
	tracer     *tracing.Tracer      // nil: nothing is traced
	purchasing service.Purchasing   // of a worker
	unrecorded *newsroom.Unrecorded // removals whose audio is withdrawn already
	inForce    atomic.Pointer[edition]
	standing   atomic.Pointer[standing]
}

// current returns the edition in force. Every request, task and pass reads it once, so none mixes
// two sets of settings.
func (p *process) current() *edition { return p.inForce.Load() }

// role is what a process does.
type role struct {
	command       string
	serves, works bool
}

// isUp reports whether the process is `aloud up`, which brings its queue.
func (r role) isUp() bool { return r.serves && r.works }

// Serve runs a server until ctx ends.
func Serve(ctx context.Context, o Options) error {
	return run(ctx, o, role{command: "serve", serves: true})
}

// Work runs a worker until ctx ends. Its metrics and health checks answer from the start, even
// while it waits for its store.
func Work(ctx context.Context, o Options) error {
	return run(ctx, o, role{command: "worker", works: true})
}

// Up runs a server and a worker over one queue, embedded unless the configuration names a Redis,
// until ctx ends.
func Up(ctx context.Context, o Options) error {
	return run(ctx, o, role{command: "up", serves: true, works: true})
}

func run(ctx context.Context, o Options, r role) error {
	p, first, err := prepare(o, r)
	if err != nil {
		return err
	}
	var stop func()
	if p.tracer, stop, err = startTracing(ctx, o.Log, r.command); err != nil {
		p.queue.stop()
		return err
	}
	defer stop()
	if r.serves {
		return p.run(ctx, first)
	}
	metrics, err := p.listenMetrics()
	if err != nil {
		p.queue.stop()
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	metrics.serve(ctx, group)
	group.Go(func() error { return p.run(ctx, first) })
	return group.Wait()
}

// prepare refuses settings with which every article would fail. The first edition has no store yet,
// and `aloud up` no queue.
func prepare(o Options, r role) (*process, *edition, error) {
	p := &process{Options: o, role: r, registry: newRegistry(), queue: queue{stop: func() {}}}
	first := newEdition(service.New(o.Config, nil))
	first.Observers = p.observers()
	if err := checkSites(first.Service); err != nil {
		return nil, nil, err
	}
	if p.isUp() {
		return p, first, nil
	}
	if o.Config.RedisURL == "" {
		return nil, nil, config.Error{Err: errors.New("serve and worker need Redis: set ALOUD_REDIS_URL, or use `aloud up`, which needs none")}
	}
	var err error
	p.queue, err = redisQueue(first.Service)
	return p, first, err
}

// run waits for the store, takes it for itself if this is `aloud up`, and runs until ctx ends.
func (p *process) run(ctx context.Context, first *edition) error {
	release := func() {}
	defer func() { p.queue.stop(); release() }()
	if err := p.awaitStore(ctx, first); err != nil {
		return err
	}
	if !p.isUp() {
		return p.start(ctx, first)
	}
	held, free, err := takeStore(ctx, first.Service)
	if err != nil {
		return err
	}
	release = free
	queue, err := openQueue(held, first.Service, p.Log)
	if err != nil {
		return err
	}
	p.queue = queue
	return cmp.Or(p.start(held, first), leaseLost(held))
}

// start puts the first edition in force as soon as the checks pass, and runs until ctx ends.
func (p *process) start(ctx context.Context, first *edition) error {
	if err := p.prove(ctx, p.checks(first)); err != nil {
		return err
	}
	if p.serves {
		if err := p.startServer(ctx, first); err != nil {
			return err
		}
	}
	if p.works {
		p.startWorker(first)
	}
	p.putInForce(first)
	var listening servers
	if p.serves {
		var err error
		if listening, err = p.listen(); err != nil {
			return err
		}
	}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { p.follow(ctx); return nil })
	listening.serve(ctx, group)
	if p.works {
		group.Go(func() error { return p.work(ctx) })
	}
	return group.Wait()
}

// checkSites refuses settings with which every article would fail.
func checkSites(s *service.Service) error {
	if err := s.CheckVoices(); err != nil {
		return err
	}
	return s.LoadRecogniser(slices.Sorted(maps.Keys(s.Config.Sites))...)
}

func newRegistry() *prometheus.Registry {
	registry := prometheus.NewRegistry()
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}), newBuildMetric())
	return registry
}
