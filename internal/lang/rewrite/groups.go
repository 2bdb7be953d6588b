package rewrite

import (
	"regexp/syntax"
	"unicode/utf8"
)

// groups matches a pattern at one position and captures its groups, with the results of package
// regexp. It is made for long patterns and short texts. regexp runs all alternatives of a long
// pattern at once, which costs microseconds per character. groups tries them in turn, and none of
// them twice at one character.
type groups struct {
	program *syntax.Prog
	names   []string // 0 is the whole match
	forks   []int    // by instruction: index of the fork
	count   int      // number of forks
}

func newGroups(tree *syntax.Regexp, program *syntax.Prog) *groups {
	g := &groups{program: program, names: tree.CapNames(), forks: make([]int, len(program.Inst))}
	for i, inst := range program.Inst {
		if inst.Op == syntax.InstAlt || inst.Op == syntax.InstAltMatch {
			g.forks[i] = g.count
			g.count++
		}
	}
	return g
}

// at returns the match at a position in text (byte offsets of the groups), or nil. It is valid
// until the trial's next match.
func (g *groups) at(t *trial, text string, place int) []int {
	t.begin(g, text, place)
	if !t.goesOn(uint32(g.program.Start), place) {
		return nil
	}
	return t.found
}

// trial is a search for a match at one position. One goroutine at a time can reuse it.
type trial struct {
	*groups
	text   string
	place  int
	failed []uint64 // bit set by character and fork: leads to no match
	found  []int
}

func (t *trial) begin(g *groups, text string, place int) {
	t.groups, t.text, t.place = g, text, place
	const bits = 64
	words := g.count*(len(text)-place+1)/bits + 1
	if cap(t.failed) < words {
		t.failed = make([]uint64, words)
	}
	t.failed = t.failed[:words]
	clear(t.failed)
	t.found = t.found[:0]
	for range 2 * len(g.names) {
		t.found = append(t.found, -1)
	}
	t.found[0] = place
}

// goesOn reports whether the text from byte i on matches from an instruction on. If it does, found
// holds the groups.
func (t *trial) goesOn(at uint32, i int) bool {
	for {
		switch inst := &t.program.Inst[at]; inst.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			if t.isKnown(at, i) {
				return false
			}
			if t.goesOn(inst.Out, i) {
				return true
			}
			at = inst.Arg
		case syntax.InstCapture:
			return t.captures(inst, i)
		case syntax.InstMatch:
			t.found[1] = i
			return true
		case syntax.InstFail:
			return false
		case syntax.InstNop:
			at = inst.Out
		case syntax.InstEmptyWidth:
			if syntax.EmptyOp(inst.Arg)&^t.anchors(i) != 0 {
				return false
			}
			at = inst.Out
		default:
			r, size := utf8.DecodeRuneInString(t.text[i:])
			if size == 0 || !inst.MatchRune(r) {
				return false
			}
			at, i = inst.Out, i+size
		}
	}
}

// isKnown reports whether a fork was already tried, without success, at a byte.
func (t *trial) isKnown(fork uint32, i int) bool {
	bit := (i-t.place)*t.count + t.forks[fork]
	word, mask := &t.failed[bit/64], uint64(1)<<(bit%64)
	known := *word&mask != 0
	*word |= mask
	return known
}

// captures is goesOn after an instruction that records the edge of a group.
func (t *trial) captures(inst *syntax.Inst, i int) bool {
	edge := &t.found[inst.Arg]
	before := *edge
	*edge = i
	if t.goesOn(inst.Out, i) {
		return true
	}
	*edge = before
	return false
}

// anchors returns the anchors that hold at a byte.
func (t *trial) anchors(i int) syntax.EmptyOp {
	const none rune = -1
	before, after := none, none
	if i > 0 {
		before, _ = utf8.DecodeLastRuneInString(t.text[:i])
	}
	if i < len(t.text) {
		after, _ = utf8.DecodeRuneInString(t.text[i:])
	}
	return syntax.EmptyOpContext(before, after)
}
