package main

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/chaos/rig"
)

// limit is how long after the answer to a removal the article may still be readable.
const limit = 2 * time.Second

// story is the model of one article: its texts, what may be public when, and what must be public in
// the end.
type story struct {
	site, id string

	mu     sync.Mutex
	texts  []text // by revision
	spans  []span
	latest int // the revision that the CMS shows to everybody; none if there is none
	held   bool
	events []string // for people, if something is wrong
}

const none = -1

// span is a time in which a revision may be public. Without an end it is still open. An end that
// only a process has in memory is void when the process has ended.
type span struct {
	revision    int
	from, until time.Time
	keeper      *rig.Process // nil: the end is recorded
}

func (sp span) over() bool { return !sp.until.IsZero() && (sp.keeper == nil || !sp.keeper.Ended()) }

// revise adds a revision, which may be public from now on unless the article is held.
func (s *story) revise(t text) (revision int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.texts = append(s.texts, t)
	s.latest = len(s.texts) - 1
	s.note("revision %d is sent", s.latest)
	if !s.held {
		s.permit(s.latest)
	}
	return s.latest
}

// permit begins a span.
func (s *story) permit(revision int) {
	s.spans = append(s.spans, span{revision: revision, from: time.Now()})
}

// forbid ends all spans, because a removal was answered. If it could not be stored yet, the process
// that answered keeps it in memory.
func (s *story) forbid(why action, keeper *rig.Process) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.note("%s is answered", why)
	s.end(keeper)
}

func (s *story) end(keeper *rig.Process) {
	until := time.Now().Add(limit)
	for i := range s.spans {
		sp := &s.spans[i]
		if !sp.over() {
			sp.until, sp.keeper = until, keeper
		}
		if keeper == nil {
			sp.keeper = nil
		}
	}
}

// remove records that the CMS wants nothing public.
func (s *story) remove() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.latest = none
}

// hold records that an admin removed the article, and that this was confirmed.
func (s *story) hold() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.held = true
	s.note("%s is done", hold)
	s.end(nil)
}

// release records that an admin is about to release the article.
func (s *story) release() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.held = false
	s.note("%s begins", release)
	if s.latest != none {
		s.permit(s.latest)
	}
}

// revisionOf returns the revision with a text, or none.
func (s *story) revisionOf(said text) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.IndexFunc(s.texts, func(t text) bool {
		return slices.EqualFunc(t, said, func(a, b string) bool { return letters(a) == letters(b) })
	})
}

// allows reports whether a revision might be public at some time since a look began.
func (s *story) allows(revision int, looked time.Time) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.ContainsFunc(s.spans, func(sp span) bool {
		return sp.revision == revision && (!sp.over() || looked.Before(sp.until))
	})
}

// wanted returns the revision that must be public in the end, or none.
func (s *story) wanted() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held {
		return none
	}
	return s.latest
}

// note logs an event with its time. The caller holds the lock.
func (s *story) note(format string, args ...any) {
	s.events = append(s.events, time.Now().Format("15:04:05.000 ")+fmt.Sprintf(format, args...))
}

// log is note for callers that do not hold the lock.
func (s *story) log(format string, args ...any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.note(format, args...)
}

func (s *story) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.site + "/" + s.id + "\n    " + strings.Join(s.events, "\n    ")
}

// says returns the text of a revision.
func (s *story) says(revision int) text {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.texts[revision]
}
