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
	words  int      // of a set of rules
}

// mostJoint bounds the memory of a union, of which a language has two.
const mostJoint = 4096

// newUnion joins the patterns of those of all rules that are picked.
func newUnion(all []prepared, picked func(*finder) bool) *union {
	u := &union{words: len(all)/64 + 1}
	program, matched := &syntax.Prog{}, map[uint32]int{}
	var reads []uint32
	for i, r := range all {
		if !picked(r.finder) {
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

// ruleSet says in bits which rules may match at a place; nil: any.
type ruleSet []uint64

func (s ruleSet) add(rule int)      { s[rule/64] |= 1 << (rule % 64) }
func (s ruleSet) has(rule int) bool { return s == nil || s[rule/64]&(1<<(rule%64)) != 0 }

// at returns the rules that may match at the start of text.
func (u *union) at(text string) ruleSet {
	set, s := make(ruleSet, u.words), u.start
	for _, r := range text {
		if s = u.step(s, r); s == nil {
			return nil
		}
		for _, rule := range s.ended {
			set.add(rule)
		}
		if len(s.reads) == 0 {
			return set
		}
	}
	for _, at := range s.reads { // the match may go on
		i, begins := slices.BinarySearch(u.begins, at)
		if !begins {
			i--
		}
		set.add(u.rules[i])
	}
	return set
}

// all returns the rules that may match at each of the places in text; the last is its end.
func (u *union) all(text string, places []int) []ruleSet {
	sets := make([]ruleSet, len(places))
	for i, at := range places[:len(places)-1] {
		sets[i] = u.at(text[at:min(at+usual, len(text))])
	}
	return sets
}
