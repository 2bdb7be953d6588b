package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/recognise"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/worker"
)

// service is the store side of aloud, which every command that changes or shows articles needs.
type service struct {
	config  config.Config
	store   store.Store
	library *library.Library
	spoken  *spokenMetrics

	recogniser *recognise.Recogniser // nil: no site asks for it
}

func newService(cfg config.Config, st store.Store) *service {
	return &service{config: cfg, store: st, library: library.New(st), spoken: newSpokenMetrics()}
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

// openService is open for the processes that run: they refuse settings by which every article would fail.
func (a *app) openService(ctx context.Context) (*service, error) {
	s, err := a.open(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.checkVoices(); err != nil {
		return nil, configError{err}
	}
	if err := s.loadRecogniser(); err != nil {
		return nil, configError{err}
	}
	return s, nil
}

// loadRecogniser readies what sites with verify need.
func (s *service) loadRecogniser() error {
	for name, site := range s.config.Sites {
		if !site.Verify || s.recogniser != nil {
			continue
		}
		var err error
		if s.recogniser, err = recognise.New(); err != nil {
			return fmt.Errorf("sites.%s.verify: %w", name, err)
		}
	}
	return nil
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
		OnRestored: func(call speech.Call) { s.spoken.reused(call, speech.Speech{}) },
	}
}

// site returns the name of the site that a command is about: the one named, or the only one.
func (s *service) site(name string) (string, error) {
	known := slices.Sorted(maps.Keys(s.config.Sites))
	switch {
	case name == "" && len(known) == 1:
		return known[0], nil
	case name == "":
		return "", usageError{fmt.Errorf("say which site with --site: %s", strings.Join(known, ", "))}
	case !slices.Contains(known, name):
		return "", usageError{fmt.Errorf("no site %q: there are %s", name, strings.Join(known, ", "))}
	}
	return name, nil
}

// ref is an article of the named, or only, site.
func (s *service) ref(site, id string) (library.Ref, error) {
	site, err := s.site(site)
	if err != nil {
		return library.Ref{}, err
	}
	ref, err := library.NewRef(site, id)
	if err != nil {
		return library.Ref{}, usageError{err}
	}
	return ref, nil
}

// socket is where `aloud up` offers its embedded queue; "" if the store is no folder.
func (s *service) socket() string {
	if dir, ok := s.store.(*store.Dir); ok {
		return filepath.Join(dir.Root(), ".aloud", "queue.sock")
	}
	return ""
}

// connect returns the queue as commands use it: Redis, or the embedded queue of an `aloud up` on the same folder.
func (s *service) connect(patience worker.Patience) (redis.UniversalClient, error) {
	if s.config.RedisURL != "" {
		rdb, err := worker.Connect(s.config.RedisURL, patience)
		if err != nil {
			return nil, configError{fmt.Errorf("ALOUD_REDIS_URL: %w", err)}
		}
		return rdb, nil
	}
	socket := s.socket()
	if _, err := os.Stat(socket); err != nil {
		return nil, errNoQueue
	}
	return worker.Connect("unix://"+socket, patience)
}

var errNoQueue = errors.New("no queue answers: ALOUD_REDIS_URL is unset and no aloud up runs on this store")

// enqueue asks the queue for each article. If none answers it says so: the store has the work, and the sweep finds it.
func (s *service) enqueue(ctx context.Context, a *app, bulk bool, refs ...library.Ref) {
	if len(refs) == 0 {
		return
	}
	rdb, err := s.connect(worker.Impatient)
	if err != nil {
		a.sayf("%v. The work is stored: a worker's sweep takes it up within a minute of running.", err)
		return
	}
	defer rdb.Close()
	client := worker.NewClient(rdb)
	put := client.Enqueue
	if bulk {
		put = client.EnqueueBulk
	}
	for _, ref := range refs {
		if err := put(ctx, ref); err != nil {
			a.sayf("%v. The work is stored: a worker's sweep takes it up within a minute.", err)
			return
		}
	}
}
