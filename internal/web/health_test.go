package web

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func TestReadiness(t *testing.T) {
	deaf := make(chan struct{})
	t.Cleanup(func() { close(deaf) })
	for name, test := range map[string]struct {
		queue func(context.Context) error
		harm  func(*testing.T, *fixture)
		code  int
		says  string
	}{
		"ready":         {nil, nil, 200, "ready"},
		"queue down":    {func(context.Context) error { return errors.New("dial 10.0.0.7: refused") }, nil, 503, "queue"},
		"queue hanging": {func(context.Context) error { <-deaf; return nil }, nil, 503, "queue"},
		"store down":    {nil, func(t *testing.T, f *fixture) { f.replaceByFile(t, "public") }, 503, "store"},
		"store full":    {nil, func(t *testing.T, f *fixture) { f.replaceByFile(t, "private") }, 503, "store"},
		"draining":      {nil, func(_ *testing.T, f *fixture) { f.Drain() }, 503, "draining"},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFixture(t, func(o *Options) {
				if test.queue != nil {
					o.Newsroom.Queue = readyFunc(test.queue)
				}
			})
			if test.harm != nil {
				test.harm(t, f)
			}
			w := f.get("/readyz")
			if w.Code != test.code || !strings.Contains(w.Body.String(), test.says) {
				t.Errorf("%d %q, want %d and %q", w.Code, w.Body, test.code, test.says)
			}
			if strings.Contains(w.Body.String(), "10.0.0.7") {
				t.Errorf("tells strangers %q", w.Body)
			}
			if got := f.get("/healthz").Code; got != http.StatusOK {
				t.Errorf("healthz: %d", got)
			}
		})
	}
}

// Anybody may request /readyz, so repeated requests cost nothing.
func TestReadinessIsLookedUpOnce(t *testing.T) {
	var asked atomic.Int64
	f := newFixture(t, func(o *Options) {
		o.Newsroom.Queue = readyFunc(func(context.Context) error { asked.Add(1); return nil })
	})
	var callers sync.WaitGroup
	for range 100 {
		callers.Go(func() { f.get("/readyz") })
	}
	callers.Wait()
	if n := asked.Load(); n != 1 {
		t.Errorf("the queue was asked %d times", n)
	}
	f.readiness.at = f.readiness.at.Add(-readyFor)
	if f.get("/readyz"); asked.Load() != 2 {
		t.Errorf("an old answer stands")
	}
}

// replaceByFile puts a file where the folder store has a folder.
func (f *fixture) replaceByFile(t *testing.T, folder string) {
	t.Helper()
	path := filepath.Join(f.root, folder)
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, path); err != nil { // a loop: neither there nor absent
		t.Fatal(err)
	}
}

func TestMetrics(t *testing.T) {
	registry := prometheus.NewRegistry()
	f := newFixture(t, func(o *Options) { o.Registry = registry })
	body := publishedBody(t, newPost("a1", now))
	f.ghost("published", body, now)
	f.ghost("published", body, now)
	f.ghost("published", body, now.Add(time.Second))
	f.ghost("published", nil, now)
	f.do(ghostRequest("harbour/wordpress/x", "published", body, ""))
	f.do(ghostRequest("pier", "published", body, ""))
	w := httptest.NewRecorder()
	promhttp.HandlerFor(registry, promhttp.HandlerOpts{}).ServeHTTP(w, request(http.MethodGet, "/metrics"))
	text := w.Body.String()
	for _, line := range []string{
		`aloud_webhook_requests_total{result="accepted",source="ghost"} 1`,
		`aloud_webhook_requests_total{result="known",source="ghost"} 1`,
		`aloud_webhook_requests_total{result="repeated",source="ghost"} 1`,
		`aloud_webhook_requests_total{result="unmatched",source="none"} 1`,
		`aloud_webhook_requests_total{result="unavailable",source="articles"} 0`,
		`aloud_webhook_requests_total{result="bad_request",source="ghost"} 1`,
		`aloud_webhook_requests_total{result="unauthorized",source="ghost"} 1`,
		`aloud_webhook_duration_seconds_count{source="ghost"} 5`,
	} {
		if !strings.Contains(text, line+"\n") {
			t.Errorf("no line %s in\n%s", line, text)
		}
	}
}
