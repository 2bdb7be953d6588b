package rewrite

import "regexp/syntax"

// joint is a program made of the programs of many patterns.
type joint struct {
	syntax.Prog
	starts []uint32
	owners []int  // by instruction: the pattern
	beyond []bool // by instruction: as in automaton
}

// add appends the program of a pattern and returns where it starts.
func (j *joint) add(program *syntax.Prog, owner int, beyond bool) uint32 {
	offset := uint32(len(j.Inst))
	for _, inst := range program.Inst {
		if inst.Op == syntax.InstAlt || inst.Op == syntax.InstAltMatch {
			inst.Arg += offset
		}
		inst.Out += offset
		j.Inst, j.owners, j.beyond = append(j.Inst, inst), append(j.owners, owner), append(j.beyond, beyond)
	}
	return offset + uint32(program.Start)
}

// addBefore appends a program for the text after a match. The match of the pattern that was added
// last ends where it starts.
func (j *joint) addBefore(program *syntax.Prog, owner int) {
	end := len(j.Inst)
	start := j.add(program, owner, true)
	for i := end - 1; i >= 0 && j.owners[i] == owner; i-- {
		if j.Inst[i].Op == syntax.InstMatch {
			j.Inst[i] = syntax.Inst{Op: syntax.InstNop, Out: start}
		}
	}
}

// automaton returns the automaton of all patterns.
func (j *joint) automaton() *automaton {
	a := newAutomaton(&j.Prog, j.starts, j.owners, mostJoint, 0)
	a.beyond = j.beyond
	return a
}

// looksBack reports whether a program may need the character before the text from an instruction
// on.
func looksBack(program *syntax.Prog, at uint32, seen map[uint32]bool) bool {
	if seen[at] {
		return false
	}
	seen[at] = true
	const anchors = boundaries | syntax.EmptyBeginText | syntax.EmptyBeginLine
	switch inst := &program.Inst[at]; inst.Op {
	case syntax.InstAlt, syntax.InstAltMatch:
		return looksBack(program, inst.Out, seen) || looksBack(program, inst.Arg, seen)
	case syntax.InstEmptyWidth:
		return syntax.EmptyOp(inst.Arg)&anchors != 0 || looksBack(program, inst.Out, seen)
	case syntax.InstCapture, syntax.InstNop:
		return looksBack(program, inst.Out, seen)
	}
	return false
}
