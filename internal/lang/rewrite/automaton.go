package rewrite

import (
	"encoding/binary"
	"regexp/syntax"
	"slices"
	"sync"
	"sync/atomic"
	"unicode/utf8"
)

// automaton reads text as a pattern does, but without groups, and takes every anchor and \b to
// hold. So it finds at the cost of a few table look-ups where no match can begin, and how far one
// can go. Its states are made when a text first leads to them. It is safe for concurrent use.
type automaton struct {
	program *syntax.Prog
	matched map[uint32]int // by instruction: which of several patterns ends there; nil: there is one
	most    int            // states
	start   *state
	mu      sync.Mutex
	states  map[string]*state // by their instructions
}

// state is what a match may read next.
type state struct {
	reads  []uint32 // instructions, in order
	ends   bool     // the match may end here
	ended  []int    // of several patterns: those that may
	behind [tabled / 64]atomic.Pointer[page]
}

// page has the states behind 64 characters; nil: not made yet.
type page [64]atomic.Pointer[state]

// mostStates bounds the memory of a pattern that counts long repetitions.
const mostStates = 512

func newAutomaton(program *syntax.Prog, reads []uint32) *automaton {
	a := &automaton{program: program, most: mostStates, states: map[string]*state{}}
	a.start = a.state(reads)
	return a
}

// reach returns how many bytes at the start of text a match there can depend on: those that it may
// read and the character behind them. 0: no match begins there.
func (a *automaton) reach(text string) (reach int) {
	s := a.start
	for i, r := range text {
		if s = a.step(s, r); s == nil {
			return len(text)
		}
		if s.ends {
			reach = len(text)
		} else if len(s.reads) == 0 {
			return min(reach, i+utf8.UTFMax)
		}
	}
	return reach
}

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

// tabled is the number of characters whose next state is kept: those below quick, the alphabets of
// most texts, Latin to Arabic, and the punctuation and signs from U+2000.
const quick, tabled, signs = 0x700, quick + 0x180, 0x2000

func column(r rune) (i int, ok bool) {
	if r >= signs {
		r = r - signs + quick
		return int(r), r < tabled
	}
	return int(r), r < quick
}

// follow finds the state behind a character by the pattern's instructions.
func (a *automaton) follow(s *state, r rune) *state {
	var next []uint32
	seen := map[uint32]bool{}
	for _, at := range s.reads {
		if inst := &a.program.Inst[at]; inst.MatchRune(r) {
			next = append(next, collect(a.program, inst.Out, seen)...)
		}
	}
	return a.state(next)
}

// state returns the state with these instructions, or nil if there are too many.
func (a *automaton) state(reads []uint32) *state {
	slices.Sort(reads)
	var key []byte
	for _, at := range reads {
		key = binary.AppendUvarint(key, uint64(at))
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	s := a.states[string(key)]
	if s == nil && len(a.states) < a.most {
		s = &state{}
		for _, at := range reads {
			if a.program.Inst[at].Op == syntax.InstMatch {
				s.ends = true
				if a.matched != nil {
					s.ended = append(s.ended, a.matched[at])
				}
			} else {
				s.reads = append(s.reads, at)
			}
		}
		a.states[string(key)] = s
	}
	return s
}
