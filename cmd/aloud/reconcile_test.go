package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/source/sourcetest"
)

// openWithGhost is a place whose site has a Ghost with articles of today, and one from long ago.
func openWithGhost(t *testing.T, n int) (*place, *sourcetest.Server) {
	t.Helper()
	ghost := sourcetest.NewGhost(t)
	since := time.Now().Add(-24 * time.Hour).UTC().Truncate(time.Second)
	for i := range n {
		at := since.Add(time.Duration(i) * time.Hour)
		ghost.Set(sourcetest.Article{ID: ghostPostID(i), Title: fmt.Sprintf("The ferry %d", i), Slug: fmt.Sprintf("ferry-%d", i),
			Text: fmt.Sprintf("Boat number %d runs again.", i), Published: at, Updated: at})
	}
	ghost.Set(sourcetest.Article{ID: ghostPostID(99), Title: "Long ago", Slug: "old", Text: "Old.", Published: since.AddDate(-1, 0, 0), Updated: since})
	p := newPlace(t)
	p.write("aloud.yaml", fmt.Sprintf(`
sites:
  main:
    sources: {ghost: {url: "%s", content_key: %s, every: 1s, since: "%s"}}
    allow_private: ["127.0.0.1"]
`, ghost.URL, sourcetest.GhostContentKey, since.Format(time.RFC3339)))
	return p, ghost
}

func ghostPostID(n int) string { return fmt.Sprintf("%024x", n) }

// A site without hooks: aloud asks, by command and by itself.
func TestReconcile(t *testing.T) {
	p, ghost := openWithGhost(t, 2)
	var results []reconciled
	decode := func(out string) {
		t.Helper()
		if err := json.Unmarshal([]byte(out), &results); err != nil {
			t.Fatal(err)
		}
	}
	decode(p.must("reconcile", "--dry-run", "--json"))
	if len(results) != 1 || results[0].Missed != 2 || results[0].Findings[0].Done != "would be accepted" || results[0].Listed != 3 {
		t.Errorf("dry run: %+v", results)
	}
	if out := p.must("list"); strings.Contains(out, "ferry") {
		t.Errorf("a dry run took articles up:\n%s", out)
	}
	if out := p.must("reconcile"); !strings.Contains(out, "missed") || !strings.Contains(out, "accepted") || !strings.Contains(out, "The ferry 1") {
		t.Errorf("prints\n%s", out)
	}
	if out := p.must("status"); !strings.Contains(out, "lists 3, missed 2") {
		t.Errorf("status:\n%s", out)
	}
	p.start("up")
	for i := range 2 {
		if a := p.await(ghostPostID(i)); a.Narration == nil {
			t.Errorf("%+v", a)
		}
	}
	ghost.Delete(ghostPostID(0))
	for deadline := time.Now().Add(time.Minute); p.await(ghostPostID(0)).Narration != nil; {
		if time.Now().After(deadline) {
			t.Fatal("what was deleted is audible")
		}
	}
	ghost.Lie(sourcetest.Failing)
	if _, talk, code := p.aloud("reconcile"); code != 1 || !strings.Contains(talk, "ghost could not be polled") {
		t.Errorf("exit code %d\n%s", code, talk)
	}
	for _, wrong := range [][]string{{"--since", "May"}, {"--source", "feed"}, {"--site", "other"}, {"x"}} {
		if _, talk, code := p.aloud(append([]string{"reconcile"}, wrong...)...); code != 2 {
			t.Errorf("%v: exit code %d\n%s", wrong, code, talk)
		}
	}
}
