package main

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// publishedPost is a post that a site takes, or refuses for its signature.
func publishedPost(id string) ghostPost {
	return ghostPost{ID: id, Title: "The ferry", HTML: "<p>It runs again.</p>", Status: "published", Visibility: "public", UpdatedAt: time.Now().UTC().Truncate(time.Second)}
}

// answers waits until a hook of a site gets an answer.
func (proc *running) answers(t *testing.T, site, secret, id string, want int) {
	t.Helper()
	waitFor(t, site+" answers", func() bool {
		got, err := proc.hookOf(t.Context(), site, secret, "published", publishedPost(id))
		if err != nil {
			t.Fatal(err)
		}
		return got == want
	})
}

func (proc *running) says(t *testing.T, what string) {
	t.Helper()
	waitFor(t, what, func() bool { return strings.Contains(proc.talk.String(), what) })
}

func voiceOf(article newsroom.Article) string {
	if article.Narration == nil {
		return "none: " + article.Reason
	}
	return article.Narration.Voice.Name
}

// A server and a worker follow their settings, lexicons and secrets while they run.
func TestSettingsAreReloaded(t *testing.T) {
	p := newPlace(t, "ALOUD_REDIS_URL="+redistest.Start(t).URL)
	p.write("secret", "first")
	const main = "sites:\n  main:\n    hooks: {ghost: {secret_file: secret}}\n"
	p.write("aloud.yaml", main)
	server, work := p.start("serve"), p.start("worker")
	server.answers(t, "main", "first", "ferry", http.StatusAccepted)
	if voice := voiceOf(p.await("ferry")); !strings.Contains(voice, "slt") {
		t.Fatalf("voice %s", voice)
	}
	server.answers(t, "second", "other", "bridge", http.StatusUnauthorized)

	// A new site, and another voice of the first.
	p.write("aloud.yaml", main+"    voices: {en: \"flite:rms\"}\n  second:\n    hooks: {ghost: {secret: other}}\n")
	work.says(t, "second]")
	server.answers(t, "second", "other", "bridge", http.StatusAccepted)
	server.answers(t, "main", "first", "tram", http.StatusAccepted)
	if voice := voiceOf(p.await("tram", "--site", "main")); !strings.Contains(voice, "rms") {
		t.Errorf("voice %s", voice)
	}
	if state := p.await("bridge", "--site", "second").State; state != library.Published {
		t.Errorf("the new site's article is %s", state)
	}

	// Invalid settings change nothing, and are told of.
	p.write("aloud.yaml", main+"    bit_rat: 96\n")
	for _, proc := range []*running{server, work} {
		proc.says(t, "aloud.yaml:4")
		proc.says(t, "the previous ones stay in use")
	}
	if _, body := get(t, server.url+"/readyz"); !strings.Contains(body, "former settings are in force") {
		t.Errorf("/readyz: %s", body)
	}
	if _, metrics := get(t, server.admin+"/metrics"); !strings.Contains(metrics, "aloud_settings_valid 0") {
		t.Error("the metrics say that the settings are valid")
	}
	server.answers(t, "second", "other", "bridge", http.StatusAccepted)
	right := *p
	right.env = append(p.env[:len(p.env):len(p.env)], "ALOUD_SETTINGS="+p.write("right.yaml", main))
	waitFor(t, "aloud status says so", func() bool {
		status := right.must("status", "--site", "main")
		return strings.Count(status, "those in its files are wrong") == 2 && strings.Count(status, "aloud.yaml:4") == 2 &&
			strings.Count(status, "(this command has settings") == 2
	})

	// A site that is taken out is refused.
	p.write("aloud.yaml", main)
	server.answers(t, "second", "other", "bridge", http.StatusUnauthorized)
	if _, body := get(t, server.url+"/readyz"); body != "ready\n" {
		t.Errorf("/readyz: %s", body)
	}

	// A secret file has another secret.
	p.write("secret", "next")
	server.answers(t, "main", "next", "ferry", http.StatusAccepted)
	server.answers(t, "main", "first", "ferry", http.StatusUnauthorized)
}

// Settings that disappear are no settings of a single site.
func TestSettingsThatAreGoneStayInForce(t *testing.T) {
	p := newPlace(t)
	p.env = append(p.env, "ALOUD_SETTINGS=")
	server := p.start("up")
	if err := os.Remove(filepath.Join(p.dir, "aloud.yaml")); err != nil {
		t.Fatal(err)
	}
	server.says(t, "aloud.yaml is missing: restore it")
	server.answers(t, "main", secret, "ferry", http.StatusAccepted)
}

// SIGHUP kills nothing, reads the settings again, and names variables that need a restart.
func TestHangUpReloads(t *testing.T) {
	p := newPlace(t)
	p.env = append(p.env, "ALOUD_S3_ENDPOINT_FILE="+p.write("endpoint", "http://127.0.0.1:1"))
	server := p.start("up")
	p.write("endpoint", "http://127.0.0.1:2")
	for _, c := range []struct{ yaml, says string }{
		{settings + "    bit_rate: 96\n", "a variable has another value: restart to apply it\" variable=ALOUD_S3_ENDPOINT"},
		{settings + "    bit_rat: 96\n", "bit_rat"},
		{settings + "    voices: {en: \"flite:nobody\"}\n", "flite has no voice"},
	} {
		p.write("aloud.yaml", c.yaml)
		if err := server.Process.Signal(syscall.SIGHUP); err != nil {
			t.Fatal(err)
		}
		server.says(t, c.says)
	}
	server.answers(t, "main", secret, "ferry", http.StatusAccepted)
}
