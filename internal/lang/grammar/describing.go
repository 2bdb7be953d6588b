package grammar

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/pack"
)

// describing holds the word lists of pack.Describing as sets.
type describing struct {
	articles, determiners, things, dimensions, never, units, worth map[string]bool
	owners                                                         []string // endings
}

func newDescribing(p pack.Describing) describing {
	d := describing{
		articles: set(p.Articles), determiners: set(p.Determiners), things: set(p.Things), dimensions: set(p.Dimensions),
		never: set(p.Never), units: set(p.Units), worth: set(p.Worth),
	}
	for word := range d.determiners {
		if ending, ok := strings.CutPrefix(word, "-"); ok {
			d.owners = append(d.owners, ending)
		}
	}
	return d
}

func set(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

// describes reports whether a quantity of n describes the noun after it: "a $61bn package", "the
// 5-km zone", "Japan's 10 MW plant", but not "the 5 km of road".
func (g *Grammar) describes(n noun, after, before string) bool {
	d := &g.describing
	if len(d.articles) == 0 {
		return false
	}
	if joined, ok := strings.CutPrefix(after, "-"); ok {
		return StartsLetter(joined) && !d.worth[WordAfter(" "+joined)]
	}
	next := nextWords(unquoted(after), 2)
	if len(next) == 0 {
		return false
	}
	word := wordBefore(before)
	switch described := d.articles[word]; {
	case d.dimensions[next[0]]:
		return described
	case d.never[next[0]]:
		return false
	case described, d.units[n.name], d.things[next[0]], len(next) > 1 && d.things[next[1]] && !d.never[next[1]]:
		return true
	}
	return (d.determiners[word] || g.isOwner(before)) && !endsIn(next[0], g.Pack.Describing.Participles)
}

// unquoted returns text without the quotation mark before its first word: the €2bn "loan".
func unquoted(text string) string {
	rest := strings.TrimLeft(text, " ")
	if bare := strings.TrimLeft(rest, `"“‘`); len(bare) < len(rest) && len(rest) < len(text) {
		return " " + bare
	}
	return text
}

// isOwner reports whether the preceding word is a possessive: Russia's.
func (g *Grammar) isOwner(before string) bool {
	front := strings.TrimRight(before, " \u00A0")
	for _, ending := range g.describing.owners {
		if strings.HasSuffix(front, ending) {
			return true
		}
	}
	return false
}
