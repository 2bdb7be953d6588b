package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	emulator "github.com/aloud-audio/aloud/internal/emulator/google"
	"github.com/aloud-audio/aloud/internal/emulator/google/emulatortest"
	"github.com/aloud-audio/aloud/internal/emulator/local"
	"github.com/aloud-audio/aloud/internal/library"
)

// The store is all the state: a copy of it, made while aloud runs, goes on where the original was.
func TestACopyOfTheStoreIsABackup(t *testing.T) {
	bought := &purchases{}
	provider := emulatortest.Start(t, emulator.Options{Speaker: local.Tone, Before: bought.record})
	env := []string{"ALOUD_GOOGLE_ENDPOINT=" + provider.Endpoint, "ALOUD_VOICE=google:en-US-Chirp3-HD-Kore"}
	original := newPlace(t, env...)
	server := original.start("up")
	ferry := original.write("ferry.html", "<h1>The ferry sails again</h1><p>It leaves at seven.</p><p>Its rudder is new.</p>")
	original.must("publish", ferry, "--id", "ferry")
	original.must("publish", original.write("bridge.html", "<h1>The bridge is closed</h1><p>Nobody may cross it.</p>"), "--id", "bridge")
	original.await("ferry")
	original.await("bridge")
	original.must("remove", "bridge")

	restored := newPlace(t, env...)
	if out, err := exec.Command("cp", "-a", filepath.Join(original.dir, "store"), restored.dir).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	server.stop()
	published, err := os.ReadFile(filepath.Join(original.dir, "store/public/main/articles/ferry/narration.json"))
	if err != nil {
		t.Fatal(err)
	}
	before := bought.total()

	server = restored.start("up")
	if status := restored.await("bridge"); status.State != library.Removed || restored.public("bridge") {
		t.Errorf("the removed article is %s", status.State)
	}
	if status := restored.await("ferry"); status.State != library.Published {
		t.Errorf("the article is %s", status.State)
	}
	if _, body := get(t, server.url+"/public/main/articles/ferry/narration.json"); strings.TrimSpace(body) != strings.TrimSpace(string(published)) {
		t.Errorf("the narration is\n%s\nand was\n%s", body, published)
	}
	if n := bought.total() - before; n != 0 {
		t.Errorf("%d texts were bought to restore", n)
	}
	ferry = restored.write("ferry.html", "<h1>The ferry sails again</h1><p>It leaves at eight.</p><p>Its rudder is new.</p>")
	restored.must("publish", ferry, "--id", "ferry")
	if status := restored.await("ferry"); status.Narration.Segments[1].Text != "It leaves at eight." {
		t.Errorf("after an edit it says %+v", status.Narration.Segments)
	}
	if n := bought.total() - before; n != 1 {
		t.Errorf("%d texts were bought for an edited paragraph", n)
	}
}
