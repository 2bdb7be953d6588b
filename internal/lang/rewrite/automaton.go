package rewrite

import (
	"encoding/binary"
	"regexp/syntax"
	"slices"
	"sync"
	"sync/atomic"
	"unicode/utf8"
)

// automaton reads text as patterns do, but without groups, and takes the anchors to hold that it
// does not know. So it finds at the cost of a few table look-ups which of them may match. Its
// states are made when a text first leads to them. It is safe for concurrent use.
type automaton struct {
	program *syntax.Prog
	owners  []int // by instruction that ends a match: whose it is; nil: there is one pattern
	most    int   // states
	known   syntax.EmptyOp
	start   [2]*state // behind what is no letter of a word, and behind one
	mu      sync.Mutex
	states  map[string]*state // by what they are made of
	visits  visits
	room    room
	rare    int // steps that are kept in states' rare
}

// room is the memory in which follow makes what a state is made of, before it is known whether
// there is one.
type room struct {
	now, next []uint32
	ended     []int
	key       []byte
}

// state is what matches may read next.
type state struct {
	word   bool     // the last character was one of a word, as \b has it
	ended  []int    // the patterns that may match up to the last character, without it
	reads  []uint32 // instructions, in order: those that read, end a match, or wait for \b and \B to be known
	behind [tabled/64 + 1]atomic.Pointer[page]
	rare   map[rune]*state // behind characters that have no column; guarded by the automaton
}

// mostRare is how many steps over characters without a column an automaton keeps: a text in Chinese
// or full of emoji takes the same ones again and again.
const mostRare = 1 << 14

// page has the states behind 64 characters; nil: not made yet.
type page [64]atomic.Pointer[state]

// The numbers of states bound the memory of a pattern that counts long repetitions, and of many
// patterns together.
const mostOfOne, mostJoint = 512, 4096

// boundaries are the anchors that every automaton knows.
const boundaries = syntax.EmptyWordBoundary | syntax.EmptyNoWordBoundary

// newAutomaton returns an automaton of the patterns that start at some instructions of a program.
// far is the anchor that holds at the end of what is read; 0: it is not known.
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

// startBehind is the state at a place in a text.
func (a *automaton) startBehind(text string, at int) *state {
	if at > 0 && isASCIIWord(text[at-1]) {
		return a.start[1]
	}
	return a.start[0]
}

// textEnd is what is read behind the last character of a text.
const textEnd rune = utf8.MaxRune + 1

// step returns the state behind a character, or nil if there are too many states.
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

// tabled is the number of characters whose next state is kept, besides the end of the text: the
// alphabets of most texts, Latin to Arabic, and the punctuation, signs, arrows and mathematical
// operators from U+2000 to U+22FF.
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

// follow finds the state behind a character by the instructions.
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

// find is follow for a character that has not been read in this state.
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
			now = append(now, at) // some may come twice
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

// reads reports whether an instruction reads a character. Most read one alone.
func reads(inst *syntax.Inst, r rune) bool {
	if inst.Op == syntax.InstRune1 {
		return inst.Rune[0] == r
	}
	return inst.MatchRune(r)
}

// isExact reports whether the automaton knows all anchors of its patterns.
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

// collect adds the instructions that the program comes to from one: those that read a character or
// end a match. edge has the anchors that hold there; if that is not known yet, 0, an instruction
// that asks for one is added itself.
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

// state returns the state with these parts, or nil if there are too many. It keeps none of them.
func (a *automaton) state(word bool, ended []int, reads []uint32) *state {
	slices.Sort(reads)
	slices.Sort(ended)
	ended = slices.Compact(ended)
	head := 2 * len(ended) // its lowest bit is word
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
		s = &state{word: word, ended: slices.Clone(ended), reads: slices.Clone(reads)}
		a.states[string(key)] = s
	}
	return s
}

// visits tells which instructions a walk through a program has come to.
type visits struct {
	walk int
	last []int // by instruction: the last walk that came to it
}

func (v *visits) begin() { v.walk++ }

func (v *visits) isFirst(at uint32) bool {
	first := v.last[at] != v.walk
	v.last[at] = v.walk
	return first
}
