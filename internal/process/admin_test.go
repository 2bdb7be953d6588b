package process

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
			p := &process{Options: Options{Config: config.Config{Environment: test.env}, Log: slog.New(slog.DiscardHandler)}, registry: newRegistry()}
			listening, err := p.listenMetrics()
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithCancel(t.Context())
			group, ctx := errgroup.WithContext(ctx)
			listening.serve(ctx, group)
			defer func() { cancel(); _ = group.Wait() }()
			url := "http://" + strings.Replace(listening[0].Addr().String(), "[::]", "127.0.0.1", 1)
			for path, want := range map[string]int{"/healthz": http.StatusOK, "/metrics": test.metrics, "/debug/pprof/": test.profile} {
				answer, err := http.Get(url + path)
				if err != nil {
					t.Fatal(err)
				}
				_ = answer.Body.Close()
				if answer.StatusCode != want {
					t.Errorf("%s: %d, want %d", path, answer.StatusCode, want)
				}
			}
		})
	}
}
