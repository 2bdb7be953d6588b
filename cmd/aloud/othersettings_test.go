package main

import (
	"bytes"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/worker/redistest"
)

// rendering is a published article, and a worker whose settings are in a file of their own.
func rendering(t *testing.T) (p *place, theirs string) {
	t.Helper()
	p = newPlace(t, "ALOUD_REDIS_URL="+redistest.Start(t).URL)
	theirs = p.write("theirs.yaml", settings)
	of := *p
	of.env = append(p.env[:len(p.env):len(p.env)], "ALOUD_SETTINGS="+theirs)
	of.start("worker")
	p.must("publish", p.write("ferry.html", "<h1>The ferry</h1><p>The ferry will run again.</p>"))
	if status := p.await("ferry"); status.State != library.Published {
		t.Fatalf("%+v", status)
	}
	p.must("render", "ferry", "--force", "--wait")
	return p, theirs
}

// A render that is ordered with new settings waits for workers that have them, and is told by name
// of those that have not.
func TestRenderWaitsForWorkersWithItsSettings(t *testing.T) {
	p, theirs := rendering(t)
	const changed = settings + "    bit_rate: 96\n"
	p.write("aloud.yaml", changed)
	cmd, said := p.command("render", "ferry", "--force", "--wait"), &lockedBuffer{}
	cmd.Stderr = said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	waitFor(t, "it names the worker", func() bool { return strings.Contains(said.String(), "waiting for worker ") })
	if err := os.WriteFile(theirs, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil { // it checks that the track is of its settings
		t.Errorf("%v: %s", err, said)
	}
}

// lockedBuffer may be read while a process writes to it.
type lockedBuffer struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}
