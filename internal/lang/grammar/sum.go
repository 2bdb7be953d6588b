package grammar

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// per appends the divisor of a measure: "zwölf Euro pro Quadratmeter".
func (g *Grammar) per(said, share, written, rule string, n noun) (string, bool) {
	by, per := written, g.Pack.Numbers.Per
	if rule == "unit" {
		per = cmp.Or(g.Pack.Numbers.PerUnit, per)
	}
	switch pattern, ok := cldr.Per(g.Tag, n.name); {
	case share != "": // L/100 km
		count, known := g.count(quantity{last: amount{whole: share}}, n, accusative)
		by, ok = count, known
		if !ok {
			return "", false
		}
	case ok && n.isUnit() && n.name != "" && !g.inflects:
		return strings.Replace(pattern, "{0}", said, 1), true
	case n.name != "":
		by, _ = strings.CutPrefix(g.counting(noun{Noun: n.Noun, name: n.name}, amount{whole: "1"}, accusative), "{0} ")
	}
	return said + " " + strings.Replace(per, "{0}", by, 1), per != "" && (g.inflects || !n.isUnit() || n.name == "")
}

// sum expands q of n, or q millions of n.
func (g *Grammar) sum(q quantity, magnitude, n noun, kind string, m rewrite.Match) (string, bool) {
	cent, hasCents := g.cent(n)
	switch {
	case magnitude.name != "":
		said, ok := g.count(q, magnitude, g.caseOf(kind, q, magnitude, m))
		return said + " " + g.scaled(q, magnitude, n), ok && g.isSettled(q, magnitude, m)
	case !g.isSettled(q, n, m):
		return "", false
	case q.describes && kind == "money" && q.joiner == "" && q.last.decimals == "" && len(q.last.whole) <= mostDigits && g.Pack.Describing.Numbers != "":
		said, ok := g.spell(g.Pack.Describing.Numbers, q.last.whole)
		return q.last.signed(said) + " " + g.scaled(q, magnitude, n), ok
	case hasCents && q.joiner == "" && len(q.last.decimals) == 2:
		return g.inCents(q.last, n, cent, g.caseOf(kind, q, n, m))
	}
	return g.count(q, n, g.caseOf(kind, q, n, m))
}

// cent returns the hundredth of a currency.
func (g *Grammar) cent(n noun) (noun, bool) {
	name, ok := g.Pack.Cents[n.name]
	if !ok {
		return noun{}, false
	}
	return g.noun(name)
}

// inCents reads 3,50 € as three and fifty, and 0,50 € as fifty.
func (g *Grammar) inCents(a amount, n, cent noun, c string) (string, bool) {
	cents := amount{whole: strings.TrimLeft(a.decimals, "0")}
	if a.whole == "0" && cents.whole != "" {
		cents.sign = a.sign
		return g.count(quantity{last: cents}, cent, c)
	}
	a.decimals = ""
	if a.isOne() {
		n.written = "" // 1,16 dólares: un dólar
	}
	said, ok := g.count(quantity{last: a}, n, c)
	if !ok || cents.whole == "" {
		return said, ok
	}
	between := g.Pack.Numbers.Cents
	if between == "-" {
		number, ok := g.numbering(cents.whole)
		return said + " " + number, ok
	}
	rest, ok := g.count(quantity{last: cents}, cent, c)
	return said + strings.TrimRight(" "+between, " ") + " " + rest, ok
}

// count expands q of n in case c.
func (g *Grammar) count(q quantity, n noun, c string) (string, bool) {
	last, ok := g.number(q.last, n.Class, q.of(c))
	said := strings.Replace(g.counting(n, q.counting(g), q.of(c)), "{0}", last, 1)
	if q.joiner == "" {
		return said, ok && said != ""
	}
	first, known := g.number(q.first, n.Class, c)
	if q.scale.name != "" && q.scale.name != n.name {
		first, known = g.count(quantity{last: q.first}, q.scale, c)
	}
	return q.joined(first, said), ok && known && said != ""
}

// counting returns the amount that determines the form of the counted noun. If the quantity
// describes another noun, that is 1.
func (q quantity) counting(g *Grammar) amount {
	switch {
	case q.describes:
		return amount{whole: "1"}
	case q.joiner != "" && g.Pack.Numbers.Every:
		return amount{whole: "2"} // zero to one kilometers
	}
	return q.last
}

// isSettled reports whether the preceding words determine the case, or the nominative and the
// accusative sound the same. After a verb, an amount may be its subject or its object.
func (g *Grammar) isSettled(q quantity, n noun, m rewrite.Match) bool {
	if g.Pack.Numbers.Every || !g.isUnsettled(m.Before) {
		return true
	}
	subject, _ := g.count(q, n, nominative)
	object, _ := g.count(q, n, accusative)
	return subject == object
}

// caseOf returns the case of a measure: that of the place it is in, that of a noun written in full,
// or the one that the preceding words govern.
func (g *Grammar) caseOf(kind string, q quantity, n noun, m rewrite.Match) string {
	if g.Pack.Numbers.Every {
		return nominative
	}
	for i, place := range g.Pack.Places {
		if place.Kind == kind && isIn(wordBefore(m.Before), place.Front) && g.places[i]().MatchString(m.After) {
			return place.Case
		}
	}
	governed := g.measureCase(kind, g.sharing(m.Before))
	short := n
	short.written = ""
	for _, c := range slices.Concat([]string{governed}, g.Pack.Cases) {
		if n.written != "" && g.counting(short, q.last, c) == "{0} "+n.written {
			return c
		}
	}
	return governed
}

// measureCase returns the case of a measure or a sum that the words before it govern or imply. A
// sum behind a purpose is paid for it, so the purpose needs no object: "на лікування 5 млн грн".
func (g *Grammar) measureCase(kind, before string) string {
	before = g.withoutMeasure(before)
	governed := g.governed(before, "numbers")
	if len(governed) == 0 && kind != "percent" {
		apart := g.Pack.Counted.Occasions
		if kind == "money" {
			apart += " " + g.Pack.Counted.Purposes
		}
		if g.needsObject(before, apart) {
			return genitive
		}
		governed = g.listed(before)
	}
	return g.first(governed, before, "numbers")
}
