package rewrite

import (
	"encoding/binary"
	"regexp/syntax"
	"slices"
	"sync"
	"sync/atomic"
	"unicode/utf8"
)

// automaton matches patterns without capturing groups. It treats anchors that it does not know as
// true. At the cost of a few table look-ups, it tells which patterns may match. It creates its
// states on demand. It is safe for concurrent use.
type automaton struct {
	program *syntax.Prog
	owners  []int  // pattern by the instruction that ends its match; nil: there is one pattern
	beyond  []bool // by instruction: whether the match may have ended before it; nil: no
	most    int    // maximum number of states
	known   syntax.EmptyOp
	start   [2]*state // after a non-word character, and after a word character
	mu      sync.Mutex
	states  map[string]*state // by their content
	visits  visits
	room    room
	rare    int // number of cached steps in the states' rare
}

// room is scratch memory in which follow assembles a state before it knows whether the state
// exists.
type room struct {
	now, next []uint32
	ended     []int
	key       []byte
}

// state is the set of instructions that matches have reached.
type state struct {
	word   bool     // whether the last character is a word character in the sense of \b
	ended  []int    // the patterns that may match the text before the last character
	reads  []uint32 // sorted instructions that read a character, end a match, or wait for \b or \B
	open   []int    // the patterns that may match the text up to the last character, whatever follows
	behind [tabled/64 + 1]atomic.Pointer[page]
	rare   map[rune]*state // next states for characters that have no column; guarded by the automaton
}

// mostRare limits the cached steps for characters without a column. A Chinese text or one full of
// emoji repeats them.
const mostRare = 1 << 14

// page has the next states for 64 characters; nil: not computed yet.
type page [64]atomic.Pointer[state]

// mostOfOne and mostJoint limit the states of one pattern and of several joined patterns. They
// bound the memory for long counted repetitions.
const mostOfOne, mostJoint = 512, 4096

// boundaries are the anchors that every automaton evaluates.
const boundaries = syntax.EmptyWordBoundary | syntax.EmptyNoWordBoundary

// newAutomaton returns an automaton for the patterns that start at the given instructions of a
// program. far is the anchor that holds at the end of the input; 0: unknown.
func newAutomaton(program *syntax.Prog, starts []uint32, owners []int, most int, far syntax.EmptyOp) *automaton {
	a := &automaton{program: program, owners: owners, most: most, known: boundaries | far, states: map[string]*state{}, visits: visits{last: make([]int, len(program.Inst))}}
	var reads []uint32
	a.visits.begin()
	for _, at := range starts {
		reads = a.collect(reads, at, 0)
	}
	for word := range a.start {
		a.start[word] = a.state(word == 1, nil, reads)
	}
	return a
}

// startBehind returns the start state at a position in a text.
func (a *automaton) startBehind(text string, at int) *state {
	if at > 0 && isASCIIWord(text[at-1]) {
		return a.start[1]
	}
	return a.start[0]
}

// textEnd stands for the end of the text.
const textEnd rune = utf8.MaxRune + 1

// step returns the state after a character, or nil if there are too many states.
func (a *automaton) step(s *state, r rune) *state {
	i, ok := column(r)
	if !ok {
		return a.follow(s, r)
	}
	p := s.behind[i/64].Load()
	if p == nil {
		s.behind[i/64].CompareAndSwap(nil, new(page))
		p = s.behind[i/64].Load()
	}
	next := p[i%64].Load()
	if next == nil {
		next = a.follow(s, r)
		p[i%64].Store(next)
	}
	return next
}

// tabled is the number of characters that have a column: the alphabets of most texts, Latin to
// Arabic, and the punctuation, signs, arrows and mathematical operators from U+2000 to U+22FF. The
// end of the text has a column too.
const alphabets, tabled, signs = 0x700, alphabets + 0x300, 0x2000

func column(r rune) (i int, ok bool) {
	switch {
	case r < alphabets:
		return int(r), true
	case r == textEnd:
		return tabled, true
	}
	r = r - signs + alphabets
	return int(r), alphabets <= r && r < tabled
}

// follow computes the state after a character from the instructions.
func (a *automaton) follow(s *state, r rune) *state {
	a.mu.Lock()
	defer a.mu.Unlock()
	if next, known := s.rare[r]; known {
		return next
	}
	next := a.find(s, r)
	if _, ok := column(r); !ok && a.rare < mostRare {
		a.rare++
		if s.rare == nil {
			s.rare = map[rune]*state{}
		}
		s.rare[r] = next
	}
	return next
}

