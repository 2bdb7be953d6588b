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
	near    func(text string) string                // as much of the text as a match can depend on
	next    func(text string) (r rune, rest string) // the next character from the edge
}

// AtStart is the edge for a pattern at the start of a text.
func AtStart(pattern string) *Edge {
	return &Edge{
		pattern: lazyregexp.New(`^(?:` + pattern + `)`),
		quick:   sync.OnceValue(func() *automaton { return automatonOf(parse(pattern)) }),
		near:    func(text string) string { return text },
		next: func(text string) (rune, string) {
			r, size := utf8.DecodeRuneInString(text)
			return r, text[size:]
		},
	}
}

// AtEnd is the edge for a pattern at the end of a text.
func AtEnd(pattern string) *Edge {
	reach := sync.OnceValue(func() int { return reachOf(parse(pattern)) })
	return &Edge{
		pattern: lazyregexp.New(`(?:` + pattern + `)$`),
		quick:   sync.OnceValue(func() *automaton { return automatonOf(reversed(parse(pattern))) }),
		near:    func(text string) string { return tail(text, reach()) },
		next: func(text string) (rune, string) {
			r, size := utf8.DecodeLastRuneInString(text)
			return r, text[:len(text)-size]
		},
	}
}

// In reports whether the pattern matches at its edge of text. Of a repetition without end it sees
// 32 bytes at the end of a text.
func (e *Edge) In(text string) bool {
	text = e.near(text)
	return e.may(text) && e.pattern().MatchString(text)
}

func (e *Edge) may(text string) bool {
	a := e.quick()
	for s := a.start; ; {
		if s == nil || s.ends {
			return true
		}
		if text == "" || len(s.reads) == 0 {
			return false
		}
		r, rest := e.next(text)
		s, text = a.step(s, r), rest
	}
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

func automatonOf(tree *syntax.Regexp) *automaton {
	program := compile(tree)
	return newAutomaton(program, collect(program, uint32(program.Start), map[uint32]bool{}))
}

// reversed makes a pattern one of what it matches, read backwards.
func reversed(tree *syntax.Regexp) *syntax.Regexp {
	switch tree.Op {
	case syntax.OpLiteral:
		tree.Rune = slices.Clone(tree.Rune) // it may share them
		slices.Reverse(tree.Rune)
	case syntax.OpConcat:
		slices.Reverse(tree.Sub)
	}
	for _, sub := range tree.Sub {
		reversed(sub)
	}
	return tree
}
