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
	rules []int
}

// candidate is a position where a rule may match.
type candidate struct {
	place int
	reach int // how many bytes from there the match can depend on; the usual number if it may be longer
}

// newUnion joins the programs of the rules whose matches begin at a kind of position.
func newUnion(finders []*finder, programs []*syntax.Prog, places kind) *union {
	u := &union{}
	size := 0
	for i, program := range programs {
		if finders[i].kind == places {
			size += len(program.Inst)
		}
	}
	joint, owners := &syntax.Prog{Inst: make([]syntax.Inst, 0, size)}, make([]int, 0, size)
	var starts []uint32
	for i, program := range programs {
		if finders[i].kind != places {
			continue
		}
		offset := uint32(len(joint.Inst))
		for _, inst := range program.Inst {
			if inst.Op == syntax.InstAlt || inst.Op == syntax.InstAltMatch {
				inst.Arg += offset
			}
			inst.Out += offset
			joint.Inst, owners = append(joint.Inst, inst), append(owners, i)
		}
		u.rules = append(u.rules, i)
		starts = append(starts, offset+uint32(program.Start))
	}
	u.automaton = newAutomaton(joint, starts, owners, mostJoint, 0)
	return u
}

// find adds each position in text to the candidates of the rules that may match there.
func (u *union) find(text string, places []int, t *trail, candidates [][]candidate) {
	if len(u.rules) == 0 {
		return
	}
	t.begin(text)
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
	s := u.startBehind(text, place)
	short := text[place:WholeRune(text, min(place+untracked, len(text)))]
	for i, r := range short {
		if s = u.step(s, r); s == nil {
			addAll(candidates, u.rules, candidate{place, usual})
			return
		}
		addAll(candidates, s.ended, candidate{place, i + utf8.UTFMax})
		if len(s.reads) == 0 {
			return
		}
	}
	end := WholeRune(text, min(place+usual, len(text)))
	u.goOn(s, text[:end], place+len(short), t, end == len(text))
	for _, e := range t.found {
		add(candidates, e.rule, candidate{place, min(e.end, end) - place})
	}
	t.finish()
}

// goOn continues a run at a byte of the text, and records in the trail what it finds.
func (u *union) goOn(s *state, text string, at int, t *trail, whole bool) {
	for at < len(text) {
		if earlier, ok := t.add(s, at); ok {
			t.join(earlier, at)
			return
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if s = u.step(s, r); s == nil {
			t.endsAt(u.rules, unknownEnd)
			return
		}
		t.endsAt(s.ended, at+utf8.UTFMax)
		if len(s.reads) == 0 {
			return
		}
		at += size
	}
	if !whole {
		t.endsAt(s.open, at) // a match that is still being read must have had an earlier possible end
		return
	}
	if s = u.step(s, textEnd); s == nil {
		t.endsAt(u.rules, unknownEnd)
		return
	}
	t.endsAt(s.ended, at)
}

func addAll(candidates [][]candidate, rules []int, c candidate) {
	for _, rule := range rules {
		add(candidates, rule, c)
	}
}

func add(candidates [][]candidate, rule int, c candidate) {
	known := candidates[rule]
	if last := len(known) - 1; last >= 0 && known[last].place == c.place {
		known[last].reach = c.reach
		return
	}
	candidates[rule] = append(known, c)
}
