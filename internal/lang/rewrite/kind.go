package rewrite

import "regexp/syntax"

// kind classifies where the matches of a rule can begin. The narrower that is, the less text is
// read for the rule.
type kind int

const (
	anywhere kind = iota // but not within a number: no rule expands a part of one
	atEdge               // where \b matches
	atStart              // where a word or number can begin
	atNumber             // where a number begins
	kinds
)

// isWhole reports whether matches begin only where a word or number does.
func (k kind) isWhole() bool { return k == atStart || k == atNumber }

// kindOf returns where the matches of a pattern can begin. If whole is set, no match begins within
// a word.
func kindOf(tree *syntax.Regexp, program *syntax.Prog, whole bool) kind {
	switch {
	case readsFigures(program, uint32(program.Start), map[uint32]bool{}):
		return atNumber
	case whole:
		return atStart
	case beginsWithBoundary(tree):
		return atEdge
	}
	return anywhere
}

// readsFigures reports whether the first character that a program matches from an instruction is a
// digit.
func readsFigures(program *syntax.Prog, at uint32, seen map[uint32]bool) bool {
	if seen[at] {
		return true
	}
	seen[at] = true
	switch inst := &program.Inst[at]; inst.Op {
	case syntax.InstAlt, syntax.InstAltMatch:
		return readsFigures(program, inst.Out, seen) && readsFigures(program, inst.Arg, seen)
	case syntax.InstCapture, syntax.InstEmptyWidth, syntax.InstNop:
		return readsFigures(program, inst.Out, seen)
	case syntax.InstMatch:
		return false
	default:
		return '0' <= inst.Rune[0] && inst.Rune[len(inst.Rune)-1] <= '9'
	}
}

func beginsWithBoundary(tree *syntax.Regexp) bool {
	switch tree.Op {
	case syntax.OpWordBoundary:
		return true
	case syntax.OpConcat, syntax.OpCapture:
		return beginsWithBoundary(tree.Sub[0])
	}
	return false
}
