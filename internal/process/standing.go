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

// tell keeps telling commands about this process, until ctx ends.
func (p *process) tell(ctx context.Context) {
	host, _ := os.Hostname() // without a name the process id still tells it
	self := fleet.Process{Kind: p.kind, Host: host, PID: os.Getpid(), Version: buildinfo.Read().Version}
	worker.NewClient(p.queue.impatient, p.identity).Tell(ctx, func() fleet.Process {
		standing := p.standing.Load()
		self.Settings, self.Since, self.Problem = standing.settings, standing.since, standing.problem
		return self
	})
}

// accept says that settings are in force.
func (p *process) accept(settings string) {
	p.standing.Store(&standing{settings: settings, since: time.Now()})
	p.settings.inForce(settings)
}

// refuse says that the settings in the files are wrong, so that the former ones stay.
func (p *process) refuse(err error) {
	refused := *p.standing.Load()
	refused.problem = err.Error()
	p.standing.Store(&refused)
	p.settings.valid.Set(0)
}
