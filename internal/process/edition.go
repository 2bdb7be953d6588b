package process

import (
	"context"

	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/service"
	"github.com/aloud-audio/aloud/internal/web"
	"github.com/aloud-audio/aloud/worker"
)

// edition is the service for one set of settings, with the server and the tasks of a process.
type edition struct {
	*service.Service
	application *newsroom.Newsroom
	web         *web.Server     // nil: this process is no server
	tasks       worker.Settings // zero: it is no worker
	replaced    chan struct{}   // closed when another edition is in force
}

func newEdition(s *service.Service) *edition {
	return &edition{Service: s, replaced: make(chan struct{})}
}

// putInForce puts the first edition in force.
func (p *process) putInForce(first *edition) {
	p.inForce.Store(first)
	p.settings = newSettingsMetrics(p.registry)
	p.settings.credentials(first.CredentialEnds())
	p.settingsLoaded(first.Config.Hash)
	p.Log.Info("settings are in force", "file", first.Config.File, "settings", first.Config.Hash)
}

// replace puts another edition in force. Work in progress continues with the former one.
func (p *process) replace(next *edition) {
	former := p.inForce.Swap(next)
	close(former.replaced)
	p.settings.credentials(next.CredentialEnds())
}

// keepNamed records which sites the settings in force name, until ctx ends.
func (p *process) keepNamed(ctx context.Context) {
	newsroom.KeepNamed(logging.Into(ctx, p.Log), func() (*newsroom.Newsroom, <-chan struct{}) {
		e := p.current()
		return e.application, e.replaced
	})
}
