package main

import (
	"context"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/config"
)

// Beyond this machine a worker's address answers nobody without the password but about its health.
func TestAWorkersMetricsNeedThePassword(t *testing.T) {
	for name, test := range map[string]struct {
		env     config.Environment
		metrics int
		profile int
	}{
		"this machine":            {config.Environment{WorkerMetrics: "127.0.0.1:0"}, http.StatusOK, http.StatusOK},
		"beyond":                  {config.Environment{WorkerMetrics: ":0"}, http.StatusUnauthorized, http.StatusUnauthorized},
		"beyond, public metrics":  {config.Environment{WorkerMetrics: ":0", MetricsPublic: true}, http.StatusOK, http.StatusUnauthorized},
		"a password on loopback":  {config.Environment{WorkerMetrics: "127.0.0.1:0", AdminPassword: "x"}, http.StatusUnauthorized, http.StatusUnauthorized},
		"beyond, with a password": {config.Environment{WorkerMetrics: ":0", AdminPassword: "x"}, http.StatusUnauthorized, http.StatusUnauthorized},
	} {
		t.Run(name, func(t *testing.T) {
			s := newService(config.Config{Environment: test.env}, nil)
			s.log = slog.New(slog.DiscardHandler)
			listening, err := s.listenMetrics(newRegistry())
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithCancel(t.Context())
			group, ctx := errgroup.WithContext(ctx)
			listening.serve(ctx, group)
			defer func() { cancel(); _ = group.Wait() }()
			url := "http://" + strings.Replace(listening[0].Addr().String(), "[::]", "127.0.0.1", 1)
			for path, want := range map[string]int{"/healthz": http.StatusOK, "/metrics": test.metrics, "/debug/pprof/": test.profile} {
				if status, _ := get(t, url+path); status != want {
					t.Errorf("%s: %d, want %d", path, status, want)
				}
			}
		})
	}
}