// find is follow for a step that is not cached.
func (a *automaton) find(s *state, r rune) *state {
	word, edge := r < utf8.RuneSelf && isASCIIWord(byte(r)), syntax.EmptyNoWordBoundary
	if word != s.word {
		edge = syntax.EmptyWordBoundary
	}
	if r == textEnd {
		edge |= a.known &^ boundaries
	}
	now, next, ended := a.room.now[:0], a.room.next[:0], a.room.ended[:0]
	a.visits.begin()
	for _, at := range s.reads {
		if a.program.Inst[at].Op == syntax.InstEmptyWidth {
			now = a.collect(now, at, edge)
		} else {
			now = append(now, at) // may contain duplicates
		}
	}
	a.visits.begin()
	for _, at := range now {
		switch inst := &a.program.Inst[at]; {
		case inst.Op == syntax.InstMatch:
			ended = append(ended, a.owner(at))
		case r != textEnd && reads(inst, r):
			next = a.collect(next, inst.Out, 0)
		}
	}
	a.room.now, a.room.next, a.room.ended = now, next, ended
	return a.state(word, ended, next)
}

// reads reports whether an instruction matches a character. Most match exactly one.
func reads(inst *syntax.Inst, r rune) bool {
	if inst.Op == syntax.InstRune1 {
		return inst.Rune[0] == r
	}
	return inst.MatchRune(r)
}

// isExact reports whether the automaton evaluates all anchors of its patterns.
func (a *automaton) isExact() bool {
	for i := range a.program.Inst {
		if inst := &a.program.Inst[i]; inst.Op == syntax.InstEmptyWidth && syntax.EmptyOp(inst.Arg)&^a.known != 0 {
			return false
		}
	}
	return true
}

func (a *automaton) owner(at uint32) int {
	if a.owners == nil {
		return 0
	}
	return a.owners[at]
}

// collect adds the instructions that are reachable from one and that read a character or end a
// match. edge has the anchors that hold there. If it is 0, they are not known yet, and an
// instruction that needs one is added itself.
func (a *automaton) collect(to []uint32, at uint32, edge syntax.EmptyOp) []uint32 {
	if !a.visits.isFirst(at) {
		return to
	}
	switch inst := &a.program.Inst[at]; inst.Op {
	case syntax.InstAlt, syntax.InstAltMatch:
		return a.collect(a.collect(to, inst.Out, edge), inst.Arg, edge)
	case syntax.InstCapture, syntax.InstNop:
		return a.collect(to, inst.Out, edge)
	case syntax.InstEmptyWidth:
		asked := syntax.EmptyOp(inst.Arg) & a.known
		switch {
		case asked&^edge == 0:
			return a.collect(to, inst.Out, edge)
		case edge != 0:
			return to
		}
	}
	return append(to, at)
}

// state returns the state with this content, or nil if there are too many states. It keeps neither
// slice.
func (a *automaton) state(word bool, ended []int, reads []uint32) *state {
	slices.Sort(reads)
	slices.Sort(ended)
	ended = slices.Compact(ended)
	head := 2 * len(ended) // the lowest bit is word
	if word {
		head++
	}
	key := binary.AppendUvarint(a.room.key[:0], uint64(head))
	for _, owner := range ended {
		key = binary.AppendUvarint(key, uint64(owner))
	}
	for _, at := range reads {
		key = binary.AppendUvarint(key, uint64(at))
	}
	a.room.key = key
	s := a.states[string(key)]
	if s == nil && len(a.states) < a.most {
		s = &state{word: word, ended: slices.Clone(ended), open: a.open(reads), reads: slices.Clone(reads)}
		a.states[string(key)] = s
	}
	return s
}

// open returns the patterns whose match ends here, or does so if an anchor holds, or ended before.
func (a *automaton) open(reads []uint32) []int {
	var open []int
	for _, at := range reads {
		if op := a.program.Inst[at].Op; op == syntax.InstMatch || op == syntax.InstEmptyWidth || a.beyond != nil && a.beyond[at] {
			open = append(open, a.owner(at))
		}
	}
	slices.Sort(open)
	return slices.Compact(open)
}

// visits records which instructions a walk through a program has reached.
type visits struct {
	walk int
	last []int // by instruction: the last walk that reached it
}

func (v *visits) begin() { v.walk++ }

func (v *visits) isFirst(at uint32) bool {
	first := v.last[at] != v.walk
	v.last[at] = v.walk
	return first
}
