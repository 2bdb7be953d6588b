package grammar

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// Alone returns the rule for numbers and ranges whose noun is an ordinary word, or that have no
// noun.
func (g *Grammar) Alone() []rewrite.Rule {
	return []rewrite.Rule{{Name: "number", Pattern: g.numberPattern(), Whole: !g.Pack.Numbers.Every, Say: func(m rewrite.Match) (string, bool) {
		q, ok := g.quantity(m.Groups[1:])
		if g.Pack.Numbers.Every {
			return g.plain(g.behindWords(q, m.Before)), ok && g.stands(m)
		}
		if !ok || !g.stands(m) || g.isCode(q, m) || sign.In(m.After) || g.inflects && g.isMeasured(m.After) || !isRange(q, m) ||
			g.isOrdinal(q.last, m) || g.isLeft(m) || g.mayBeYear(q, m) {
			return "", false
		}
		return g.agreed(q, m)
	}}}
}

// plain spells out a quantity that agrees with nothing.
func (g *Grammar) plain(q quantity) string {
	last, _ := g.number(q.last, pack.Class{}, nominative)
	if q.joiner == "" {
		return last
	}
	first, _ := g.number(q.first, pack.Class{}, nominative)
	return q.joined(first, last)
}

// stands reports whether a match is not part of a longer word or number.
func (g *Grammar) stands(m rewrite.Match) bool {
	if g.Whole != nil {
		return g.Whole(m)
	}
	return (Opens(m.Before) || g.isShort(wordBefore(rewrite.Tail(m.Before)))) && Closes(m.After)
}

// isOrdinal reports whether the full stop after a number may make it an ordinal that no phrase
// could expand: "5. Platz", "5. 6.".
func (g *Grammar) isOrdinal(a amount, m rewrite.Match) bool {
	rest, stop := strings.CutPrefix(m.After, ".")
	if !stop || !g.Pack.Numbers.Stop {
		return false
	}
	if g.Pack.Numbers.Capitals {
		return len(a.whole) <= 3 && strings.TrimLeft(rest, closing) != ""
	}
	next := WordAfter(rest)
	return StartsDigit(strings.TrimLeft(rest, " \u00A0")) || next != "" && !StartsUpper(next)
}

// isLeft reports whether a number labels a list item, or ends a range whose first number was left
// as written.
func (g *Grammar) isLeft(m rewrite.Match) bool {
	before := rewrite.Tail(m.Before)
	return g.between().MatchString(before) || g.inflects && itemStart().MatchString(before) && itemEnd().MatchString(m.After)
}

// mayBeYear reports whether a number that counts nothing may be a year, which the voice can read
// better.
func (g *Grammar) mayBeYear(q quantity, m rewrite.Match) bool {
	n := q.last.value()
	if g.Pack.Numbers.Year != "-" || q.joiner != "" || q.last.grouped || q.last.decimals != "" || n < 1800 || n >= 2100 {
		return false
	}
	readings, _ := g.readingsAfter(m.After)
	return readings == nil
}

// The text before and after the number of a list item.
var (
	itemStart = lazyregexp.New(`(?:^|[.!?…:;]\s+|\n)$`)
	itemEnd   = lazyregexp.New(`^[.)] (?:[\p{Lu}«]|$)`)
)

// isCode reports whether a number is part of a code that is read digit by digit: a telephone
// number, a postcode.
func (g *Grammar) isCode(q quantity, m rewrite.Match) bool {
	const longest = 4
	if isIn(wordBefore(m.Before), g.Pack.Counted.Codes) {
		return true
	}
	ungrouped := !q.last.grouped && len(q.last.whole) > longest || !q.first.grouped && len(q.first.whole) > longest
	before := strings.TrimRight(m.Before, " \u00A0\u202F/-")
	return ungrouped && !g.isCounting(m.After) || StartsDigit(strings.TrimLeft(m.After, " \u00A0\u202F/-")) ||
		before != "" && before != m.Before && StartsDigit(before[len(before)-1:])
}

// isCounting reports whether a noun follows a long number. "12345 casos" is a count; a postcode has
// no noun.
func (g *Grammar) isCounting(after string) bool {
	if !g.inflects {
		_, word := g.readingsAfter(after)
		return word && WordAfter(after) != ""
	}
	return g.readings[WordAfter(after)] != nil
}

// isRange reports whether two joined numbers are a range such as 10-15, not a designation such as
// Boeing 737-800. Numbers joined by a word need not ascend: 5 and 3.
func isRange(q quantity, m rewrite.Match) bool {
	const small = 3
	if joiner := m.Groups[joinerGroup]; joiner != "-" && joiner != "–" || q.first.sign != "" || q.last.sign != "" {
		return true
	}
	named := m.Groups[joinerGroup] == "-" && len(q.last.whole) >= small && StartsUpper(LastWords(m.Before, 1)[0])
	return q.first.value() < q.last.value() && !named
}
