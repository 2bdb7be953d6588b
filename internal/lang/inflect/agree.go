package inflect

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/pack"
)

// agreed says a number whose noun follows as it is written; false where a wrong ending would be heard.
func (l *language) agreed(a amount, before, after string) (string, bool) {
	governed := l.governed(before, "count")
	if slices.Contains(strings.Fields(l.data.Numbered), wordBefore(before)) {
		said, ok := l.cardinal(a.figures, "masculine", nominative)
		return said, ok && a.decimals == ""
	}
	readings, word := l.readingsAfter(after)
	if a.decimals != "" {
		return l.number(a, classOf(readings), l.first(governed))
	}
	c, n, ok := l.match(a, governed, readings)
	if !ok && len(readings) > 0 {
		return "", false
	}
	if !ok {
		c = l.first(governed)
		if word && len(governed) > 1 {
			return "", false
		}
	}
	if n.Gender == "" && !l.isGenderless(a, n, c) || c == nominative && l.mayBeObject(a, n, before, readings) {
		return "", false
	}
	n.Gender = cmp.Or(n.Gender, "masculine")
	return l.number(a, n, c)
}

// mayBeObject tells whether a number could be an accusative too, which sounds otherwise.
func (l *language) mayBeObject(a amount, n pack.NounClass, before string, readings []reading) bool {
	if !l.isUnsettled(before) {
		return false
	}
	if _, _, fits := l.match(a, []string{accusative}, readings); len(readings) > 0 && !fits {
		return false
	}
	n.Gender = cmp.Or(n.Gender, "masculine")
	subject, _ := l.number(a, n, nominative)
	object, _ := l.number(a, n, accusative)
	return subject != object
}

func (l *language) first(governed []string) string {
	if len(governed) > 0 {
		return governed[0]
	}
	return nominative
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

// match finds the case in which a number of its category can stand with one of the readings: one that is governed, or any if
// none is.
func (l *language) match(a amount, governed []string, readings []reading) (string, pack.NounClass, bool) {
	category := a.category(l.tag)
	candidates := governed
	if len(candidates) == 0 {
		candidates = l.cases
	}
	for _, c := range candidates {
		for _, r := range readings {
			if plural, of := l.beside(category, c, r.NounClass); plural == r.plural && of == r.c {
				return c, r.NounClass, true
			}
		}
	}
	return l.animate(category, governed, readings)
}

// animate finds the accusative of living beings that no list has: a few of them are in the genitive plural.
func (l *language) animate(category cldr.Category, governed []string, readings []reading) (string, pack.NounClass, bool) {
	if category != cldr.Few || len(governed) > 0 && !slices.Contains(governed, accusative) {
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
