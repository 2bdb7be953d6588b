package rewrite

import (
	"regexp"
	"slices"
	"sync"
	"unicode/utf8"
)

// Rule says one kind of thing. What is shared by many rules of a language (number words, unit names) stands in tables.
type Rule struct {
	Name    string                               // what a site switches off by: date, time, money …
	Pattern string                               // compiled when its language is first asked for
	Say     func(m Match) (said string, ok bool) // false: not after all
}

// Match is one place that a rule's pattern fits.
type Match struct {
	Groups []string // the pattern's groups, 0 the whole
	names  []string // and their names, for patterns that have many
	Before string   // the written text up to the match: the last of it, so that no rule can read all for each match
	After  string   // and from its end
}

// context is how many bytes of the text around a match a rule sees.
const context = 256

// prepared is a rule with what finds its matches.
type prepared struct {
	Rule
	*finder
}

// piece is a run of the written text; done if a rule has changed it.
type piece struct {
	Span
	rule  string // "": as it is written
	said  string
	chars charSet // of what is written
}

// spoken is what is said of the piece.
func (p piece) spoken(text string) string {
	if p.rule == "" {
		return text[p.Start:p.End]
	}
	return p.said
}

func written(text string, from, to int) piece {
	return piece{Span: Span{from, to}, chars: charsOf(text[from:to])}
}

// apply looks for the rule in all that is still as it was written.
func (r prepared) apply(text string, pieces []piece) []piece {
	var out []piece // nil as long as nothing was found
	for i, p := range pieces {
		var changed []piece
		if p.rule == "" && r.starts.meets(p.chars) {
			changed = r.split(text, p.Span)
		}
		if changed != nil && out == nil {
			out = append(make([]piece, 0, len(pieces)+len(changed)), pieces[:i]...)
		}
		switch {
		case changed != nil:
			out = append(out, changed...)
		case out != nil:
			out = append(out, p)
		}
	}
	if out == nil {
		return pieces
	}
	return out
}

// split cuts what is written at the places that the rule changes; nil if there are none.
func (r prepared) split(text string, whole Span) []piece {
	var out []piece
	from := whole.Start
	for rest := whole; ; {
		at := r.next(text, rest)
		if at == nil {
			break
		}
		said, ok := r.Say(newMatch(text, at, r.behind().SubexpNames()))
		if !ok {
			rest.Start = resume(text, Span{at[0], at[1]})
			continue
		}
		if from < at[0] {
			out = append(out, written(text, from, at[0]))
		}
		out = append(out, piece{Span: Span{at[0], at[1]}, rule: r.Name, said: said})
		from, rest.Start = at[1], at[1]
	}
	if out != nil && from < whole.End {
		out = append(out, written(text, from, whole.End))
	}
	return out
}

func newMatch(text string, at []int, names []string) Match {
	m := Match{
		names:  names,
		Groups: make([]string, 0, len(at)/2),
		Before: text[wholeRune(text, max(0, at[0]-context)):at[0]],
		After:  text[at[1]:wholeRune(text, min(len(text), at[1]+context))],
	}
	for i := 0; i < len(at); i += 2 {
		group := ""
		if at[i] >= 0 {
			group = text[at[i]:at[i+1]]
		}
		m.Groups = append(m.Groups, group)
	}
	return m
}

// Named is the group with a name.
func (m Match) Named(name string) string { return m.Groups[slices.Index(m.names, name)] }

// Has tells whether the pattern has a group with a name.
func (m Match) Has(name string) bool { return slices.Contains(m.names, name) }

// Lazy compiles a pattern when it is first used: a process needs few of them, and all take longer than it may to start.
func Lazy(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// Tail is the last of a text, as much as a pattern that ends it and is short can match: regexp would try it everywhere.
func Tail(text string) string { return text[wholeRune(text, max(0, len(text)-context/8)):] }

// wholeRune is i, or where the character that i is inside of ends. In broken UTF-8 it may be no character's end.
func wholeRune(text string, i int) int {
	for end := min(len(text), i+utf8.UTFMax); i < end && !utf8.RuneStart(text[i]); {
		i++
	}
	return i
}
