// Package rewrite is the engine that turns written text into its spoken form: rules find places in
// a text and say them. It knows no language; package lang gives each language its rules.
//
// The package is pure. It never drops a word: text that no rule matches stays as it is. Rules may
// leave out only what is meant for the eye: pictures, note marks ("[3]") and characters without a
// sound.
package rewrite

import (
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
)

// Form is the spoken form of a text, with the edits that led to it.
type Form struct {
	Text  string
	Edits []Edit // in order; the text between them is said as written
}

// Edit is a range of the written text that is said differently.
type Edit struct {
	Rule    string // the rule's name, as in the settings
	Written Span   // bytes of the written text
	Said    Span   // bytes of Form.Text
}

// Span is a range of bytes; End is exclusive.
type Span struct{ Start, End int }

// Rewriter applies the rules of one language. It is safe for concurrent use.
type Rewriter struct {
	rules func() *ruleBook
	plain func(text string) string
}

// ruleBook has the rules of a language in order, and the automata that find where each may match,
// by the kind of position.
type ruleBook struct {
	rules   []prepared
	unions  [kinds]*union
	behind  *lookback
	sources sync.Pool // of *source
}

func newRuleBook(rules []Rule) *ruleBook {
	var book ruleBook
	var finders []*finder
	var programs []*syntax.Prog
	for i, r := range rules {
		f, program := newFinder(r, i)
		book.rules = append(book.rules, prepared{r, f})
		finders, programs = append(finders, f), append(programs, program)
	}
	for k := range kinds {
		book.unions[k] = newUnion(rules, finders, programs, k)
	}
	book.behind = newLookback(rules, finders)
	return &book
}

// New returns a Rewriter with the rules of a language in order of precedence, and before and after
// them the rules for all languages. No rule sees text that an earlier rule has changed. New calls
// own on first use, because a process needs few languages. The rules see a text as plain returns
// it, which must keep its length; nil: as written.
func New(own func() []Rule, plain func(text string) string) *Rewriter {
	if plain == nil {
		plain = func(text string) string { return text }
	}
	return &Rewriter{plain: plain, rules: sync.OnceValue(func() *ruleBook {
		return newRuleBook(slices.Concat(notes, own(), everyLanguage))
	})}
}

// Say returns the spoken form of text. It skips the rules named in off.
func (w *Rewriter) Say(text string, off ...string) Form { return w.SayNames(text, nil, off...) }

// SayNames is Say with names, in text order, that are said as given: no rule sees them.
func (w *Rewriter) SayNames(text string, names []Name, off ...string) Form {
	plain := w.plain(text)
	book := w.rules()
	s := book.source(plain)
	defer book.release(s)
	s.cutOut(names)
	for _, r := range book.rules {
		if !slices.Contains(off, r.Name) {
			r.apply(s)
		}
	}
	seam(text, s.pieces)
	return join(text, s.pieces)
}

// Names returns the names of the rules that a Rewriter with own applies, in order.
func Names(own []Rule) []string {
	var names []string
	for _, r := range slices.Concat(notes, own, everyLanguage) {
		if !slices.Contains(names, r.Name) {
			names = append(names, r.Name)
		}
	}
	return names
}

// join builds the form from its pieces.
func join(text string, pieces []piece) Form {
	var said strings.Builder
	said.Grow(len(text))
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
