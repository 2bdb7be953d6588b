package main

import (
	"context"
	"sync/atomic"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/newsroom"
)

// live is the service in force in a process that runs. A reload replaces it as a whole: every
// request, task and pass takes it once, and so never sees half of two settings.
type live struct {
	app      *app
	kind     string // the command
	service  atomic.Pointer[service]
	standing atomic.Pointer[standing]
	metrics  settingsMetrics
}

// goLive puts the first service of a command in force.
func (a *app) goLive(kind string, s *service, registry *prometheus.Registry) *live {
	l := &live{app: a, kind: kind, metrics: newSettingsMetrics(registry)}
	l.service.Store(s)
	l.inForce(s.config.Hash)
	s.log.Info("settings are in force", "file", s.config.File, "settings", s.config.Hash)
	return l
}

// now returns the service in force.
func (l *live) now() *service { return l.service.Load() }

// replace puts another service in force. What is under way goes on with the former one.
func (l *live) replace(next *service) {
	former := l.service.Swap(next)
	close(former.replaced)
}

// keepNamed records which sites the settings in force name, until ctx ends.
func (l *live) keepNamed(ctx context.Context) {
	newsroom.KeepNamed(logging.Into(ctx, l.now().log), func() (*newsroom.Newsroom, <-chan struct{}) {
		s := l.now()
		return s.application, s.replaced
	})
}
