package grammar

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// nounRule builds the rules for quantities of one kind of noun: their name and the words they know.
type nounRule struct {
	*Grammar
	name       string
	nouns      table[noun]
	magnitudes table[noun] // between the number and the noun: 5 Mio. Euro
	shares     table[noun] // behind both and a slash: 5 €/kg
}

// rules returns the rule for one number and, in languages that have pairs, the rule for a pair
// before it.
func (r nounRule) rules(pair, one string, sayPair, sayOne func(rewrite.Match) (string, bool)) []rewrite.Rule {
	rules := []rewrite.Rule{{Name: r.name, Pattern: one, Whole: true, Say: sayOne}}
	if r.Pack.Numbers.Twice {
		rules = slices.Insert(rules, 0, rewrite.Rule{Name: r.name, Pattern: pair, Whole: true, Say: sayPair})
	}
	return rules
}

// behindSigns returns the rules for a currency before the number: "$40 Millionen".
func (r nounRule) behindSigns() []rewrite.Rule {
	if r.nouns.pattern == "" {
		return nil
	}
	sign := `()`
	if !r.inflects {
		sign = r.signPattern() // it may stand before the currency too: -$5
	}
	front := sign + `(` + r.nouns.pattern + `)` + gap
	scale := optional(r.scaleGap(), r.magnitudes)
	end := r.endPattern(r.name, r.shares)
	pair := front + r.signPattern() + r.figures + scale + gap + r.joinerPattern() + gap +
		`(` + r.nouns.pattern + `)?` + gap + r.signPattern() + r.figures + scale + end
	return r.rules(pair, front+r.sumPattern()+scale+end, r.sayPairOfSums, r.saySum)
}

// saySum expands "$40 million". Its groups: sign, currency, number, scale, end.
func (r nounRule) saySum(m rewrite.Match) (string, bool) {
	q, ok := r.quantity(m.Groups[3:])
	end := m.Groups[3+quantityGroups:]
	said, known := r.sumBehind(m.Groups[1], q, counted{scale: end[0], noun: m.Groups[2], end: end[1:]}, m)
	return said, ok && known
}

// sayPairOfSums expands "$5 to $10 million". Its groups: sign, currency; sign, whole, decimals,
// scale; joiner; currency, sign, whole, decimals, scale; end.
func (r nounRule) sayPairOfSums(m rewrite.Match) (string, bool) {
	w := m.Groups
	q, ok := r.quantity(slices.Concat(w[3:6], w[7:8], w[9:12]))
	q.scale = r.magnitudes.of(w[6])
	cents := w[6]+w[12] == "" && len(w[5]) != len(w[11]) && StartsLetter(strings.TrimSpace(w[7])) // $12.99 to $9 are two sums
	if !ok || cents || !r.sharesNoun(w[8], w[2], w[6], w[7]) || !r.joins(w[7], m) {
		return "", false
	}
	return r.sumBehind(w[1], q, counted{scale: w[12], noun: w[2], end: w[13:]}, m)
}

// sumBehind expands a sum whose currency, and perhaps sign, precede the number.
func (r nounRule) sumBehind(sign string, q quantity, c counted, m rewrite.Match) (string, bool) {
	said, known := r.signWord(sign)
	q.setSign(said)
	last, _ := utf8.DecodeLastRuneInString(m.Before)
	listed := StartsLetter(c.noun) && last == '/' || unicode.IsLetter(last) // USD/UAH 41.5 is a rate, and XX$ another currency
	if !r.stands(m) || listed || sign != "" && !known {
		return "", false
	}
	return r.counted(q, c, m)
}

// counts returns the rules for a noun after the number and its magnitude, "5 Mio. Euro", with an
// optional divisor: "/kg".
func (r nounRule) counts() []rewrite.Rule {
	if r.nouns.pattern == "" {
		return nil
	}
	scale := optional(r.scaleGap(), r.magnitudes)
	if !r.inflects {
		scale += "?" // it is looked for last: MW is no million W, and the m of millones is no metre
	}
	written := bounded(r.nouns.pattern)
	behind := scale + r.spacePattern() + r.linkPattern() + `(` + written + `)` + r.endPattern(r.name, r.shares)
	pair := r.signPattern() + r.figures + scale + gap + `(` + written + `)?` + gap + r.joinerPattern() + gap +
		r.signPattern() + r.figures + behind
	return r.rules(pair, r.quantityPattern()+behind, r.sayPair, r.sayCount)
}

// sayCount expands "5 Mio. Euro". Its groups: number, counted.
func (r nounRule) sayCount(m rewrite.Match) (string, bool) {
	q, ok := r.quantity(m.Groups[1:])
	c := newCounted(m.Groups[1+quantityGroups:])
	numbered := r.inflects && strings.HasPrefix(m.After, ". ") && StartsDigit(m.After[2:]) // "5 m. 3": house 5, flat 3
	if !ok || !r.stands(m) || numbered || adjoin(m.Groups[0], c.scale, c.noun) || c.isOfCode(m) {
		return "", false
	}
	return r.counted(q, c, m)
}

// sayPair expands "5 to 10 km". Its groups: sign, whole, decimals, scale; noun, joiner; sign,
// whole, decimals; counted.
func (r nounRule) sayPair(m rewrite.Match) (string, bool) {
	w := m.Groups
	q, ok := r.quantity(slices.Concat(w[1:4], w[6:10]))
	q.scale = r.magnitudes.of(w[4])
	c := newCounted(w[10:])
	if !ok || !r.sharesNoun(w[5], c.noun, w[4], w[6]) || !r.joins(w[6], m) || !r.stands(m) {
		return "", false
	}
	return r.counted(q, c, m)
}

// sharesNoun reports whether a pair of numbers has one noun: the noun is repeated, or the joiner or
// the scale of the first number shows that the numbers belong together.
func (r nounRule) sharesNoun(repeated, noun, scale, joiner string) bool {
	if repeated != "" {
		return r.nouns.of(repeated).name == r.nouns.of(noun).name
	}
	return r.isBetween(joiner) || scale != "" && r.isDash(joiner)
}

// counted expands a quantity of a noun and what follows it.
func (r nounRule) counted(q quantity, c counted, m rewrite.Match) (string, bool) {
	sign, share, by, compound := c.end[0], c.end[1], c.end[2], c.end[3]
	n, q := r.nouns.of(c.noun), r.behindWords(q, m.Before)
	q.describes = c.isHyphened() || sign == "" && (by == "" || r.name != "money") && r.describes(n, compound+m.After, m.Before)
	said, ok := r.sum(q, r.magnitudes.of(c.scale), n, r.name, m)
	if word := r.Pack.Numbers.Behind[sign]; word != "" {
		said += " " + word
	}
	if by != "" && ok {
		said, ok = r.per(said, share, by, r.name, r.shares.of(by))
	}
	return r.withStop(said+strings.ReplaceAll(compound, "-", " "), m), ok
}
