package main

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/watch"
	"github.com/aloud-audio/aloud/worker"
)

// follow reloads the settings when one of their files changes, and on SIGHUP, until ctx ends.
func (l *live) follow(ctx context.Context) {
	s := l.now()
	files := s.config.Files // as they were read last, whether they were valid or not
	watcher := watch.New(s.log)
	defer watcher.Close()
	for {
		watcher.Watch(slices.Collect(maps.Keys(files)))
		if files == nil || unchanged(files) {
			select {
			case <-ctx.Done():
				return
			case <-watcher.Changed():
				if unchanged(files) {
					continue
				}
			case <-l.app.hangups:
			}
		}
		files = l.reload(ctx)
	}
}

func unchanged(files map[string]config.Digest) bool {
	for path, digest := range files {
		if config.DigestOf(path) != digest {
			return false
		}
	}
	return true
}

// reload puts the settings of the files in force, if they are valid; else the former ones stay. It
// returns the files that it read.
func (l *live) reload(ctx context.Context) map[string]config.Digest {
	cfg, err := l.app.config()
	former := l.now()
	var next *service
	if err == nil {
		next, err = l.build(ctx, cfg)
	}
	if err != nil {
		former.log.Error("the settings are wrong, so the former ones stay in force: correct them; they are read again when a file changes", "error", err)
		l.refuse(err)
	} else {
		l.replace(next)
		l.inForce(next.config.Hash)
		next.log.Info("settings are in force", "settings", next.config.Hash, "former", former.config.Hash, "sites", slices.Sorted(maps.Keys(next.config.Sites)))
	}
	if former.web != nil {
		former.web.Stale(err != nil)
	}
	return cfg.Files
}

// build makes the service by other settings, without putting it in force.
func (l *live) build(ctx context.Context, cfg config.Config) (*service, error) {
	former := l.now()
	if cfg.File == "" && former.config.File != "" {
		return nil, fmt.Errorf("%s is gone: restore it; without it there would be one site, %s", former.config.File, config.DefaultSite)
	}
	cfg, restart := cfg.Replacing(former.config)
	for _, name := range restart {
		former.log.Warn("a variable has another value: restart to apply it", "variable", name)
	}
	s := &service{config: cfg, lasting: former.lasting, replaced: make(chan struct{})}
	s.openLibrary()
	if err := s.checkSites(former.recogniser); err != nil {
		return nil, err
	}
	if err := s.inherit(ctx, l.app, former); err != nil {
		return nil, err
	}
	return s, nil
}

// inherit makes what the former service had, a server or a worker's tasks, by these settings.
func (s *service) inherit(ctx context.Context, a *app, former *service) error {
	s.application = s.newsroom(worker.NewClient(s.queue.impatient, s.identity))
	if former.web != nil {
		sites, err := s.webSites(ctx, a)
		if err != nil {
			return err
		}
		if s.web, err = former.web.With(s.application, sites); err != nil {
			return configError{err}
		}
	}
	if former.tasks.Narrator != nil {
		s.setTasks()
	}
	return nil
}
