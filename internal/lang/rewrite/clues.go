package rewrite

import "regexp/syntax"

// clues are facts about all matches of a pattern, found without trying it.
type clues struct {
	word    bool // the pattern begins with \b
	numeric bool // it begins with a figure
	*automaton
}

func newClues(pattern string) clues {
	tree := parse(pattern)
	program := compile(tree)
	reads := collect(program, uint32(program.Start), map[uint32]bool{})
	return clues{word: beginsWithBoundary(tree), numeric: readFigures(program, reads), automaton: newAutomaton(program, reads)}
}

// readFigures reports whether instructions read a figure and nothing else.
func readFigures(program *syntax.Prog, reads []uint32) bool {
	for _, at := range reads {
		inst := &program.Inst[at]
		if inst.Op == syntax.InstMatch || inst.Rune[0] < '0' || inst.Rune[len(inst.Rune)-1] > '9' {
			return false
		}
	}
	return true
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

func beginsWithBoundary(tree *syntax.Regexp) bool {
	switch tree.Op {
	case syntax.OpWordBoundary:
		return true
	case syntax.OpConcat, syntax.OpCapture:
		return beginsWithBoundary(tree.Sub[0])
	}
	return false
}
