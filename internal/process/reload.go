package process

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/watch"
)

// follow reloads the settings when one of their files changes, and on SIGHUP, until ctx ends.
func (p *process) follow(ctx context.Context) {
	files := p.current().Config.Files // as they were read last, whether they were valid or not
	watcher := watch.New(p.Log)
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
			case <-p.Hangups:
			}
		}
		files = p.reload(ctx)
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

// reload puts the settings of the files in force, if they are valid; otherwise it keeps the former
// ones. It returns the files that it read.
func (p *process) reload(ctx context.Context) map[string]config.Digest {
	cfg, err := p.Reload()
	former := p.current()
	var next *edition
	if err == nil {
		next, err = p.build(ctx, cfg)
	}
	if err != nil {
		p.Log.Error("the settings are invalid, the previous ones stay in use: correct them; they are read again when a file changes", "error", err)
		p.settingsRejected(err)
	} else {
		p.replace(next)
		p.settingsLoaded(next.Config.Hash)
		p.Log.Info("settings are in force", "settings", next.Config.Hash, "former", former.Config.Hash, "sites", slices.Sorted(maps.Keys(next.Config.Sites)))
	}
	if former.web != nil {
		former.web.Stale(err != nil)
	}
	return cfg.Files
}

// build makes the edition for other settings, without putting it in force.
func (p *process) build(ctx context.Context, cfg config.Config) (*edition, error) {
	former := p.current()
	if cfg.File == "" && former.Config.File != "" {
		return nil, fmt.Errorf("%s is missing: restore it; without it there would be only one site, %s", former.Config.File, config.DefaultSite)
	}
	cfg, restart := cfg.Replacing(former.Config)
	for _, name := range restart {
		p.Log.Warn("a variable has another value: restart to apply it", "variable", name)
	}
	next := newEdition(former.With(cfg))
	if err := checkSites(next.Service); err != nil {
		return nil, err
	}
	if err := p.inherit(ctx, next, former); err != nil {
		return nil, err
	}
	return next, nil
}

// inherit gives the next edition what the former one had: a server, a worker's tasks, or both.
func (p *process) inherit(ctx context.Context, next, former *edition) error {
	next.application = p.newsroom(next, p.queue.impatient)
	if former.web != nil {
		sites, err := p.webSites(ctx, next)
		if err != nil {
			return err
		}
		if next.web, err = former.web.With(next.application, sites); err != nil {
			return config.Error{Err: err}
		}
	}
	if former.tasks.Narrator != nil {
		p.setTasks(next, former.tasks.Narrator.Voices)
	}
	return nil
}
