// Package spoken turns text as it is written into text as it is said: "Dec. 2" into "December second".
//
// Voices get dates, money, units and abbreviations of news text wrong, each in its own way; what is spelt out here, all
// say alike. The package is pure. It never drops a word of the article: what no rule knows is left to the voice as it is.
// What goes is for eyes: pictures, the marks of notes, "[3]", what editors put in brackets to say that they left something
// out or alone, "[…]" and "[sic]", and the path of an address. Package script calls it for every segment.
package spoken

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

// Say returns the spoken form of text in language (BCP 47). The rules named in off are left out. A language without
// rules of its own has only those that need none.
func Say(language, text string, off ...string) Form {
	return SayNames(language, text, nil, off...)
}

// SayNames is Say with names, in their order, that are said as given: no rule looks at them.
func SayNames(language, text string, names []Name, off ...string) Form {
	pieces := piecesAround(text, names)
	for _, r := range rulesOf(language) {
		if !slices.Contains(off, r.name) {
			pieces = r.apply(text, pieces)
		}
	}
	return join(text, seamed(text, pieces))
}

// Rules lists the names of the rules for a language, in the order in which they are applied.
func Rules(language string) []string {
	var names []string
	for _, r := range tableOf(baseOf(language)) {
		if !slices.Contains(names, r.name) {
			names = append(names, r.name)
		}
	}
	return names
}

// baseOf is the language whose rules hold: "en" for en-GB, "" for one without rules of its own.
func baseOf(language string) string {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	if languages[base] == nil {
		return ""
	}
	return base
}

// tableOf are the rules of a base language, between those of every language.
func tableOf(base string) []rule {
	var own []rule
	if rules := languages[base]; rules != nil {
		own = rules()
	}
	return slices.Concat(notes, own, everywhere)
}

// rulesOf are the rules that hold for a language, made ready to search with.
func rulesOf(language string) []finding {
	base := baseOf(language)
	if rules, ok := findings.Load(base); ok {
		return rules.([]finding)
	}
	var rules []finding
	for _, r := range tableOf(base) {
		rules = append(rules, finding{r, newFinder(r.pattern)})
	}
	findings.Store(base, rules)
	return rules
}

var findings sync.Map // by base language: what rulesOf made, as most processes need a few languages only

// languages has the rules of each language in the order of precedence: text that a rule has changed is not looked at by
// those after it. They are made when their language is first asked for: a process needs a few.
var languages = map[string]func() []rule{
	"de": german,
	"en": english,
	"es": spanish,
	"fr": french,
	"pl": polish,
	"uk": ukrainian,
}
