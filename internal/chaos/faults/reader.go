package main

import (
	"context"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// reader continuously reads everything public, and reports what may not be.
type reader struct {
	run   *run
	files map[string]int // revision by story and file, as narrations have named them
}

const lookEvery = 200 * time.Millisecond

// watch reads until ctx ends.
func (r *reader) watch(ctx context.Context) {
	for sleep(ctx, lookEvery) {
		for _, s := range r.run.stories {
			r.look(s)
		}
		r.run.count("looks at the whole archive")
	}
}

func (r *reader) look(s *story) {
	found, err := r.run.archive.look(s)
	if err != nil {
		r.run.found(wrong, s, "cannot be read: %v", err)
		return
	}
	if found.narration != nil {
		r.read(s, found.at, found.narration)
	}
	for _, name := range found.files {
		revision, named := r.files[s.id+"/"+name]
		if named && !s.allows(revision, found.at) {
			r.run.found(leaked, s, "%s of revision %d is public", name, revision)
		}
	}
}

// read judges a narration that was public at a time or later.
func (r *reader) read(s *story, at time.Time, n *library.Narration) {
	revision := s.revisionOf(textIn(n))
	if revision == none {
		r.run.found(wrong, s, "the narration says what no revision says: %q", textIn(n))
		return
	}
	for _, name := range filesOf(n) {
		r.files[s.id+"/"+name] = revision
	}
	if !s.allows(revision, at) {
		r.run.found(leaked, s, "the narration of revision %d is public", revision)
	}
	if name := r.run.archive.missing(s, n); name != "" && r.stillPublic(s, n) {
		r.run.found(deadLink, s, "the narration of revision %d names %s, which is missing", revision, name)
	}
}

// stillPublic reports whether a narration still exists: a missing file after a take-down is not a
// dead link.
func (r *reader) stillPublic(s *story, n *library.Narration) bool {
	now, err := r.run.archive.narration(s)
	return err == nil && now != nil && now.Nonce == n.Nonce
}
