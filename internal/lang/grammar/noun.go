package grammar

import (
	"cmp"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/pack"
)

// noun is a thing that is counted: a noun of the pack, or a unit of CLDR, whose forms CLDR has.
type noun struct {
	pack.Noun
	name    string // in the pack's tables and CLDR
	written string // the word as written in full; "": it was abbreviated
}

func (n noun) isUnit() bool { return n.Singular == nil }

// noun finds a noun by its name in the pack's tables.
func (g *Grammar) noun(name string) (noun, bool) {
	if n, ok := g.nouns[name]; ok {
		return noun{Noun: n, name: name}, true
	}
	_, ok := cldr.Unit(g.Tag, name, cldr.Other, "")
	gender := cldr.Gender(g.Tag, name)
	gender = cmp.Or(g.Pack.Numbers.Genders[gender], gender)
	return noun{Noun: pack.Noun{Class: pack.Class{Gender: gender}}, name: name}, ok
}

// counting returns the pattern for n after a number, such as "{0} Kilometer", if the phrase is in
// case c.
func (g *Grammar) counting(n noun, a amount, c string) string {
	switch {
	case n.written != "":
		return "{0} " + g.link(a, n.written)
	case !n.isUnit():
		return "{0} " + g.link(a, g.form(n, a, c))
	}
	category, c := g.category(a, c)
	pattern, _ := cldr.Unit(g.Tag, n.name, category, c)
	return pattern
}

// form returns the form of a pack noun after a number.
func (g *Grammar) form(n noun, a amount, c string) string {
	if a.decimals != "" && g.inflects && (!g.isHalf(a) || c == nominative || c == accusative || c == genitive && !g.declinesHalf()) {
		return n.Form(false, g.caseIndex(genitive))
	}
	category, c := g.category(a, c)
	plural, of := g.beside(category, c, n.Class)
	return n.Form(plural, g.caseIndex(of))
}

// category returns the plural category of a and the case of what it counts. Where numbers inflect,
// thousands and millions are nouns themselves.
func (g *Grammar) category(a amount, c string) (cldr.Category, string) {
	if g.inflects && a.decimals == "" && strings.HasSuffix(a.whole, "000") {
		return cldr.Many, genitive
	}
	return a.category(g.Tag), c
}

// beside returns the grammatical number and case of a noun after a number of a category, if the
// phrase is in case c.
func (g *Grammar) beside(category cldr.Category, c string, n pack.Class) (plural bool, of string) {
	direct := c == nominative || c == accusative && !n.Animate
	few := g.Pack.Numbers.Few == "genitive singular"
	switch {
	case category == cldr.One:
		return false, c
	case !g.inflects:
		return true, c
	case category == cldr.Few && n.Personal && c == nominative:
		return true, genitive
	case category == cldr.Few && direct && few:
		return n.Adjectival, genitive
	case category == cldr.Few:
		return true, c
	case direct || c == accusative:
		return true, genitive
	}
	return true, c
}

// link puts the linking word between a round million and its noun before the noun: "de euros".
func (g *Grammar) link(a amount, form string) string {
	if g.Pack.Numbers.Of == "" || a.category(g.Tag) != cldr.Many {
		return form
	}
	return g.of(form)
}

func (g *Grammar) of(form string) string {
	n := g.Pack.Numbers
	if n.OfVowel != "" && g.vowels().MatchString(form) {
		return strings.Replace(n.OfVowel, "{0}", form, 1)
	}
	return strings.Replace(n.Of, "{0}", form, 1)
}

// scaled returns the form of n after thousands or millions.
func (g *Grammar) scaled(q quantity, magnitude, n noun) string {
	many := amount{whole: "5"}
	if q.describes {
		many.whole = "1"
	}
	form := strings.TrimSpace(strings.Replace(g.counting(n, many, nominative), "{0}", "", 1))
	if g.Pack.Numbers.Of == "" || magnitude.name == thousand {
		return form
	}
	return g.of(form)
}

// thousand is the name of the magnitude that is a plain number word in many languages: "cinco mil
// euros".
const thousand = "thousand"

// vocabulary returns the written abbreviations of nouns, by the names in the tables. Where nouns do
// not inflect, it includes their full forms.
func (g *Grammar) vocabulary(tables ...map[string][]string) table[noun] {
	words := map[string]noun{}
	for _, names := range tables {
		for name, written := range names {
			n, ok := g.noun(name)
			if !ok {
				continue
			}
			if !g.inflects && !g.Pack.Numbers.Every {
				g.addForms(words, n)
			}
			for _, short := range written {
				words[short] = n
			}
		}
	}
	return newTable(words)
}

// addForms adds all forms of a noun.
func (g *Grammar) addForms(words map[string]noun, n noun) {
	forms := append(append([]string{}, n.Singular...), n.Plural...)
	for _, category := range []cldr.Category{cldr.One, cldr.Two, cldr.Few, cldr.Many, cldr.Other} {
		for _, c := range g.cases {
			if pattern, ok := cldr.Unit(g.Tag, n.name, category, c); ok && n.isUnit() && strings.HasPrefix(pattern, "{0} ") {
				forms = append(forms, strings.TrimPrefix(pattern, "{0} "))
			}
		}
	}
	for _, form := range forms {
		full := n
		if full.written = form; g.inflects {
			full.written = ""
		}
		words[form] = full
	}
}
