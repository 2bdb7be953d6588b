// Package service joins aloud's parts by one configuration and one store: the library, the voices
// with their guards, the sources, the notices and the application.
//
// It decides nothing about articles and runs nothing: commands in cmd/aloud ask it for the part
// they need, and internal/process runs servers and workers of its parts.
package service

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/hearing"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/notify"
	"github.com/aloud-audio/aloud/internal/recognise"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/store"
)

// Service is the parts by one configuration. Without a store, only what needs none may be asked.
type Service struct {
	Config     config.Config
	Store      store.Store
	Library    *library.Library
	Notices    *notify.Notifier      // purges what the library deletes, and knows the backlog; it logs nothing
	Recogniser *recognise.Recogniser // nil: none is loaded
	Observers  Observers             // set once, before the store is opened

	clients *clients // of the providers
	ear     *hearing.Ear
}

// Observers are told what the parts do, for metrics. Each may be nil.
type Observers struct {
	Checks      speech.Checks // without an Ear
	OnRequest   store.OnRequest
	OnStage     func(stage string, took time.Duration)
	OnPublished func(narrate.Publication)
	OnWithdrawn func(took time.Duration, err error)
}

// New returns the service by a configuration over a store, which may be nil.
func New(cfg config.Config, st store.Store) *Service {
	s := &Service{Config: cfg, clients: &clients{}}
	s.use(st)
	return s
}

// With returns the service by another configuration, over the same store and with what is loaded.
func (s *Service) With(cfg config.Config) *Service {
	next := &Service{Config: cfg, Recogniser: s.Recogniser, Observers: s.Observers, clients: s.clients}
	next.use(s.Store)
	return next
}

// Open opens the store that the configuration names, by default a folder in the working directory.
func Open(ctx context.Context, cfg config.Config) (*Service, error) {
	s := New(cfg, nil)
	return s, s.OpenStore(ctx)
}

// Temporary returns the service over an empty store on this machine, which remove deletes.
func Temporary(cfg config.Config) (_ *Service, remove func(), err error) {
	dir, err := os.MkdirTemp("", "aloud-narrate-")
	if err != nil {
		return nil, nil, err
	}
	remove = func() { _ = os.RemoveAll(dir) }
	st, err := store.NewDir(dir)
	if err != nil {
		remove()
		return nil, nil, err
	}
	return New(cfg, st), remove, nil
}

const defaultStore = "aloud-data"

// OpenStore is what Open does, for a service without a store.
func (s *Service) OpenStore(ctx context.Context) error {
	folder, err := filepath.Abs(defaultStore)
	if err != nil {
		return err
	}
	st, err := store.OpenURL(ctx, cmp.Or(s.Config.Store, "dir://"+folder), s.Config.S3Endpoint)
	if err != nil {
		return err
	}
	if s.Observers.OnRequest != nil {
		st = &store.Observed{Store: st, OnRequest: s.Observers.OnRequest}
	}
	s.use(st)
	return nil
}

func (s *Service) use(st store.Store) {
	s.Store, s.Library, s.ear = st, library.New(st), hearing.NewEar(st)
	s.Notices = s.Notifier(slog.New(slog.DiscardHandler))
	s.Library.OnGone = s.Notices.Purge
}

// LoadRecogniser loads the recogniser if any of the sites uses it and it is not loaded yet.
func (s *Service) LoadRecogniser(sites ...string) (err error) {
	for _, name := range sites {
		if !s.Config.Sites[name].Verify || s.Recogniser != nil {
			continue
		}
		if s.Recogniser, err = recognise.New(); err != nil {
			return config.Error{Err: fmt.Errorf("sites.%s.verify: %w", name, err)}
		}
	}
	return nil
}
