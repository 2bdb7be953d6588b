package grammar

import (
	"cmp"
	"maps"
	"slices"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// agreed spells out a number or a range whose noun follows as a written word. It returns false if
// the case or gender is unknown and would be heard.
func (g *Grammar) agreed(q quantity, m rewrite.Match) (string, bool) {
	before := g.sharing(m.Before)
	numbered := isIn(wordBefore(before), g.Pack.Counted.Numbered)
	switch {
	case !g.inflects:
		return g.uninflected(q, numbered, m)
	case numbered && q.joiner == "":
		said, ok := g.numbering(q.last.whole)
		return said, ok && q.last.decimals == ""
	}
	governed := g.governed(before, "numbers")
	last := governed
	if q.governed != "" {
		last = []string{q.governed}
	}
	c, n, ok := g.beforeNoun(q.last, before, last, g.shared(m.After))
	if !ok {
		return "", false
	}
	said, ok := g.number(q.last, n, c)
	if q.joiner == "" {
		return said, ok
	}
	if q.governed != "" {
		c = g.first(governed, before, "numbers")
	}
	front, known := g.number(q.first, n, c)
	return q.joined(front, said), ok && known
}

// uninflected is agreed for languages in which a noun determines only the gender of a number. It
// leaves "1" to the voice unless the 1 numbers something.
func (g *Grammar) uninflected(q quantity, numbered bool, m rewrite.Match) (string, bool) {
	readings, word := g.readingsAfter(m.After)
	c, n := g.governing(m.Before, "numbers"), classOf(readings)
	say := func(a amount) (string, bool) {
		switch {
		case a.isOne() && numbered:
			return g.numbering(a.whole)
		case a.isOne(), n.Gender == "" && word && a.decimals == "" && !g.isGenderless(a, n, c):
			return "", false
		case g.isOfHundreds(a.whole) && !a.grouped && a.decimals == "":
			return g.year(a.whole)
		case n.Gender == "" && word && a.decimals == "":
			return g.number(a, pack.Class{Gender: slices.Concat(g.genders(), []string{""})[0]}, c)
		case a.decimals != "":
			return g.number(a, pack.Class{}, c)
		}
		return g.number(a, n, c)
	}
	last, ok := say(q.last)
	if q.joiner == "" {
		return last, ok
	}
	first, known := say(q.first)
	return q.joined(first, last), ok && known
}

func classOf(readings []reading) pack.Class {
	if len(readings) == 0 {
		return pack.Class{}
	}
	return readings[0].Class
}

// beforeNoun returns the case and the noun class that a number agrees with.
func (g *Grammar) beforeNoun(a amount, before string, governed []string, after string) (c string, n pack.Class, ok bool) {
	readings, word := g.readingsAfter(after)
	if implied := g.impliedBy(before, governed, readings); len(implied) > 0 {
		if c, n, ok = g.match(a, before, implied, readings); ok && (n.Gender != "" || g.isGenderless(a, n, c)) {
			n.Gender = cmp.Or(n.Gender, "masculine")
			return c, n, true
		}
		if a.decimals != "" {
			governed = implied
		}
	}
	if a.decimals != "" {
		return g.first(governed, before, "numbers"), partOf(readings), true
	}
	if len(governed) == 0 && g.role(before) != accusative && g.areParticiples(a, readings) {
		return nominative, readings[0].Class, true
	}
	c, n, ok = g.match(a, before, governed, readings)
	if !ok && g.Pack.Numbers.Living && a.category(g.Tag) != cldr.One { // a noun that is not in the plural is not counted: 27 поранено
		readings = slices.DeleteFunc(slices.Clone(readings), func(r reading) bool { return !r.plural })
	}
	first := g.first(governed, before, "numbers")
	switch {
	case ok:
	case len(readings) > 0 && readings[0].Adjectival && g.isGenderless(a, n, first): // ще 11 поранені
		return first, readings[0].Class, true
	case len(readings) > 0, word && len(governed) > 1:
		return "", n, false
	case !word || g.endsHere(after):
		if class := g.unnamed(a, before, after); n.Gender == "" {
			n = class
		}
		if len(governed) == 0 && endsIn(WordAfter(after), g.Pack.Counted.Passives) { // 21 поранено
			first = accusative
		}
		fallthrough
	default:
		c = first
	}
	if n.Gender == "" && !g.isGenderless(a, n, c) || c == nominative && g.mayBeObject(a, n, before, readings) {
		return "", n, false
	}
	n.Gender = cmp.Or(n.Gender, "masculine")
	return c, n, true
}

// unnamed returns the class of a number that no noun follows: that of what the sentence counted
// before, except before the name of a type.
func (g *Grammar) unnamed(a amount, before, after string) pack.Class {
	nameless := g.Pack.Counted.Nameless
	if nameless == "" || StartsUpper(WordAfter(after)) {
		return pack.Class{Gender: nameless}
	}
	class := g.antecedent(a, before)
	if !g.endsHere(after) {
		class.Gender = cmp.Or(class.Gender, nameless)
	}
	return class
}

// endsHere reports whether a preposition or a conjunction follows a number, which so counts things
// that were named before: "21 із них".
func (g *Grammar) endsHere(after string) bool {
	next := WordAfter(after)
	c, joins := g.Pack.Numbers.Joiners[next]
	return g.Pack.Counted.Nameless != "" && (g.governs["numbers"].words[next] != nil || joins && c == "")
}

// areParticiples reports whether participles follow that are used as nouns. After "few" numbers in
// the nominative they stand in the genitive: чотири загиблих.
func (g *Grammar) areParticiples(a amount, readings []reading) bool {
	return a.category(g.Tag) == cldr.Few && g.Pack.Numbers.Living &&
		slices.ContainsFunc(readings, func(r reading) bool { return r.Adjectival && r.c == genitive && r.plural })
}

// mayBeObject reports whether a number could also be an accusative that sounds different.
func (g *Grammar) mayBeObject(a amount, n pack.Class, before string, readings []reading) bool {
	if !g.isUnsettled(before) {
		return false
	}
	if _, _, fits := g.match(a, before, []string{accusative}, readings); len(readings) > 0 && !fits {
		return false
	}
	n.Gender = cmp.Or(n.Gender, "masculine")
	subject, _ := g.number(a, n, nominative)
	object, _ := g.number(a, n, accusative)
	return subject != object
}

// partOf returns the class of the noun that a decimal number counts.
func partOf(readings []reading) pack.Class {
	for _, r := range readings {
		if r.c == genitive && !r.plural && r.Gender != "" {
			return r.Class
		}
	}
	return pack.Class{Gender: "masculine"}
}

// match finds a case in which the number agrees with one of the readings. It tries the governed
// cases, or every case if none is governed.
func (g *Grammar) match(a amount, before string, governed []string, readings []reading) (string, pack.Class, bool) {
	category, n := a.category(g.Tag), g.Pack.Numbers
	candidates := governed
	if len(candidates) == 0 {
		candidates = g.cases
		if g.role(before) == accusative {
			candidates = append([]string{accusative}, g.cases...)
		}
		if c, of, ok := g.animate(category, before, nil, readings); ok && n.Living {
			return c, of, ok
		}
	}
	for _, c := range candidates {
		for _, r := range readings {
			living := category == cldr.Few && r.Animate && r.plural && (r.c == genitive || r.c == accusative) && n.Few == "genitive singular"
			if living && len(governed) == 0 && !g.isUnsettled(before) {
				continue // in "у неё 2 детей" the children are not an object, and the number has its own word: двое
			}
			if plural, of := g.beside(category, c, r.Class); plural == r.plural && of == r.c {
				return c, r.Class, true
			}
		}
	}
	return g.animate(category, before, governed, readings)
}

// animate finds the accusative of living beings that no word list covers: after "few" numbers they
// stand in the genitive plural.
func (g *Grammar) animate(category cldr.Category, before string, governed []string, readings []reading) (string, pack.Class, bool) {
	n := g.Pack.Numbers
	if category != cldr.Few || n.Few == "" || len(governed) > 0 && !slices.Contains(governed, accusative) ||
		len(governed) == 0 && !n.Living && !g.isUnsettled(before) {
		return "", pack.Class{}, false
	}
	for _, r := range readings {
		if r.plural && r.c == nominative { // not declined: два авто
			return "", pack.Class{}, false
		}
		if r.plural && r.c == genitive {
			r.Animate = true
			return accusative, r.Class, true
		}
	}
	return "", pack.Class{}, false
}

// isGenderless reports whether a number sounds the same in every gender.
func (g *Grammar) isGenderless(a amount, n pack.Class, c string) bool {
	var all []string
	for _, gender := range g.genders() {
		n.Gender = gender
		said, _ := g.number(a, n, c)
		all = append(all, said)
	}
	return len(slices.Compact(all)) <= 1
}

// genders returns the genders that nouns of the language may have.
func (g *Grammar) genders() []string {
	if g.inflects {
		return []string{"masculine", "feminine", "neuter"}
	}
	return slices.Sorted(maps.Keys(g.Pack.Counted.Genders))
}
