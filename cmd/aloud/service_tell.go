package main

import (
	"context"
	"os"
	"time"

	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/fleet"
	"github.com/aloud-audio/aloud/worker"
)

// standing is which settings a process has in force.
type standing struct {
	settings string
	since    time.Time
	problem  string // of newer ones that are not
}

// tell keeps telling commands about this process, until ctx ends.
func (l *live) tell(ctx context.Context) {
	host, _ := os.Hostname() // without a name the process id still tells it
	self := fleet.Process{Kind: l.kind, Host: host, PID: os.Getpid(), Version: buildinfo.Read().Version}
	s := l.now()
	worker.NewClient(s.queue.impatient, s.identity).Tell(ctx, func() fleet.Process {
		standing := l.standing.Load()
		self.Settings, self.Since, self.Problem = standing.settings, standing.since, standing.problem
		return self
	})
}

func (l *live) inForce(settings string) {
	l.standing.Store(&standing{settings: settings, since: time.Now()})
	l.metrics.inForce(settings)
}

// refuse says that the settings in the files are wrong, so that the former ones stay.
func (l *live) refuse(err error) {
	refused := *l.standing.Load()
	refused.problem = err.Error()
	l.standing.Store(&refused)
	l.metrics.valid.Set(0)
}
