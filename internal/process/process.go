// Package process runs aloud: a server, a worker, or both in one process, until it is stopped, and
// by new settings as soon as the files with the settings change.
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
)

// Options are what a process gets from its caller.
type Options struct {
	Config  config.Config
	Reload  func() (config.Config, error) // reads the configuration once more
	Hangups <-chan os.Signal              // asks for a reload
	Log     *slog.Logger
	Infof   func(format string, args ...any) // writes a line for the person at the terminal
}

// process is what a reload leaves as it is.
type process struct {
	Options
	kind       string // the command
	registry   *prometheus.Registry
	settings   settingsMetrics
	sources    *sourceMetrics // of a worker
	queue      queue
	identity   string               // of the store
	purchasing service.Purchasing   // of a worker
	unrecorded *newsroom.Unrecorded // removals whose audio is withdrawn already
	inForce    atomic.Pointer[edition]
	standing   atomic.Pointer[standing]
}

// now returns the edition in force. Every request, task and pass takes it once, and so never sees
// half of two settings.
func (p *process) now() *edition { return p.inForce.Load() }

// Serve runs a server until ctx ends.
func Serve(ctx context.Context, o Options) error {
	p, first, err := prepareWithRedis("serve", o)
	if err != nil {
		return err
	}
	defer p.queue.stop()
	if err := p.awaitStore(ctx, first); err != nil {
		return err
	}
	if err := p.prove(ctx, p.serverChecks(first)); err != nil {
		return err
	}
	if err := p.startServer(ctx, first); err != nil {
		return err
	}
	p.putInForce(first)
	listening, err := p.listen()
	if err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { p.follow(ctx); return nil })
	listening.serve(ctx, group)
	return group.Wait()
}

// Work runs a worker until ctx ends. Its metrics and its health answer from the start, while it
// still waits for its store.
func Work(ctx context.Context, o Options) error {
	p, first, err := prepareWithRedis("worker", o)
	if err != nil {
		return err
	}
	defer p.queue.stop()
	group, ctx := errgroup.WithContext(ctx)
	metrics, err := p.listenMetrics()
	if err != nil {
		return err
	}
	metrics.serve(ctx, group)
	group.Go(func() error {
		if err := p.awaitStore(ctx, first); err != nil {
			return err
		}
		if err := p.prove(ctx, p.workerChecks(first)); err != nil {
			return err
		}
		p.startWorker(first)
		p.putInForce(first)
		group.Go(func() error { p.follow(ctx); return nil })
		return p.work(ctx)
	})
	return group.Wait()
}

// Up runs a server and a worker over one queue, embedded unless the configuration names a Redis,
// until ctx ends.
func Up(ctx context.Context, o Options) error {
	p, first, err := prepare("up", o)
	if err != nil {
		return err
	}
	if err := p.awaitStore(ctx, first); err != nil {
		return err
	}
	held, release, err := alone(ctx, first.Service)
	if err != nil {
		return err
	}
	defer release()
	if p.queue, err = openQueue(held, first.Service, p.Log); err != nil {
		return err
	}
	defer p.queue.stop()
	if err := p.prove(held, p.workerChecks(first)); err != nil {
		return err
	}
	if err := p.startServer(held, first); err != nil {
		return err
	}
	p.startWorker(first)
	p.putInForce(first)
	listening, err := p.listen()
	if err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(held)
	group.Go(func() error { p.follow(ctx); return nil })
	listening.serve(ctx, group)
	group.Go(func() error { return p.work(ctx) })
	return cmp.Or(group.Wait(), leaseLost(held))
}

// prepare refuses settings with which every article would fail. The first edition has no store yet.
func prepare(kind string, o Options) (*process, *edition, error) {
	p := &process{Options: o, kind: kind, registry: newRegistry()}
	first := newEdition(service.New(o.Config, nil))
	if err := checkSites(first.Service); err != nil {
		return nil, nil, err
	}
	return p, first, nil
}

// prepareWithRedis prepares a process that shares its queue with others.
func prepareWithRedis(kind string, o Options) (*process, *edition, error) {
	p, first, err := prepare(kind, o)
	if err != nil {
		return nil, nil, err
	}
	if o.Config.RedisURL == "" {
		return nil, nil, config.Error{Err: errors.New("serve and worker need Redis: set ALOUD_REDIS_URL, or use `aloud up`, which needs none")}
	}
	p.queue, err = redisQueue(first.Service)
	return p, first, err
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
