package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/library"
)

// While a service runs, everything of an article is deleted but its tombstone.
func TestErase(t *testing.T) {
	p := newPlace(t)
	p.start("up")
	p.must("publish", p.write("ferry.html", page), "--id", "ferry")
	p.await("ferry")
	p.must("render", "ferry", "--withdraw-previous", "--wait")
	if status := p.await("ferry"); status.State != library.Published || !p.public("ferry") {
		t.Fatalf("after a correction: %+v", status)
	}
	var answer struct {
		Erased []struct {
			Objects, Speech, Texts, Files int
			Bytes                         int64
		}
	}
	erase := func(args ...string) {
		t.Helper()
		if err := json.Unmarshal([]byte(p.must(append([]string{"erase", "ferry", "--json"}, args...)...)), &answer); err != nil {
			t.Fatal(err)
		}
	}
	erase("--dry-run")
	planned := answer.Erased[0]
	if planned.Speech != 3 || planned.Texts != 1 || planned.Files < 3 || !p.public("ferry") {
		t.Errorf("dry run %+v", planned)
	}
	erase()
	if went := answer.Erased[0]; went != planned {
		t.Errorf("went %+v, want %+v", went, planned)
	}
	if status := p.await("ferry"); status.State != library.Removed || !strings.Contains(status.Reason, "erased") || status.Title != "" {
		t.Errorf("%+v", status)
	}
	err := filepath.WalkDir(p.dir, func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(name) == ".html" {
			return err
		}
		body, err := os.ReadFile(name)
		if err == nil && strings.Contains(string(body), "crossing takes") || strings.Contains(name, "private/speech/") || strings.Contains(name, "private/encoded/") {
			t.Errorf("%s is left", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, stderr, code := p.aloud("erase", "nobody"); code != 1 || !strings.Contains(stderr, "no such article") {
		t.Errorf("exit code %d: %s", code, stderr)
	}
}
