package rewrite

import (
	"regexp/syntax"
	"unicode/utf8"
)

// union is one automaton for the patterns of many rules. It reads the text at a place once, and
// tells which of the rules may match there. Each of them would have to read it otherwise.
type union struct {
	*automaton
	rules []int
}

// candidate is a place where a rule may match.
type candidate struct {
	place int
	reach int // so many bytes from there are all that the match can depend on; or the usual number, if it may go on
}

// newUnion joins those of the rules' programs whose matches begin at a kind of place.
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

// find adds each of the places in text to the candidates of the rules that may match there.
func (u *union) find(text string, places []int, candidates [][]candidate) {
	if len(u.rules) == 0 {
		return
	}
	for _, place := range places {
		u.at(text, place, candidates)
	}
}

// at adds a place to the candidates of the rules that may match there, with the last of the ends
// that a match may have.
func (u *union) at(text string, place int, candidates [][]candidate) {
	s := u.startBehind(text, place)
	part := text[place:WholeRune(text, min(place+usual, len(text)))]
	for i, r := range part {
		if s = u.step(s, r); s == nil {
			addAll(candidates, u.rules, candidate{place, len(part)})
			return
		}
		addAll(candidates, s.ended, candidate{place, i + utf8.UTFMax})
		if len(s.reads) == 0 {
			return
		}
	}
	if place+len(part) == len(text) {
		if s = u.step(s, textEnd); s == nil {
			addAll(candidates, u.rules, candidate{place, len(part)})
			return
		}
		addAll(candidates, s.ended, candidate{place, len(part)})
		return
	}
	for _, at := range s.reads { // no match is so long that it does not end once before here
		if op := u.program.Inst[at].Op; op == syntax.InstMatch || op == syntax.InstEmptyWidth {
			add(candidates, u.owner(at), candidate{place, len(part)})
		}
	}
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
