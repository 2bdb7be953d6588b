package rewrite

import (
	"regexp/syntax"
	"slices"
)

// union is one automaton for the patterns of many rules. It reads the text at a place once, and
// tells which of the rules may match there. Each of them would have to read it otherwise.
type union struct {
	*automaton
	rules  []int    // by pattern
	begins []uint32 // the first instruction of each pattern, in order
}

// mostJoint bounds the memory of a union, of which a language has one for each kind of place.
const mostJoint = 4096

// newUnion joins the patterns of those of all rules whose matches begin at a kind of place.
func newUnion(all []prepared, places kind) *union {
	u := &union{}
	program, matched := &syntax.Prog{}, map[uint32]int{}
	var reads []uint32
	for i, r := range all {
		if r.kind != places {
			continue
		}
		offset := uint32(len(program.Inst))
		for at, inst := range r.program.Inst {
			switch inst.Op {
			case syntax.InstMatch:
				matched[offset+uint32(at)] = i
			case syntax.InstAlt, syntax.InstAltMatch:
				inst.Arg += offset
			}
			inst.Out += offset
			program.Inst = append(program.Inst, inst)
		}
		u.rules, u.begins = append(u.rules, i), append(u.begins, offset)
		reads = append(reads, collect(program, offset+uint32(r.program.Start), map[uint32]bool{})...)
	}
	u.automaton = &automaton{program: program, matched: matched, most: mostJoint, states: map[string]*state{}}
	u.start = u.state(reads)
	return u
}

// find adds each of the places in text to those of the rules that may match there.
func (u *union) find(text string, places []int, candidates [][]int) {
	for _, at := range places {
		u.at(text[at:min(at+usual, len(text))], func(rule int) {
			if known := candidates[rule]; len(known) == 0 || known[len(known)-1] != at {
				candidates[rule] = append(known, at)
			}
		})
	}
}

// at calls add with the rules that may match at the start of text; with some of them more than
// once.
func (u *union) at(text string, add func(rule int)) {
	s := u.start
	for _, r := range text {
		if s = u.step(s, r); s == nil {
			addAll(u.rules, add)
			return
		}
		addAll(s.ended, add)
		if len(s.reads) == 0 {
			return
		}
	}
	for _, at := range s.reads { // the match may go on
		i, begins := slices.BinarySearch(u.begins, at)
		if !begins {
			i--
		}
		add(u.rules[i])
	}
}

func addAll(rules []int, add func(rule int)) {
	for _, rule := range rules {
		add(rule)
	}
}
