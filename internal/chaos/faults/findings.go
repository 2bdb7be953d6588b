package main

import (
	"fmt"
	"maps"
	"sync"
)

// verdict is a way to break a promise.
type verdict string

// The verdicts, in the order of the table.
const (
	lost     verdict = "lost"
	wrong    verdict = "wrong"
	leaked   verdict = "leaked"
	deadLink verdict = "dead links"
	twice    verdict = "bought twice"
	offBill  verdict = "off the record" // bought, and not on aloud's record; or the other way round
	passed   verdict = "budgets exceeded"
	untold   verdict = "wrong states" // in aloud list
	refused  verdict = "refused"      // a hook that is right
)

var verdicts = []verdict{lost, wrong, leaked, deadLink, twice, offBill, passed, untold, refused}

// finding is a broken promise.
type finding struct {
	verdict verdict
	story   *story // nil if it is of none
	what    string
}

// findings are what a run found. A promise that stays broken is one finding.
type findings struct {
	mu     sync.Mutex
	all    []finding
	known  map[string]bool
	counts map[string]int
}

func newFindings() *findings { return &findings{known: map[string]bool{}, counts: map[string]int{}} }

// found adds a finding, unless it is known.
func (f *findings) found(v verdict, s *story, format string, args ...any) {
	what := fmt.Sprintf(format, args...)
	f.mu.Lock()
	defer f.mu.Unlock()
	key := string(v) + what
	if s != nil {
		key += s.id
	}
	if f.known[key] {
		return
	}
	f.known[key] = true
	f.all = append(f.all, finding{v, s, what})
	if s != nil {
		s.log("%s: %s", v, what)
	}
}

// sum returns how often these actions happened.
func (f *findings) sum(what ...action) int {
	counts := f.counted()
	n := 0
	for _, a := range what {
		n += counts[string(a)]
	}
	return n
}

// count adds one to a count.
func (f *findings) count(what string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.counts[what]++
}

// counted returns all counts.
func (f *findings) counted() map[string]int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return maps.Clone(f.counts)
}

// broken returns how many articles broke a promise.
func (f *findings) broken(v verdict) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	stories := map[*story]bool{}
	n := 0
	for _, one := range f.all {
		if one.verdict != v || one.story != nil && stories[one.story] {
			continue
		}
		stories[one.story] = true
		n++
	}
	return n
}

// add adds n to a count.
func (f *findings) add(what string, n int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.counts[what] += n
}
