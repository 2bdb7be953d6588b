package process

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/speech/providers"
)

// inProcess is a server and a worker in this process, over a folder and an embedded queue.
func inProcess(t *testing.T, file string) *process {
	t.Helper()
	load := func() (config.Config, error) {
		return config.Load([]string{"ALOUD_SETTINGS=" + file, "ALOUD_STORE=dir://" + t.TempDir()}, nil, providers.All())
	}
	cfg, err := load()
	if err != nil {
		t.Fatal(err)
	}
	p, first, err := prepare(Options{Config: cfg, Reload: load, Log: slog.New(slog.DiscardHandler), Infof: func(string, ...any) {}}, role{command: "up", serves: true, works: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.awaitStore(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	if p.queue, err = openQueue(t.Context(), first.Service, p.Log); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.queue.stop)
	if err := p.startServer(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	p.startWorker(first)
	p.putInForce(first)
	return p
}

// Whoever takes the settings gets all of the former or all of the next.
func TestAReloadIsNeverHalf(t *testing.T) {
	file := filepath.Join(t.TempDir(), "aloud.yaml")
	editions := []string{"https://one.example", "https://two.example"}
	write := func(i int) {
		text := "sites: {main: {url: \"" + editions[i%2] + "\", late: " + []string{"1m", "2m"}[i%2] + "}}"
		if i%3 == 2 {
			text = "sites: {main: {url: 1"
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Error(err)
		}
	}
	write(0)
	p := inProcess(t, file)
	ctx, cancel := context.WithCancel(t.Context())
	var reading sync.WaitGroup
	defer reading.Wait()
	defer cancel()
	for range 4 {
		reading.Go(func() {
			for ctx.Err() == nil {
				e := p.current()
				i := 0
				if e.Config.Sites["main"].URL == editions[1] {
					i = 1
				}
				w := httptest.NewRecorder()
				e.web.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/embed/main/ferry", nil))
				policy := w.Header().Get("Content-Security-Policy")
				if !strings.Contains(policy, editions[i]) || e.tasks.Narrator.Sites["main"].URL != editions[i] || e.tasks.Late["main"] != time.Duration(i+1)*time.Minute {
					t.Errorf("half of two settings: %s, %s, %s", policy, e.tasks.Narrator.Sites["main"].URL, e.tasks.Late["main"])
					return
				}
			}
		})
	}
	for i := range 60 {
		former := p.current()
		write(i)
		p.reload(ctx)
		if i%3 == 2 && p.current() != former {
			t.Error("settings that are wrong are in force")
		}
	}
}
