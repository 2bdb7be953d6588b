package main

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/speech/providers"
	"github.com/aloud-audio/aloud/worker"
)

// examine runs every check, as far as those before it let it. The error is the exit code's.
func (a *app) examine(ctx context.Context) ([]doctor.Report, error) {
	cfg, err := a.config()
	if err != nil {
		reports := []doctor.Report{failedReport("settings", err, "correct what is named")}
		return reports, configError{doctor.Failures(reports)}
	}
	reports := []doctor.Report{a.examineVariables(), newService(cfg, nil).examineVoices()}
	st, err := openStore(ctx, cfg)
	s := newService(cfg, st)
	checks := append(s.receiverChecks(), doctor.TempDir())
	if err != nil {
		reports = append(reports, failedReport("store", err, "without it nothing works"))
	} else {
		reports = append(reports, done("store", doctor.Found("it takes writes, and honours their conditions")))
		checks = slices.Concat(doctor.Store(st), checks, s.corsChecks())
	}
	if cfg.RedisURL != "" {
		rdb, err := worker.Connect(cfg.RedisURL, worker.Impatient)
		if err != nil {
			return reports, configError{fmt.Errorf("ALOUD_REDIS_URL: %w", err)}
		}
		defer rdb.Close()
		checks = append(checks, worker.Checks(rdb)...)
	}
	reports = append(reports, doctor.Examine(ctx, checks)...)
	return reports, doctor.Failures(reports)
}

func (a *app) examineVariables() doctor.Report {
	unknown := config.UnknownVariables(a.environ, providers.All())
	if len(unknown) == 0 {
		return done("variables", doctor.Found("all are known"))
	}
	return done("variables", doctor.Warned("correct or unset them", "%s", strings.Join(unknown, "\n")))
}

// examineVoices finds the voices that the settings name.
func (s *service) examineVoices() doctor.Report {
	err := s.checkVoices()
	if err == nil {
		_, err = s.recogniserOf(slices.Sorted(maps.Keys(s.config.Sites))...)
	}
	if err != nil {
		return failedReport("settings", err, "correct what is named")
	}
	return done("settings", doctor.Found("%s: their voices exist", strings.Join(slices.Sorted(maps.Keys(s.config.Sites)), ", ")))
}

func done(name string, r doctor.Result) doctor.Report {
	return doctor.Report{Name: name, Required: true, Result: r}
}

func failedReport(name string, err error, fix string) doctor.Report {
	return done(name, doctor.Failed(fix, "%v", err))
}
