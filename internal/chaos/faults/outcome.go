package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/aloud-audio/aloud/internal/library"
)

// outcome is the state of an article as aloud list shows it.
func (a archive) outcome(s *story) (library.State, error) {
	var o library.Outcome
	body, err := os.ReadFile(filepath.Join(a.folder, "private", "sites", s.site, "outcomes", s.id+".json"))
	if os.IsNotExist(err) {
		return library.Accepted, nil
	}
	if err != nil {
		return "", err
	}
	return o.State, json.Unmarshal(body, &o)
}

// isParked reports whether an article waits for the poor site's budget and has the state parked.
// Meanwhile an older revision may be public, or none.
func (r *run) isParked(s *story) bool {
	state, err := r.archive.outcome(s)
	return s.site == poorSite && s.wanted() != none && err == nil && state == library.Parked
}

// judgeOutcome compares the listed state of a correct article with the model. The worker may still
// have to write it.
func (r *run) judgeOutcome(s *story) (verdict, string) {
	want := library.Published
	switch {
	case s.wanted() == none:
		want = library.Removed
	case r.isParked(s):
		want = library.Parked
	}
	state, err := r.archive.outcome(s)
	if err != nil || state != want {
		return untold, fmt.Sprintf("its state is %q in the end, not %q, %v", state, want, err)
	}
	return "", ""
}
