package rewrite

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// Edge is a pattern that is matched at the start or the end of a text. An automaton reads from that
// edge, at the cost of a few table look-ups; package regexp would search the whole text for a match
// at its end. regexp is used only if the automaton cannot decide. It is safe for concurrent use.
type Edge struct {
	source  func() string // the pattern
	pattern func() *regexp.Regexp
	quick   func() quick
	next    func(text string) (r rune, rest string) // the next character from the edge
}

// AtStart returns an Edge that matches a pattern at the start of a text.
func AtStart(pattern string) *Edge { return AtStartOf(func() string { return pattern }) }

// AtStartOf is AtStart for a pattern that is built on first use.
func AtStartOf(pattern func() string) *Edge {
	pattern = sync.OnceValue(pattern)
	return &Edge{
		source:  pattern,
		pattern: lazyregexp.Build(func() string { return `^(?:` + pattern() + `)` }),
		quick:   sync.OnceValue(func() quick { return newQuick(parse(pattern()), 0, syntax.EmptyEndText) }),
		next: func(text string) (rune, string) {
			r, size := utf8.DecodeRuneInString(text)
			return r, text[size:]
		},
	}
}

// AtEnd returns an Edge that matches a pattern at the end of a text.
func AtEnd(pattern string) *Edge {
	return &Edge{
		source:  func() string { return pattern },
		pattern: lazyregexp.New(`(?:` + pattern + `)$`),
		quick: sync.OnceValue(func() quick {
			tree := parse(pattern)
			reach := reachOf(tree)
			return newQuick(reversed(tree), reach, syntax.EmptyBeginText)
		}),
		next: func(text string) (rune, string) {
			r, size := utf8.DecodeLastRuneInString(text)
			return r, text[:len(text)-size]
		},
	}
}

// In reports whether the pattern matches at its edge of text. At the end of a text, an unbounded
// repetition sees only 32 bytes.
func (e *Edge) In(text string) bool {
	a := e.quick()
	if a.reach > 0 {
		text = tail(text, a.reach)
	}
	found, sure := e.read(a, text)
	return found && (sure || e.pattern().MatchString(text))
}

// read runs the automaton over a text from the edge. If sure is false, found is only a guess.
func (e *Edge) read(a quick, text string) (found, sure bool) {
	for s := a.start[0]; ; {
		r, rest := textEnd, ""
		if text != "" {
			r, rest = e.next(text)
		}
		if s = a.step(s, r); s == nil {
			return true, false
		}
		if len(s.ended) > 0 {
			return true, a.exact
		}
		if r == textEnd || len(s.reads) == 0 {
			return false, true
		}
		text = rest
	}
}

// quick is the automaton of an edge's pattern.
type quick struct {
	*automaton
	exact bool
	reach int // bytes from the edge that a match can depend on; 0: all of the text
}

// newQuick returns the automaton of a pattern; far is the anchor at the other end of the text.
func newQuick(tree *syntax.Regexp, reach int, far syntax.EmptyOp) quick {
	program := compile(tree)
	a := newAutomaton(program, []uint32{uint32(program.Start)}, nil, mostOfOne, far)
	return quick{a, a.isExact(), reach}
}

func parse(pattern string) *syntax.Regexp {
	tree, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		panic(err) // as lazyregexp does
	}
	return tree
}

func compile(tree *syntax.Regexp) *syntax.Prog {
	program, err := syntax.Compile(tree.Simplify())
	if err != nil {
		panic(err)
	}
	return program
}

// reversed changes a pattern so that it matches the reversed text.
func reversed(tree *syntax.Regexp) *syntax.Regexp {
	switch tree.Op {
	case syntax.OpLiteral:
		tree.Rune = slices.Clone(tree.Rune) // the slice may be shared
		slices.Reverse(tree.Rune)
	case syntax.OpConcat:
		slices.Reverse(tree.Sub)
	}
	for _, sub := range tree.Sub {
		reversed(sub)
	}
	return tree
}
