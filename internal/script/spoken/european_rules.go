package spoken

import (
	"maps"
	"strings"
	"unicode/utf8"
)

// currencySigns are the signs and codes that may stand before a sum.
const currencySigns = `US\$|[€$£¥₴₽]|EUR|USD|GBP|UAH|CHF|PLN`

// quantityRules are those for a number that something known comes with, from the most specific.
func (g *grammar) quantityRules() []rule {
	units, magnitudes := newTable(g.units), newTable(g.magnitudes)
	shares := maps.Clone(g.units)
	maps.Copy(shares, g.spans)
	rules := []rule{g.signedSum(newTable(g.currencies), magnitudes)}
	for _, known := range []struct {
		name  string
		nouns table[noun]
	}{{"money", newTable(g.currencies)}, {"percent", newTable(g.percents)}, {"unit", units}} {
		rules = append(rules, g.counting(known.name, known.nouns, magnitudes, newTable(shares)))
	}
	return append(rules, g.scaling(magnitudes))
}

// signedSum is for the currency in front: "$40 Millionen".
func (g *grammar) signedSum(currencies, magnitudes table[noun]) rule {
	pattern := `(` + currencySigns + `)` + gap + g.quantityPattern() + `(?:` + gap + `(` + magnitudes.pattern + `))?`
	return rule{"money", pattern, func(m match) (string, bool) {
		q, ok := g.quantity(m.groups[2:])
		if !ok || !opens(m.before) || !closes(m.after) {
			return "", false
		}
		written := m.groups[2+quantityGroups]
		said, ok := g.sum(q, magnitudes.of(written), currencies.of(m.groups[1]), m.before)
		return said + g.stop(written, m), ok
	}}
}

// counting is for one of nouns after the number and its magnitude: "5 Mio. Euro", and for what it is counted by: "/kg".
func (g *grammar) counting(name string, nouns, magnitudes, shares table[noun]) rule {
	pattern := g.quantityPattern() + `(?:` + gap + `(` + magnitudes.pattern + `))?` + gap + g.link +
		`(` + nouns.pattern + `)(?:/(` + shares.pattern + `))?`
	return rule{name, pattern, func(m match) (string, bool) {
		q, ok := g.quantity(m.groups[1:])
		by := m.groups[quantityGroups+3]
		numbered := strings.HasPrefix(m.after, ". ") && startsDigit(m.after[2:]) // "5 m. 3": house 5, flat 3
		if !ok || !opens(m.before) || !closes(m.after) || numbered || by != "" && g.per == "" {
			return "", false
		}
		written := m.groups[quantityGroups+2]
		said, ok := g.sum(q, magnitudes.of(m.groups[quantityGroups+1]), nouns.of(written), m.before)
		if by != "" {
			said += " " + g.per + " " + shares.of(by).of(0)
		}
		return said + g.stop(written+by, m), ok
	}}
}

// scaling is for a magnitude with something that no table knows: "5 Mio. Menschen".
func (g *grammar) scaling(magnitudes table[noun]) rule {
	pattern := g.quantityPattern() + gap + `(` + magnitudes.pattern + `)`
	return rule{"number", pattern, func(m match) (string, bool) {
		q, ok := g.quantity(m.groups[1:])
		if !ok || !opens(m.before) || !closes(m.after) {
			return "", false
		}
		written := m.groups[quantityGroups+1]
		said, ok := g.count(q, magnitudes.of(written), m.before)
		return said + g.stop(written, m), ok
	}}
}

// sum says q of n, or q millions of n.
func (g *grammar) sum(q quantity, magnitude, n noun, before string) (string, bool) {
	switch {
	case len(magnitude.forms) > 0:
		said, ok := g.count(q, magnitude, before)
		return said + " " + g.scaled(magnitude, n), ok
	case n.cent != nil && q.joiner == "" && len(q.last.decimals) == 2:
		return g.inCents(q.last, n, before)
	}
	return g.count(q, n, before)
}

// inCents says 3,50 € as three and fifty, 0,50 € as fifty.
func (g *grammar) inCents(a amount, n noun, before string) (string, bool) {
	cents := amount{whole: int64(a.decimals[0]-'0')*10 + int64(a.decimals[1]-'0')}
	if a.whole == 0 {
		cents.sign = a.sign
	}
	if a.whole == 0 && cents.whole > 0 {
		return g.count(quantity{last: cents}, *n.cent, before)
	}
	a.decimals = ""
	said, ok := g.count(quantity{last: a}, n, before)
	if !ok || cents.whole == 0 {
		return said, ok
	}
	return g.cents(said, cents, n, before)
}

// stop is the full stop of the sentence if the one of the abbreviation that was written does for both.
func (g *grammar) stop(written string, m match) string {
	if strings.HasSuffix(written, ".") && g.ends(m) {
		return "."
	}
	return ""
}

// scoreRule is for the points of a game, the groups of the pattern: "2:1".
func (g *grammar) scoreRule(pattern string) rule {
	return rule{"score", pattern, func(m match) (string, bool) {
		points, against := m.groups[1], m.groups[2]
		if !opens(m.before) || !closes(m.after) || isCode(quantity{}, m) || !isScore(points) || !isScore(against) {
			return "", false
		}
		return g.score(int64(atoi(points)), int64(atoi(against))), true
	}}
}

// isScore reports whether figures may be one side's points.
func isScore(figures string) bool { return len(figures) == 1 || figures[0] != '0' }

// aloneRule is for numbers that nothing known follows, and ranges of them.
func (g *grammar) aloneRule() rule {
	return rule{"number", g.quantityPattern(), func(m match) (string, bool) {
		q, ok := g.quantity(m.groups[1:])
		if !ok || !opens(m.before) || !closes(m.after) || isCode(q, m) || hasUnit(m.after) || q.joiner != "" && !isRange(q, m) {
			return "", false
		}
		last, ok := g.alone(q.last, m)
		if !ok || q.joiner == "" {
			return q.last.signed(last), ok
		}
		first, ok := g.alone(q.first, m)
		return q.first.signed(first) + " " + q.joiner + " " + last, ok
	}}
}

// isCode reports whether a number is part of one that is said figure by figure: a telephone number, a postcode.
func isCode(q quantity, m match) bool {
	const longest = 9999
	word := wordBefore(m.before)
	if strings.HasPrefix(word, "tel") || strings.HasPrefix(word, "tél") {
		return true
	}
	ungrouped := !q.last.grouped && q.last.whole > longest || !q.first.grouped && q.first.whole > longest
	before := strings.TrimRight(m.before, " \u00A0\u202F/-")
	return ungrouped || startsDigit(strings.TrimLeft(m.after, " \u00A0\u202F/-")) ||
		before != "" && before != m.before && startsDigit(before[len(before)-1:])
}

// hasUnit reports whether the unit comes now that no rule could say: the number stays with it.
func hasUnit(after string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " \u00A0\u202F"))
	return strings.ContainsRune("%‰€$£¥₴₽°", r)
}

// isRange tells 10-15 from a designation such as Boeing 737-800.
func isRange(q quantity, m match) bool {
	const small = 100
	named := m.groups[quantityGroups-2] == "-" && q.last.whole >= small && startsUpper(lastWords(m.before, 1)[0])
	return q.first.whole < q.last.whole && !named
}
