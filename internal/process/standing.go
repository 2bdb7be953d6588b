package process

import (
	"context"
	"os"
	"time"

	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/fleet"
	"github.com/aloud-audio/aloud/worker"
)

// standing records the settings in use by this process, and why newer ones were rejected.
type standing struct {
	settings string
	since    time.Time
	problem  string // of newer ones that are not
}

// keepDescribed keeps a description of this process in Redis, for commands, until ctx ends.
func (p *process) keepDescribed(ctx context.Context) {
	host, _ := os.Hostname() // without a name the process id still tells it
	self := fleet.Process{Kind: p.command, Host: host, PID: os.Getpid(), Version: buildinfo.Read().Version}
	worker.NewClient(p.queue.impatient, p.identity).Tell(ctx, func() fleet.Process {
		standing := p.standing.Load()
		self.Settings, self.Since, self.Problem = standing.settings, standing.since, standing.problem
		return self
	})
}

// settingsLoaded records that settings are in force.
func (p *process) settingsLoaded(settings string) {
	p.standing.Store(&standing{settings: settings, since: time.Now()})
	p.settings.inForce(settings)
}

// settingsRejected records that the settings in the files are wrong, so that the previous ones
// stay.
func (p *process) settingsRejected(err error) {
	refused := *p.standing.Load()
	refused.problem = err.Error()
	p.standing.Store(&refused)
	p.settings.valid.Set(0)
}
