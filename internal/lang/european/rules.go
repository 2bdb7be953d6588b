package european

import (
	"maps"
	"strings"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// currencySigns are the signs and codes that may stand before a sum.
const currencySigns = `US\$|[€$£¥₴₽]|EUR|USD|GBP|UAH|CHF|PLN`

// quantityRules are those for a number that something known comes with, from the most specific.
func (g *Grammar) QuantityRules() []rewrite.Rule {
	units, magnitudes := NewTable(g.Units), NewTable(g.Magnitudes)
	shares := maps.Clone(g.Units)
	maps.Copy(shares, g.Spans)
	rules := []rewrite.Rule{g.signedSum(NewTable(g.Currencies), magnitudes)}
	for _, known := range []struct {
		name  string
		nouns table[Noun]
	}{{"money", NewTable(g.Currencies)}, {"percent", NewTable(g.Percents)}, {"unit", units}} {
		rules = append(rules, g.counting(known.name, known.nouns, magnitudes, NewTable(shares)))
	}
	return append(rules, g.scaling(magnitudes))
}

// signedSum is for the currency in front: "$40 Millionen".
func (g *Grammar) signedSum(currencies, magnitudes table[Noun]) rewrite.Rule {
	pattern := `(` + currencySigns + `)` + gap + g.quantityPattern() + `(?:` + gap + `(` + magnitudes.Pattern + `))?`
	return rewrite.Rule{Name: "money", Pattern: pattern, Say: func(m rewrite.Match) (string, bool) {
		q, ok := g.quantity(m.Groups[2:])
		if !ok || !Opens(m.Before) || !Closes(m.After) {
			return "", false
		}
		written := m.Groups[2+quantityGroups]
		said, ok := g.sum(q, magnitudes.Of(written), currencies.Of(m.Groups[1]), m.Before)
		return said + g.stop(written, m), ok
	}}
}

// counting is for one of nouns after the number and its magnitude: "5 Mio. Euro", and for what it is counted by: "/kg".
func (g *Grammar) counting(name string, nouns, magnitudes, shares table[Noun]) rewrite.Rule {
	pattern := g.quantityPattern() + `(?:` + gap + `(` + magnitudes.Pattern + `))?` + gap + g.Link +
		`(` + nouns.Pattern + `)(?:/(` + shares.Pattern + `))?`
	return rewrite.Rule{Name: name, Pattern: pattern, Say: func(m rewrite.Match) (string, bool) {
		q, ok := g.quantity(m.Groups[1:])
		by := m.Groups[quantityGroups+3]
		numbered := strings.HasPrefix(m.After, ". ") && StartsDigit(m.After[2:]) // "5 m. 3": house 5, flat 3
		if !ok || !Opens(m.Before) || !Closes(m.After) || numbered || by != "" && g.Per == "" {
			return "", false
		}
		written := m.Groups[quantityGroups+2]
		said, ok := g.sum(q, magnitudes.Of(m.Groups[quantityGroups+1]), nouns.Of(written), m.Before)
		if by != "" {
			said += " " + g.Per + " " + shares.Of(by).Of(0)
		}
		return said + g.stop(written+by, m), ok
	}}
}

// scaling is for a magnitude with something that no table knows: "5 Mio. Menschen".
func (g *Grammar) scaling(magnitudes table[Noun]) rewrite.Rule {
	pattern := g.quantityPattern() + gap + `(` + magnitudes.Pattern + `)`
	return rewrite.Rule{Name: "number", Pattern: pattern, Say: func(m rewrite.Match) (string, bool) {
		q, ok := g.quantity(m.Groups[1:])
		if !ok || !Opens(m.Before) || !Closes(m.After) {
			return "", false
		}
		written := m.Groups[quantityGroups+1]
		said, ok := g.count(q, magnitudes.Of(written), m.Before)
		return said + g.stop(written, m), ok
	}}
}

// sum says q of n, or q millions of n.
func (g *Grammar) sum(q quantity, magnitude, n Noun, before string) (string, bool) {
	switch {
	case len(magnitude.Forms) > 0:
		said, ok := g.count(q, magnitude, before)
		return said + " " + g.Scaled(magnitude, n), ok
	case n.Cent != nil && q.joiner == "" && len(q.last.Decimals) == 2:
		return g.inCents(q.last, n, before)
	}
	return g.count(q, n, before)
}

// inCents says 3,50 € as three and fifty, 0,50 € as fifty.
func (g *Grammar) inCents(a Amount, n Noun, before string) (string, bool) {
	cents := Amount{Whole: int64(a.Decimals[0]-'0')*10 + int64(a.Decimals[1]-'0')}
	if a.Whole == 0 {
		cents.sign = a.sign
	}
	if a.Whole == 0 && cents.Whole > 0 {
		return g.count(quantity{last: cents}, *n.Cent, before)
	}
	a.Decimals = ""
	said, ok := g.count(quantity{last: a}, n, before)
	if !ok || cents.Whole == 0 {
		return said, ok
	}
	return g.Cents(said, cents, n, before)
}

// stop is the full stop of the sentence if the one of the abbreviation that was written does for both.
func (g *Grammar) stop(written string, m rewrite.Match) string {
	if strings.HasSuffix(written, ".") && g.Ends(m) {
		return "."
	}
	return ""
}

// scoreRule is for the points of a game, the groups of the pattern: "2:1".
func (g *Grammar) ScoreRule(pattern string) rewrite.Rule {
	return rewrite.Rule{Name: "score", Pattern: pattern, Say: func(m rewrite.Match) (string, bool) {
		points, against := m.Groups[1], m.Groups[2]
		if !Opens(m.Before) || !Closes(m.After) || isCode(quantity{}, m) || !isScore(points) || !isScore(against) {
			return "", false
		}
		return g.Score(int64(Atoi(points)), int64(Atoi(against))), true
	}}
}

// isScore reports whether figures may be one side's points.
func isScore(figures string) bool { return len(figures) == 1 || figures[0] != '0' }

// aloneRule is for numbers that nothing known follows, and ranges of them.
func (g *Grammar) AloneRule() rewrite.Rule {
	return rewrite.Rule{Name: "number", Pattern: g.quantityPattern(), Say: func(m rewrite.Match) (string, bool) {
		q, ok := g.quantity(m.Groups[1:])
		if !ok || !Opens(m.Before) || !Closes(m.After) || isCode(q, m) || hasUnit(m.After) || q.joiner != "" && !isRange(q, m) {
			return "", false
		}
		last, ok := g.Alone(q.last, m)
		if !ok || q.joiner == "" {
			return q.last.signed(last), ok
		}
		first, ok := g.Alone(q.first, m)
		return q.first.signed(first) + " " + q.joiner + " " + last, ok
	}}
}

// isCode reports whether a number is part of one that is said figure by figure: a telephone number, a postcode.
func isCode(q quantity, m rewrite.Match) bool {
	const longest = 9999
	word := WordBefore(m.Before)
	if strings.HasPrefix(word, "tel") || strings.HasPrefix(word, "tél") {
		return true
	}
	ungrouped := !q.last.Grouped && q.last.Whole > longest || !q.first.Grouped && q.first.Whole > longest
	before := strings.TrimRight(m.Before, " \u00A0\u202F/-")
	return ungrouped || StartsDigit(strings.TrimLeft(m.After, " \u00A0\u202F/-")) ||
		before != "" && before != m.Before && StartsDigit(before[len(before)-1:])
}

// hasUnit reports whether the unit comes now that no rule could say: the number stays with it.
func hasUnit(after string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " \u00A0\u202F"))
	return strings.ContainsRune("%‰€$£¥₴₽°", r)
}

// isRange tells 10-15 from a designation such as Boeing 737-800.
func isRange(q quantity, m rewrite.Match) bool {
	const small = 100
	named := m.Groups[quantityGroups-2] == "-" && q.last.Whole >= small && StartsUpper(LastWords(m.Before, 1)[0])
	return q.first.Whole < q.last.Whole && !named
}
