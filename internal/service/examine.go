package service

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/speech/providers"
	"github.com/aloud-audio/aloud/worker"
)

// Extent is how much Examine checks.
type Extent int

// The extents. Quick is for a probe that comes every few seconds: it asks the store and Redis alone.
// Free buys no speech.
const (
	Everything Extent = iota
	Free
	Quick
)

// quickTimeout bounds a quick examination.
const quickTimeout = 8 * time.Second

// Examine runs the checks of what aloud needs, as far as earlier checks permit, with the settings
// that load returns and the environment, as from os.Environ. The error is nil if nothing failed.
func Examine(ctx context.Context, load func() (config.Config, error), environ []string, extent Extent) ([]doctor.Report, error) {
	cfg, err := load()
	if err != nil {
		reports := []doctor.Report{failed("settings", err, "correct the settings that the error names")}
		return reports, config.Error{Err: doctor.Failures(reports)}
	}
	if extent == Quick {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeoutCause(ctx, quickTimeout, fmt.Errorf("no answer within %v", quickTimeout))
		defer cancel()
	}
	s, storeErr := Open(ctx, cfg)
	reports := []doctor.Report{examineStore(storeErr)}
	var checks []doctor.Check
	if extent != Quick {
		reports = append([]doctor.Report{examineVariables(environ), s.examineVoices()}, reports...)
		checks = slices.Concat(s.ReceiverChecks(true), s.CredentialChecks(),
			[]doctor.Check{doctor.TempDir(), LibraryCheck(), HearingCheck()}, s.VoiceChecks(extent == Everything))
	}
	if storeErr == nil {
		checks = append(doctor.Store(s.Store), checks...)
	}
	if storeErr == nil && extent != Quick {
		checks = slices.Concat(checks, s.PublicChecks(s.readersAddress()), s.CORSChecks(s.readersAddress()), s.HookChecks(), s.SourceChecks(), s.GhostChecks())
	}
	if cfg.RedisURL != "" {
		rdb, err := s.Connect(worker.Impatient)
		if err != nil {
			return reports, err
		}
		defer rdb.Close()
		checks = append(checks, worker.Checks(rdb)...)
	}
	reports = append(reports, doctor.Examine(ctx, checks)...)
	return reports, doctor.Failures(reports)
}

func examineVariables(environ []string) doctor.Report {
	unknown := config.UnknownVariables(environ, providers.All())
	if len(unknown) == 0 {
		return done("variables", "", doctor.Found("all are known"))
	}
	return done("variables", "a variable that nobody reads has no effect", doctor.Warned("correct or unset them", "%s", strings.Join(unknown, "\n")))
}

func examineStore(err error) doctor.Report {
	if err != nil {
		return failed("store", err, "do what the error says; see also ALOUD_STORE and ALOUD_S3_ENDPOINT")
	}
	return done("store", "", doctor.Found("it takes writes, and honours their conditions"))
}

// examineVoices finds the voices that the settings name.
func (s *Service) examineVoices() doctor.Report {
	sites := slices.Sorted(maps.Keys(s.Config.Sites))
	err := s.CheckVoices()
	if err == nil {
		err = s.LoadRecogniser(sites...)
	}
	if err != nil {
		return failed("settings", err, "correct the settings that the error names")
	}
	return done("settings", "", doctor.Found("%s: their voices exist", strings.Join(sites, ", ")))
}

func done(name, means string, r doctor.Result) doctor.Report {
	return doctor.Check{Name: name, Means: means, Required: true}.Report(r)
}

func failed(name string, err error, fix string) doctor.Report {
	return done(name, "no process of aloud starts", doctor.Failed(fix, "%v", err))
}
