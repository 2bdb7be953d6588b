package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/notify"
	"github.com/aloud-audio/aloud/internal/recognise"
	"github.com/aloud-audio/aloud/internal/speech/providers"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/worker"
)

// Pauses between attempts to start while something that may come back is away.
const (
	firstStartPause = time.Second
	lastStartPause  = 15 * time.Second
)

// errStopped ends a process that was stopped before it had started.
var errStopped = errors.New("stopped")

// prepare reads the configuration for serve, worker and up.
func (a *app) prepare() (*service, error) {
	cfg, err := a.config()
	if err != nil {
		return nil, err
	}
	log := a.logger(cfg)
	for _, problem := range config.UnknownVariables(a.environ, providers.All()) {
		log.Warn("unknown variable", "problem", problem)
	}
	s := newService(cfg, nil)
	if err := s.checkSites(nil); err != nil {
		return nil, err
	}
	s.log = log
	a.hangups = outlive()
	return s, nil
}

// checkSites refuses settings with which every article would fail, and loads the recogniser unless
// it is loaded.
func (s *service) checkSites(loaded *recognise.Recogniser) (err error) {
	if err := s.checkVoices(); err != nil {
		return configError{err}
	}
	if s.recogniser = loaded; loaded == nil {
		s.recogniser, err = s.recogniserOf(slices.Sorted(maps.Keys(s.config.Sites))...)
	}
	return err
}

// awaitStore opens the store, and waits for one that is away.
func (s *service) awaitStore(ctx context.Context) error {
	return s.patiently(ctx, func() (away bool, err error) {
		st, err := openStore(ctx, s.config)
		if err != nil {
			return store.Away(err), err
		}
		s.store = st
		s.openLibrary()
		s.identity, err = store.Identity(ctx, st)
		return store.Away(err), err
	})
}

// patiently tries to start until it succeeds, fails for good, or ctx ends.
func (s *service) patiently(ctx context.Context, try func() (away bool, err error)) error {
	for pause := firstStartPause; ; pause = min(2*pause, lastStartPause) {
		away, err := try()
		switch {
		case ctx.Err() != nil:
			return errStopped
		case err == nil || !away:
			return err
		}
		s.log.Warn("cannot start yet, will try again", "after", pause, "error", err)
		select {
		case <-ctx.Done():
			return errStopped
		case <-time.After(pause):
		}
	}
}

// prove runs the checks of a process that starts, and waits while a required one fails that may
// pass. What else fails is logged: the process can do without.
func (s *service) prove(ctx context.Context, checks []doctor.Check) error {
	return s.patiently(ctx, func() (away bool, err error) {
		reports := doctor.Examine(ctx, checks)
		if ctx.Err() != nil {
			return false, ctx.Err()
		}
		logReports(s.log, reports)
		return doctor.Verdict(reports)
	})
}

func logReports(log *slog.Logger, reports []doctor.Report) {
	levels := map[doctor.Status]slog.Level{doctor.Warn: slog.LevelWarn, doctor.Fail: slog.LevelError}
	for _, r := range reports {
		if level, bad := levels[r.Status]; bad {
			log.Log(context.Background(), level, "check", "name", r.Name, "found", r.Detail, "fix", r.Fix)
		}
	}
}

// serverChecks are of what a server needs.
func (s *service) serverChecks() []doctor.Check {
	checks := doctor.Store(s.store)
	if s.config.RedisURL != "" {
		checks = append(checks, worker.Checks(s.queue.impatient)...)
	}
	return slices.Concat(checks, s.receiverChecks(), s.corsChecks())
}

// workerChecks are of what a worker needs.
func (s *service) workerChecks() []doctor.Check {
	return append(s.serverChecks(), doctor.TempDir())
}

// receiverChecks prove that notices and purges may be sent to the sites' receivers.
func (s *service) receiverChecks() (checks []doctor.Check) {
	for _, name := range slices.Sorted(maps.Keys(s.config.Sites)) {
		site := s.config.Sites[name]
		for i, receiver := range site.Notify {
			checks = append(checks, receiverCheck(fmt.Sprintf("sites.%s.notify[%d]", name, i), receiver))
		}
		for i, receiver := range site.Purge {
			checks = append(checks, receiverCheck(fmt.Sprintf("sites.%s.purge[%d]", name, i), receiver))
		}
	}
	return checks
}

func receiverCheck(name string, receiver notify.Receiver) doctor.Check {
	return doctor.Check{Name: name, Run: func(ctx context.Context) doctor.Result {
		if err := receiver.Check(ctx); err != nil {
			return doctor.Warned("add its host to allow_private of the site, or correct its address", "%v", err)
		}
		return doctor.Found("its address may be used")
	}}
}
