package rewrite

import (
	"regexp/syntax"
	"slices"
	"unicode/utf8"
)

// union is one automaton for the patterns of many rules. It reads the text at a position once and
// reports which rules may match there. Otherwise each rule would have to read it.
type union struct {
	*automaton
	rules    []int
	followed []bool // by rule: whether the automaton also reads what must follow a match
}

// candidate is a position where a rule may match.
type candidate struct {
	place int
	reach int // how many bytes from there the match can depend on; the usual number if it may be longer
}

// newUnion joins the programs of the rules whose matches begin at a kind of position, and what the
// rules require of the text after a match.
func newUnion(rules []Rule, finders []*finder, programs []*syntax.Prog, places kind) *union {
	u := &union{followed: make([]bool, len(rules))}
	var joined joint
	for i, program := range programs {
		if finders[i].kind != places {
			continue
		}
		u.rules = append(u.rules, i)
		joined.starts = append(joined.starts, joined.add(program, i, false))
		if rules[i].Before == nil || !places.isWhole() {
			continue
		}
		if after := compile(parse(rules[i].Before.source())); !looksBack(after, uint32(after.Start), map[uint32]bool{}) {
			joined.addBefore(after, i)
			u.followed[i] = true
		}
	}
	u.automaton = joined.automaton()
	return u
}

// find adds each position in text to the candidates of the rules that may match there.
func (u *union) find(text string, places []int, t *trail, candidates [][]candidate) {
	if len(u.rules) == 0 {
		return
	}
	t.begin(len(text))
	for _, place := range slices.Backward(places) {
		u.at(text, place, t, candidates)
	}
	for _, rule := range u.rules {
		slices.Reverse(candidates[rule])
	}
}

// at adds a position to the candidates of the rules that may match there, with the last possible
// end of the match.
func (u *union) at(text string, place int, t *trail, candidates [][]candidate) {
	end := WholeRune(text, min(place+usual, len(text)))
	t.found = t.found[:0]
	if u.run(text[:end], place, t, end == len(text)) {
		t.store()
	}
	for _, e := range t.found {
		reach := end - place
		if !u.followed[e.rule] {
			reach = min(reach, e.end+utf8.UTFMax-place)
		}
		candidates[e.rule] = append(candidates[e.rule], candidate{place, reach})
	}
}

// run reads a text from a position, and reports whether it left a trail. whole tells that nothing
// follows the text.
func (u *union) run(text string, at int, t *trail, whole bool) (tracked bool) {
	s := u.startBehind(text, at)
	for place := at; at < len(text); {
		if tracked = at-place >= untracked; tracked {
			if earlier, ok := t.add(s, at); ok {
				t.join(earlier, at)
				return true
			}
		}
		r, size := rune(text[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		if s = u.step(s, r); s == nil {
			t.endsAt(u.rules, unknownEnd)
			return tracked
		}
		t.endsAt(s.ended, at)
		if len(s.reads) == 0 {
			return tracked
		}
		at += size
	}
	if !whole {
		t.endsAt(s.open, at) // a match that is still being read must have had an earlier possible end
		return tracked
	}
	if s = u.step(s, textEnd); s == nil {
		t.endsAt(u.rules, unknownEnd)
		return tracked
	}
	t.endsAt(s.ended, at)
	return tracked
}
