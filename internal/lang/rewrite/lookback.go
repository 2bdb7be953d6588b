package rewrite

import (
	"slices"
	"unicode/utf8"
)

// lookback is one automaton for what the rules require of the text before a match. It reads the
// end of that text once, backwards, and tells which rules need not be tried.
type lookback struct {
	*automaton
	edges []int // by rule: the index of its Edge; -1: it requires nothing, or its kind of position forbids a short cut
	all   []int // all indexes
}

// newLookback joins the Edges of the rules. finders tells where their matches begin.
func newLookback(rules []Rule, finders []*finder) *lookback {
	var programs joint
	l := &lookback{}
	known := map[*Edge]int{}
	for i, r := range rules {
		if r.Behind == nil || !finders[i].kind.isWhole() {
			l.edges = append(l.edges, -1)
			continue
		}
		at, ok := known[r.Behind]
		if !ok {
			at = len(known)
			known[r.Behind] = at
			l.all = append(l.all, at)
			programs.starts = append(programs.starts, programs.add(compile(reversed(parse(r.Behind.source()))), at, true))
		}
		l.edges = append(l.edges, at)
	}
	l.automaton = programs.automaton()
	return l
}

// filter removes the candidates of rules that the text before a position rules out.
func (l *lookback) filter(text string, t *trail, candidates [][]candidate) {
	l.look(text, t, candidates)
	for rule, edge := range l.edges {
		if edge < 0 {
			continue
		}
		candidates[rule] = slices.DeleteFunc(candidates[rule], func(c candidate) bool {
			at, _ := slices.BinarySearch(t.places, c.place)
			return !slices.ContainsFunc(t.runs[at], func(e ruleEnd) bool { return e.rule == edge })
		})
	}
}

// look reads the text before each candidate of a rule that requires something there. Afterwards
// runs has the Edges that may match, by place.
func (l *lookback) look(text string, t *trail, candidates [][]candidate) {
	t.places = t.places[:0]
	for rule, edge := range l.edges {
		if edge < 0 {
			continue
		}
		for _, c := range candidates[rule] {
			t.places = append(t.places, c.place)
		}
	}
	slices.Sort(t.places)
	t.places = slices.Compact(t.places)
	t.begin(0)
	for _, place := range t.places {
		t.found = t.found[:0]
		l.run(text[max(0, place-context):place], t)
		t.store()
	}
}

// decisive is how many bytes a lookback reads. What they do not rule out, it leaves to the Edge.
const decisive = 12

// run reads a text from its end.
func (l *lookback) run(text string, t *trail) {
	s := l.start[0]
	for read := 0; read < decisive; {
		r, size := textEnd, 0
		if text != "" {
			r, size = utf8.DecodeLastRuneInString(text)
		}
		if s = l.step(s, r); s == nil {
			t.endsAt(l.all, 0)
			return
		}
		t.endsAt(s.ended, 0)
		if r == textEnd || len(s.reads) == 0 {
			return
		}
		text, read = text[:len(text)-size], read+size
	}
	t.endsAt(s.open, 0)
}
