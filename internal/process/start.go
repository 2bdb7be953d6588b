package process

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"time"

	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/service"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/worker"
)

// Pauses between attempts to start while something is temporarily unreachable.
const (
	firstStartPause = time.Second
	lastStartPause  = 15 * time.Second
)

// ErrStopped ends a process that was stopped before it had started.
var ErrStopped = errors.New("stopped")

// awaitStore opens the store of the first edition, and waits while it is unreachable.
func (p *process) awaitStore(ctx context.Context, first *edition) error {
	return p.patiently(ctx, func() (away bool, err error) {
		if err := first.OpenStore(ctx); err != nil {
			return store.Away(err), err
		}
		p.identity, err = store.Identity(ctx, first.Store)
		return store.Away(err), err
	})
}

// patiently tries to start until it succeeds, fails for good, or ctx ends.
func (p *process) patiently(ctx context.Context, try func() (away bool, err error)) error {
	for pause := firstStartPause; ; pause = min(2*pause, lastStartPause) {
		away, err := try()
		switch {
		case ctx.Err() != nil:
			return ErrStopped
		case err == nil || !away:
			return err
		}
		p.Log.Warn("cannot start yet, will retry", "after", pause, "error", err)
		select {
		case <-ctx.Done():
			return ErrStopped
		case <-time.After(pause):
		}
	}
}

// prove runs the checks of a starting process, and waits while a required one fails temporarily.
// Other failures are logged: the process can do without.
func (p *process) prove(ctx context.Context, checks []doctor.Check) error {
	return p.patiently(ctx, func() (away bool, err error) {
		reports := doctor.Examine(ctx, checks)
		if ctx.Err() != nil {
			return false, ctx.Err()
		}
		logReports(p.Log, reports)
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

// checks returns the checks of what the process needs.
func (p *process) checks(e *edition) []doctor.Check {
	checks := doctor.Store(e.Store)
	if p.Config.RedisURL != "" {
		checks = append(checks, worker.Checks(p.queue.impatient)...)
	}
	checks = slices.Concat(checks, e.ReceiverChecks(false), e.CORSChecks(e.Config.PublicURL), e.CredentialChecks())
	if p.serves {
		checks = append(checks, e.PublicChecks(e.Config.PublicURL)...)
	}
	if p.works {
		checks = append(checks, doctor.TempDir(), service.LibraryCheck(), service.HearingCheck())
	}
	return checks
}
