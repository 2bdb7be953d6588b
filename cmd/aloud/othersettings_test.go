package main

import (
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// An order that workers with other settings carried out is not done, and the command says so.
func TestRenderSaysThatTheWorkersHaveOtherSettings(t *testing.T) {
	p := newPlace(t, "ALOUD_REDIS_URL="+redistest.Start(t).URL)
	theirs := *p
	theirs.env = append(p.env[:len(p.env):len(p.env)], "ALOUD_SETTINGS="+p.write("theirs.yaml", settings))
	theirs.start("worker")
	page := p.write("ferry.html", "<h1>The ferry</h1><p>The ferry will run again.</p>")
	p.must("publish", page)
	if status := p.await("ferry"); status.State != library.Published {
		t.Fatalf("%+v", status)
	}
	p.must("render", "ferry", "--force", "--wait")
	p.write("aloud.yaml", settings+"    bit_rate: 96\n")
	_, stderr, code := p.aloud("render", "ferry", "--force", "--wait")
	if code != 1 || !strings.Contains(stderr, "the workers have other settings") {
		t.Errorf("exit code %d: %s", code, stderr)
	}
}
