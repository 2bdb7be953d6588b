// Package rewrite is the engine that turns text as it is written into text as it is said: rules find places in a text, and
// say what stands there. It knows no language; package lang gives each language its rules.
//
// The package is pure. It never drops a word: what no rule knows stays as it is. What a rule may leave out is for eyes
// only: pictures, the marks of notes ("[3]") and characters without a sound.
package rewrite

import (
	"slices"
	"strings"
	"sync"
)

// Form is a text as it is said, and how that came about.
type Form struct {
	Text  string
	Edits []Edit // in order; what lies between them is said as it is written
}

// Edit is a run of the written text that is said otherwise.
type Edit struct {
	Rule    string // by which rule, as settings name it
	Written Span   // bytes of the written text
	Said    Span   // bytes of Form.Text
}

// Span is a range of bytes, End excluded.
type Span struct{ Start, End int }

// Rewriter applies the rules of one language. It is safe for concurrent use.
type Rewriter struct {
	rules func() []prepared
}

// New returns a Rewriter with the rules of a language, in their order of precedence, between those of every language: text
// that a rule has changed is not looked at by those after it. It calls own when the first text comes, as a process needs
// few languages.
func New(own func() []Rule) *Rewriter {
	return &Rewriter{sync.OnceValue(func() []prepared {
		var rules []prepared
		for _, r := range slices.Concat(notes, own(), everyLanguage) {
			rules = append(rules, prepared{r, newFinder(r.Pattern)})
		}
		return rules
	})}
}

// Say returns the spoken form of text. It applies none of the rules named in off.
func (w *Rewriter) Say(text string, off ...string) Form { return w.SayNames(text, nil, off...) }

// SayNames is Say with names, in their order, that are said as given: no rule looks at them.
func (w *Rewriter) SayNames(text string, names []Name, off ...string) Form {
	pieces := piecesAround(text, names)
	for _, r := range w.rules() {
		if !slices.Contains(off, r.Name) {
			pieces = r.apply(text, pieces)
		}
	}
	return join(text, seam(text, pieces))
}

// Names lists the names of rules that a Rewriter with own applies, in the order in which it applies them.
func Names(own []Rule) []string {
	var names []string
	for _, r := range slices.Concat(notes, own, everyLanguage) {
		if !slices.Contains(names, r.Name) {
			names = append(names, r.Name)
		}
	}
	return names
}

// join makes the form of its pieces.
func join(text string, pieces []piece) Form {
	var said strings.Builder
	var edits []Edit
	for _, p := range pieces {
		start := said.Len()
		said.WriteString(p.spoken(text))
		if p.rule == "" {
			continue
		}
		edits = append(edits, Edit{Rule: p.rule, Written: p.Span, Said: Span{start, said.Len()}})
	}
	return Form{Text: said.String(), Edits: edits}
}
