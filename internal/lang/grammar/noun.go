package grammar

import (
	"regexp"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/pack"
)

// noun is a thing that is counted: one of the pack, or a unit or currency of CLDR.
type noun struct {
	name     string // in the pack's tables and CLDR
	gender   string
	declined *pack.Noun
	written  string // in full; "": in short
}

// noun finds a thing by its name in the pack's tables.
func (g *Grammar) noun(name string) (noun, bool) {
	if declined, ok := g.Pack.Nouns[name]; ok {
		return noun{name: name, gender: declined.Gender, declined: &declined}, true
	}
	if _, ok := cldr.Unit(g.Tag, name, cldr.Other, ""); ok {
		return noun{name: name, gender: cldr.Gender(g.Tag, name)}, true
	}
	return noun{name: name}, false
}

// counted is the pattern that says n after a number, such as "{0} Kilometer".
func (g *Grammar) counting(number string, n noun, grammaticalCase string) string {
	category := cldr.Plural(g.Tag, number)
	if n.declined == nil {
		pattern, _ := cldr.Unit(g.Tag, n.name, category, grammaticalCase)
		return pattern
	}
	return "{0} " + g.link(category, g.form(number, category, *n.declined, grammaticalCase))
}

// form is a noun of the pack after a number.
func (g *Grammar) form(number string, category cldr.Category, n pack.Noun, grammaticalCase string) string {
	plural, at := category != cldr.One, grammaticalCase
	counting := g.Pack.Numbers.Counting
	direct := grammaticalCase == nominative || grammaticalCase == "accusative" || strings.Contains(number, ".")
	if form, ok := counting[string(category)]; ok && direct {
		amount, of, _ := strings.Cut(form, " ")
		plural, at = amount == "plural", of
	}
	return n.Form(plural, g.caseIndex(at))
}

// link puts what stands between a round million and its noun before the noun: "de euros".
func (g *Grammar) link(category cldr.Category, form string) string {
	if category != cldr.Many || g.Pack.Numbers.Of == "" {
		return form
	}
	return g.of(form)
}

func (g *Grammar) of(form string) string {
	n := g.Pack.Numbers
	if n.OfVowel != "" && beginsWithVowel.MatchString(form) {
		return strings.Replace(n.OfVowel, "{0}", form, 1)
	}
	return strings.Replace(n.Of, "{0}", form, 1)
}

// beginsWithVowel has a silent h too; before a consonant it is not silent: hryvnia.
var beginsWithVowel = regexp.MustCompile(`^(?i)h?[aeiouéèêœâàî]`)

// scaled is n after thousands or millions of it.
func (g *Grammar) scaled(magnitude, n noun) string {
	of := g.Pack.Numbers
	form := ""
	at := nominative
	if of.OfCase != "" {
		at = of.OfCase
	}
	switch {
	case n.written != "":
		form = n.written
	case n.declined != nil:
		form = n.declined.Form(true, g.caseIndex(at))
	default:
		pattern, _ := cldr.Unit(g.Tag, n.name, cldr.Other, at)
		form = strings.TrimSpace(strings.Replace(pattern, "{0}", "", 1))
	}
	if of.Of == "" || magnitude.name == thousand {
		return form
	}
	return g.of(form)
}

// thousand is the name of the magnitude that is a number word itself in many languages: "cinco mil
// euros".
const thousand = "thousand"

// nouns is a vocabulary of what is written in short, by the names of things, and of their forms in
// full.
func (g *Grammar) nouns(tables ...map[string][]string) table[noun] {
	words := map[string]noun{}
	for _, names := range tables {
		for name, written := range names {
			n, ok := g.noun(name)
			if !ok {
				continue
			}
			for _, form := range g.forms(n) {
				full := n
				full.written = form
				words[form] = full
			}
			for _, short := range written {
				words[short] = n
			}
		}
	}
	return newTable(words)
}

// forms are all forms of a noun.
func (g *Grammar) forms(n noun) []string {
	if n.declined != nil {
		return append(append([]string{}, n.declined.Singular...), n.declined.Plural...)
	}
	var forms []string
	for _, category := range []cldr.Category{cldr.One, cldr.Two, cldr.Few, cldr.Many, cldr.Other} {
		for _, at := range append([]string{nominative}, g.Pack.Cases...) {
			if pattern, ok := cldr.Unit(g.Tag, n.name, category, at); ok && strings.HasPrefix(pattern, "{0} ") {
				forms = append(forms, strings.TrimPrefix(pattern, "{0} "))
			}
		}
	}
	return forms
}
