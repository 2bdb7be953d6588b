package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/fleet"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/notify"
	"github.com/aloud-audio/aloud/internal/recognise"
	"github.com/aloud-audio/aloud/internal/retention"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/web"
	"github.com/aloud-audio/aloud/worker"
)

// service joins the parts over one configuration and one store. In a process that runs, a reload
// makes another one (see live); a unit of work ends with the one that it began with.
type service struct {
	config  config.Config
	library *library.Library
	purges  *notify.Notifier // tells caches what the library deletes
	*lasting

	recogniser  *recognise.Recogniser // nil: no site uses it
	application *newsroom.Newsroom    // of a process that runs
	web         *web.Server           // nil: this process is no server
	tasks       worker.Settings       // zero: it is no worker
	replaced    chan struct{}         // closed when another service is in force
}

// lasting is what a reload leaves as it is.
type lasting struct {
	store         store.Store
	identity      string // of the store; only serve, worker and up need it
	speechMetrics *speechMetrics
	sourceMetrics *sourceMetrics       // of a worker
	clients       *clients             // of the providers
	sharing       purchasing           // of a worker
	queue         queueEnds            // of a process that runs
	unrecorded    *newsroom.Unrecorded // of a server
	log           *slog.Logger         // of a process that runs; nil for commands
}

func newService(cfg config.Config, st store.Store) *service {
	s := &service{config: cfg, replaced: make(chan struct{}), lasting: &lasting{store: st, speechMetrics: newSpeechMetrics(), clients: &clients{}}}
	s.openLibrary()
	return s
}

func (s *service) openLibrary() {
	s.library = library.New(s.store)
	s.purges = s.notifier(slog.New(slog.DiscardHandler))
	s.library.OnGone = s.purges.Purge
}

// open reads the configuration and opens the store.
func (a *app) open(ctx context.Context) (*service, error) {
	cfg, err := a.config()
	if err != nil {
		return nil, err
	}
	st, err := openStore(ctx, cfg)
	if err != nil {
		return nil, err
	}
	return newService(cfg, st), nil
}

// recogniserOf loads the recogniser if any of the sites uses it; nil if none does.
func (s *service) recogniserOf(sites ...string) (*recognise.Recogniser, error) {
	for _, name := range sites {
		if !s.config.Sites[name].Verify {
			continue
		}
		recogniser, err := recognise.New()
		if err != nil {
			return nil, configError{fmt.Errorf("sites.%s.verify: %w", name, err)}
		}
		return recogniser, nil
	}
	return nil, nil
}

const defaultStore = "aloud-data"

func openStore(ctx context.Context, cfg config.Config) (store.Store, error) {
	address := cfg.Store
	if address == "" {
		dir, err := filepath.Abs(defaultStore)
		if err != nil {
			return nil, err
		}
		address = "dir://" + dir
	}
	return store.OpenURL(ctx, address, cfg.S3Endpoint)
}

// narrator joins the stages over the store.
func (s *service) narrator(p purchasing) *narrate.Narrator {
	sites := map[string]narrate.Site{}
	for name, site := range s.config.Sites {
		sites[name] = site.Site
	}
	return &narrate.Narrator{
		Library:    s.library,
		Voices:     s.providers(p),
		Sites:      sites,
		Now:        time.Now,
		Generator:  buildinfo.Name(),
		Encoded:    s.store,
		Recogniser: s.recogniser,
		OnRestored: func(call speech.Call) { s.speechMetrics.reused(call, speech.Speech{}) },
	}
}

// newsroom returns the application over the service's store and a queue.
func (s *service) newsroom(queue newsroom.Queue) *newsroom.Newsroom {
	ahead := map[string]time.Duration{}
	for name, site := range s.config.Sites {
		ahead[name] = site.MaxAhead
	}
	narrator := s.narrator(local())
	return &newsroom.Newsroom{
		Library: s.library, Narrator: narrator, Eraser: s.collector(narrator, s.commandLease()), Notices: s.purges, Store: s.store, Queue: queue,
		Prices: s.config.Prices, Now: time.Now, Settings: s.config.Hash, MaxAhead: ahead, Sources: s.sources(), Unrecorded: s.unrecorded,
	}
}

// collector deletes what no article needs any more.
func (s *service) collector(narrator *narrate.Narrator, lease retention.Lease) *retention.Collector {
	return &retention.Collector{Store: s.store, Library: s.library, Narrator: narrator, Lease: lease, Now: time.Now}
}

// openNewsroom returns the application for a command.
func (a *app) openNewsroom(ctx context.Context) (*newsroom.Newsroom, error) {
	s, err := a.open(ctx)
	if err != nil {
		return nil, err
	}
	a.finish = s.purges.Wait
	return s.newsroom(s.commandQueue(ctx)), nil
}

// openLocal returns the application for a file on this machine: without a queue, and with a store
// that cleanUp deletes.
func (a *app) openLocal() (_ *service, _ *newsroom.Newsroom, cleanUp func(), err error) {
	cfg, err := a.config()
	if err != nil {
		return nil, nil, nil, err
	}
	dir, err := os.MkdirTemp("", "aloud-narrate-")
	if err != nil {
		return nil, nil, nil, err
	}
	cleanUp = func() { _ = os.RemoveAll(dir) }
	st, err := store.NewDir(dir)
	if err != nil {
		cleanUp()
		return nil, nil, nil, err
	}
	s := newService(cfg, st)
	n := s.newsroom(noQueue{})
	n.Narrator.Encoded = nil // the store will be deleted
	return s, n, cleanUp, nil
}

// noQueue is the queue of commands without one.
type noQueue struct{}

var errNoQueue = errors.New("no queue: ALOUD_REDIS_URL is not set, and no aloud up runs on this store")

func (noQueue) Enqueue(context.Context, library.Ref) error         { return errNoQueue }
func (noQueue) EnqueueOnce(context.Context, library.Ref) error     { return errNoQueue }
func (noQueue) EnqueueRemoval(context.Context, library.Ref) error  { return errNoQueue }
func (noQueue) RunNow(context.Context, library.Ref) error          { return errNoQueue }
func (noQueue) EnqueueBulk(context.Context, library.Ref) error     { return errNoQueue }
func (noQueue) Ready(context.Context) error                        { return errNoQueue }
func (noQueue) Retries(context.Context, library.Ref) (bool, error) { return false, errNoQueue }
func (noQueue) Processes(context.Context) ([]fleet.Process, error) { return nil, errNoQueue }
