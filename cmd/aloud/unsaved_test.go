package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/aloud-audio/aloud/worker/redistest"
)

// A worker that is stopped while the store takes no speech ends once the store has the speech that
// was paid for.
func TestAWorkerEndsWithNothingUnsaved(t *testing.T) {
	p := newPlace(t, "ALOUD_REDIS_URL="+redistest.Start(t).URL)
	p.must("publish", p.write("ferry.html", page), "--id", "ferry")
	speech := filepath.Join(p.dir, "store", "private", "speech")
	if err := os.Symlink("nowhere", speech); err != nil { // can be read, and not written
		t.Fatal(err)
	}
	work := p.start("worker")
	work.says(t, "bought speech is not stored yet")
	go work.stop()
	work.says(t, "speech that was paid for is not stored yet")
	if err := os.Remove(speech); err != nil {
		t.Fatal(err)
	}
	work.stop()
	if code := work.ProcessState.ExitCode(); code != 0 {
		t.Errorf("exit code %d:\n%s", code, work.talk)
	}
	if kept, err := os.ReadDir(speech); err != nil || len(kept) == 0 {
		t.Errorf("%d speeches were kept, %v:\n%s", len(kept), err, work.talk)
	}
}
