package inflect

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// agreed says a number, or two of them, whose noun follows as it is written; false where a wrong
// ending would be heard.
func (l *language) agreed(q quantity, m rewrite.Match) (string, bool) {
	before := l.sharing(m.Before)
	if slices.Contains(strings.Fields(l.data.Numbered), wordBefore(before)) && q.joiner == "" {
		said, ok := l.spell("spellout-numbering", q.last.figures)
		return said, ok && q.last.decimals == ""
	}
	governed := l.governed(before, "count")
	last := governed
	if q.governed != "" {
		last = []string{q.governed}
	}
	c, n, ok := l.beforeNoun(q.last, before, last, l.shared(m.After))
	if !ok {
		return "", false
	}
	said, ok := l.number(q.last, n, c)
	if q.joiner == "" {
		return said, ok
	}
	if q.governed != "" {
		c = l.first(governed, before)
	}
	front, known := l.number(q.first, n, c)
	return q.joined(front, said), ok && known
}

// beforeNoun is the case and the noun that a number agrees with.
func (l *language) beforeNoun(a amount, before string, governed []string, after string) (c string, n pack.NounClass, ok bool) {
	readings, word := l.readingsAfter(after)
	if a.decimals != "" {
		return l.first(governed, before), classOf(readings), true
	}
	if wordBefore(before) == "" && l.areParticiples(a, readings) {
		return nominative, readings[0].NounClass, true
	}
	c, n, ok = l.match(a, before, governed, readings)
	if !ok && l.data.Few == "plural" && a.category(l.tag) != cldr.One { // what is no plural counts nothing: 27 поранено
		readings = slices.DeleteFunc(slices.Clone(readings), func(r reading) bool { return !r.plural })
	}
	switch {
	case ok:
	case len(readings) > 0 && readings[0].Adjectival && l.isGenderless(a, n, l.first(governed, before)): // ще 11 поранені
		return l.first(governed, before), readings[0].NounClass, true
	case len(readings) > 0, word && len(governed) > 1:
		return "", n, false
	default:
		c = l.first(governed, before)
		if !word && n.Gender == "" {
			n.Gender = l.data.Nameless
		}
	}
	if n.Gender == "" && !l.isGenderless(a, n, c) || c == nominative && l.mayBeObject(a, n, before, readings) {
		return "", n, false
	}
	n.Gender = cmp.Or(n.Gender, "masculine")
	return c, n, true
}

// areParticiples tells whether a few participles follow as nouns, which are in the genitive behind
// a nominative: чотири загиблих.
func (l *language) areParticiples(a amount, readings []reading) bool {
	return a.category(l.tag) == cldr.Few && l.data.Few == "plural" &&
		slices.ContainsFunc(readings, func(r reading) bool { return r.Adjectival && r.c == genitive && r.plural })
}

// mayBeObject tells whether a number could be an accusative too, which sounds otherwise.
func (l *language) mayBeObject(a amount, n pack.NounClass, before string, readings []reading) bool {
	if !l.isUnsettled(before) {
		return false
	}
	if _, _, fits := l.match(a, before, []string{accusative}, readings); len(readings) > 0 && !fits {
		return false
	}
	n.Gender = cmp.Or(n.Gender, "masculine")
	subject, _ := l.number(a, n, nominative)
	object, _ := l.number(a, n, accusative)
	return subject != object
}

func (l *language) first(governed []string, before string) string {
	if len(governed) > 0 {
		return governed[0]
	}
	return l.role(before)
}

// classOf is what the readings say of the noun that decimals count.
func classOf(readings []reading) pack.NounClass {
	for _, r := range readings {
		if r.c == genitive && !r.plural && r.Gender != "" {
			return r.NounClass
		}
	}
	return pack.NounClass{Gender: "masculine"}
}

// match finds the case in which a number of its category can stand with one of the readings: one
// that is governed, or any if none is.
func (l *language) match(a amount, before string, governed []string, readings []reading) (string, pack.NounClass, bool) {
	category := a.category(l.tag)
	candidates := governed
	if len(candidates) == 0 {
		candidates = l.cases
		if c, n, ok := l.animate(category, before, nil, readings); ok && l.data.Few == "plural" {
			return c, n, ok
		}
	}
	for _, c := range candidates {
		for _, r := range readings {
			living := category == cldr.Few && r.Animate && r.plural && (r.c == genitive || r.c == accusative) && l.data.Few == "genitive singular"
			if living && len(governed) == 0 && !l.isUnsettled(before) {
				continue // "у неё 2 детей" is no object, and has a word of its own: двое
			}
			if plural, of := l.beside(category, c, r.NounClass); plural == r.plural && of == r.c {
				return c, r.NounClass, true
			}
		}
	}
	return l.animate(category, before, governed, readings)
}

// animate finds the accusative of living beings that no list has: a few of them are in the genitive
// plural.
func (l *language) animate(category cldr.Category, before string, governed []string, readings []reading) (string, pack.NounClass, bool) {
	if category != cldr.Few || l.data.Few == "" || len(governed) > 0 && !slices.Contains(governed, accusative) ||
		len(governed) == 0 && l.data.Few != "plural" && !l.isUnsettled(before) {
		return "", pack.NounClass{}, false
	}
	for _, r := range readings {
		if r.plural && r.c == genitive {
			r.Animate = true
			return accusative, r.NounClass, true
		}
	}
	return "", pack.NounClass{}, false
}

// isGenderless tells whether a number sounds the same in every gender.
func (l *language) isGenderless(a amount, n pack.NounClass, c string) bool {
	var all []string
	for _, gender := range []string{"masculine", "feminine", "neuter"} {
		n.Gender = gender
		said, _ := l.number(a, n, c)
		all = append(all, said)
	}
	return len(slices.Compact(all)) == 1
}
