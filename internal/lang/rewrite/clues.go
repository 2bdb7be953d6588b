package rewrite

import (
	"regexp/syntax"
	"unicode"
	"unicode/utf8"
)

// clues are facts about all matches of a pattern, found without trying it.
type clues struct {
	first   runeSet // what a match can begin with
	word    bool    // the pattern begins with \b
	numeric bool    // it begins with a figure
	literal string  // every match has it; "": unknown
	pairs   []uint16
	figured byteSet // what can stand behind the figures that a match begins with
	figures bool    // a match may end with them, so that anything can
	*automaton
}

// runeSet is a set of characters: the instructions of a compiled regexp that read one.
type runeSet struct {
	near   [quick / 64]uint64 // those below quick, as bits
	others []syntax.Inst
	bytes  byteSet // that their UTF-8 begins with
}

// quick is the end of the range that is looked up in a table: the alphabets of most texts, Latin to
// Arabic.
const quick = 0x700

func newClues(pattern string) clues {
	tree := parse(pattern)
	program := compile(tree)
	c := clues{word: beginsWithBoundary(tree), literal: literalOf(tree)}
	reads := collect(program, uint32(program.Start), map[uint32]bool{})
	c.first = newRuneSet(program, reads)
	c.numeric = c.first.bytes.isWithin(&figureBytes)
	c.pairs = pairsOf(c.literal)
	c.figured, c.figures = behindFigures(program, reads)
	c.automaton = newAutomaton(program, reads)
	return c
}

// behindFigures follows the program over figures from the instructions that read a first character:
// what it may read behind them, and whether the match may end there.
func behindFigures(program *syntax.Prog, reads []uint32) (behind byteSet, ends bool) {
	seen, next := map[uint32]bool{}, reads
	var all []uint32
	for len(next) > 0 {
		at := next[0]
		next = next[1:]
		inst := &program.Inst[at]
		if inst.Op == syntax.InstMatch || !readsFigure(inst) {
			continue
		}
		found := collect(program, inst.Out, seen)
		all, next = append(all, found...), append(next[:len(next):len(next)], found...)
	}
	for _, at := range all {
		ends = ends || program.Inst[at].Op == syntax.InstMatch
	}
	return newRuneSet(program, all).bytes, ends
}

func readsFigure(inst *syntax.Inst) bool {
	for r := '0'; r <= '9'; r++ {
		if inst.MatchRune(r) {
			return true
		}
	}
	return false
}

// collect follows the program from an instruction to those that read a first character or end the
// match.
func collect(program *syntax.Prog, at uint32, seen map[uint32]bool) []uint32 {
	if seen[at] {
		return nil
	}
	seen[at] = true
	switch inst := program.Inst[at]; inst.Op {
	case syntax.InstAlt, syntax.InstAltMatch:
		return append(collect(program, inst.Out, seen), collect(program, inst.Arg, seen)...)
	case syntax.InstCapture, syntax.InstEmptyWidth, syntax.InstNop:
		return collect(program, inst.Out, seen)
	}
	return []uint32{at}
}

func newRuneSet(program *syntax.Prog, reads []uint32) runeSet {
	var s runeSet
	for _, at := range reads {
		inst := program.Inst[at]
		if inst.Op != syntax.InstMatch {
			s.others = append(s.others, inst)
		}
	}
	for i := range s.others {
		s.addNear(&s.others[i])
	}
	return s
}

// addNear adds the characters that an instruction reads to the table.
func (s *runeSet) addNear(inst *syntax.Inst) {
	ranges := inst.Rune
	if len(ranges) > 1 {
		for i := 0; i < len(ranges); i += 2 {
			s.addRange(ranges[i], ranges[i+1])
		}
		return
	}
	s.addRange(ranges[0], ranges[0])
	if syntax.Flags(inst.Arg)&syntax.FoldCase == 0 {
		return
	}
	for r := unicode.SimpleFold(ranges[0]); r != ranges[0]; r = unicode.SimpleFold(r) {
		s.addRange(r, r)
	}
}

func (s *runeSet) addRange(from, to rune) {
	for r := from; r <= min(to, quick-1); r++ {
		s.near[r/64] |= 1 << (r % 64)
	}
	first, last := leadOf(from), leadOf(to)
	if from <= utf8.RuneError && utf8.RuneError <= to { // it stands for any byte of broken UTF-8
		first, last = min(first, utf8.RuneSelf), 0xFF
	}
	for b := int(first); b <= int(last); b++ {
		s.bytes.add(byte(b))
	}
}

// leadOf is the first byte of a character in UTF-8.
func leadOf(r rune) byte { return utf8.AppendRune(nil, r)[0] }

func (s *runeSet) has(r rune) bool {
	if uint32(r) < quick {
		return s.near[r/64]&(1<<(r%64)) != 0
	}
	return s.slow(r)
}

func (s *runeSet) slow(r rune) bool {
	for i := range s.others {
		if s.others[i].MatchRune(r) {
			return true
		}
	}
	return false
}

// byteSet says in bits which bytes a text has, or can begin with.
type byteSet [4]uint64

func bytesOf(text string) byteSet {
	var s byteSet
	for i := range len(text) {
		s.add(text[i])
	}
	return s
}

func (s *byteSet) add(b byte)      { s[b>>6] |= 1 << (b & 63) }
func (s *byteSet) has(b byte) bool { return s[b>>6]&(1<<(b&63)) != 0 }

func (s *byteSet) meets(other *byteSet) bool {
	return s[0]&other[0]|s[1]&other[1]|s[2]&other[2]|s[3]&other[3] != 0
}

func (s *byteSet) isWithin(other *byteSet) bool {
	return s[0]&^other[0]|s[1]&^other[1]|s[2]&^other[2]|s[3]&^other[3] == 0
}

var figureBytes = bytesOf("0123456789")

func beginsWithBoundary(tree *syntax.Regexp) bool {
	switch tree.Op {
	case syntax.OpWordBoundary:
		return true
	case syntax.OpConcat, syntax.OpCapture:
		return beginsWithBoundary(tree.Sub[0])
	}
	return false
}

// literalOf returns the longest text that every match has.
func literalOf(tree *syntax.Regexp) string {
	longest := ""
	switch tree.Op {
	case syntax.OpLiteral:
		if tree.Flags&syntax.FoldCase == 0 {
			return string(tree.Rune)
		}
	case syntax.OpCapture, syntax.OpPlus:
		return literalOf(tree.Sub[0])
	case syntax.OpRepeat:
		if tree.Min > 0 {
			return literalOf(tree.Sub[0])
		}
	case syntax.OpConcat:
		for _, sub := range tree.Sub {
			if text := literalOf(sub); len(text) > len(longest) {
				longest = text
			}
		}
	}
	return longest
}
