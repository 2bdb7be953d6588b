package rewrite

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// Edge is a pattern of what stands at an edge of a text. An automaton reads from that edge first,
// so that most texts without it cost a few table look-ups, where regexp would search all of the
// text for what stands at its end. It is safe for concurrent use.
type Edge struct {
	pattern func() *regexp.Regexp
	quick   func() *automaton
	read    func(text string) (r rune, size int) // the next character from the edge
	rest    func(text string, size int) string
}

// AtStart is the edge for a pattern at the start of a text.
func AtStart(pattern string) *Edge {
	return &Edge{
		lazyregexp.New(`^(?:` + pattern + `)`),
		sync.OnceValue(func() *automaton { return edgeAutomaton(pattern, false) }),
		utf8.DecodeRuneInString,
		func(text string, size int) string { return text[size:] },
	}
}

// AtEnd is the edge for a pattern at the end of a text.
func AtEnd(pattern string) *Edge {
	return &Edge{
		lazyregexp.New(`(?:` + pattern + `)$`),
		sync.OnceValue(func() *automaton { return edgeAutomaton(pattern, true) }),
		utf8.DecodeLastRuneInString,
		func(text string, size int) string { return text[:len(text)-size] },
	}
}

// In reports whether the pattern matches at its edge of text.
func (e *Edge) In(text string) bool { return e.may(text) && e.pattern().MatchString(text) }

func (e *Edge) may(text string) bool {
	a := e.quick()
	for s := a.start; ; {
		if s == nil || s.ends {
			return true
		}
		if text == "" || len(s.reads) == 0 {
			return false
		}
		r, size := e.read(text)
		s, text = a.step(s, r), e.rest(text, size)
	}
}

func edgeAutomaton(pattern string, backwards bool) *automaton {
	tree, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		panic(err) // as lazyregexp does
	}
	if backwards {
		reverse(tree)
	}
	program, err := syntax.Compile(tree.Simplify())
	if err != nil {
		panic(err)
	}
	return newAutomaton(program, collect(program, uint32(program.Start), map[uint32]bool{}))
}

// reverse makes a pattern of what it matches, read backwards.
func reverse(tree *syntax.Regexp) {
	switch tree.Op {
	case syntax.OpLiteral:
		tree.Rune = slices.Clone(tree.Rune) // it may share them
		slices.Reverse(tree.Rune)
	case syntax.OpConcat:
		slices.Reverse(tree.Sub)
	}
	for _, sub := range tree.Sub {
		reverse(sub)
	}
}
