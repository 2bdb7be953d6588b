package en

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Two numbers joined by a sign that is neither a range nor a fraction: ratings, shares, verses,
// codes.
var ratioRules = []rewrite.Rule{
	{Name: "number", Pattern: `\b(\d{1,3}(?:\.\d)?)/(5|10|100)\b`, Say: alone(sayRating)},
	{Name: "number", Pattern: `\b(\d{1,2})/(\d{1,2})\b`, Say: alone(sayShares)},
	{Name: "number", Pattern: `\b(\d{1,6})-(\d{1,6})\b`, Say: alone(sayCode)},
	{Name: "number", Pattern: `\b(\d{5})(?:-(\d{4}))?\b`, Say: alone(sayZip)},
	{Name: "number", Pattern: `\b(\d{1,3})((?:\((?:\d{1,2}|[a-hj-r]|i{1,3}|i?v|vi{0,3})\))+)`, Say: alone(sayClause)},
}

// sayRating says points out of a maximum, 8/10 and 4.5/5 stars. "of" makes it tenths: 9/10 of the
// crop.
func sayRating(m rewrite.Match) (string, bool) {
	top, bottom, next := m.Groups[1], m.Groups[2], wordAfter(m.After)
	rated := strings.Contains(top, ".") || isRated(m) || bottom == "10" && top != "1"
	return number(top) + " out of " + number(bottom), rated && next != "of" && !measured(m.After)
}

func isRated(m rewrite.Match) bool {
	return is("rated", strings.ToLower(wordBefore(m.Before))) || is("rating", wordAfter(m.After))
}

// sayShares says a 60/40 split, and a date that names an event: 7/7.
func sayShares(m rewrite.Match) (string, bool) {
	first, last := atoi(m.Groups[1]), atoi(m.Groups[2])
	said := number(m.Groups[1]) + " " + number(m.Groups[2])
	if first == last && isRated(m) {
		said = strings.Replace(said, " ", " out of ", 1)
	}
	return said, !strings.HasPrefix(m.After, "/") && (first+last == 100 || first == last && first > 1)
}

// sayCode says case numbers and the like, 12-3456 and 10313-1. A range, in contrast, ascends, and
// its numbers have the same number of digits or are round.
func sayCode(m rewrite.Match) (string, bool) {
	first, last := m.Groups[1], m.Groups[2]
	numbered := is("coded", strings.ToLower(wordBefore(m.Before)))
	if strings.HasSuffix(strings.TrimRight(m.Before, spaces), ".") { // No., pp.
		return "", false
	}
	coded := last[0] == '0' && len(last) > 1 || len(first) > 3 && atoi(last) < atoi(first) && len(last) != 2 ||
		len(last) > len(first) && atoi(last) > 10*atoi(first) && atoi(last)%10 != 0 && len(first) > 1
	year := len(first) == 4 && first[0] <= '2' && len(last) == 2
	return code(first) + " " + code(last), (numbered || coded) && !year && apartDash(m) && !counts(m.After) && !strings.HasPrefix(m.After, "%")
}

// sayZip says the number after a state: D.C. 20500.
func sayZip(m rewrite.Match) (string, bool) {
	before := strings.TrimRight(m.Before, spaces)
	word := before[strings.LastIndexAny(before, " ,\u00A0\n")+1:]
	_, state := stateName(word)
	said := digits(m.Groups[1])
	if m.Groups[2] != "" {
		said += ", " + digits(m.Groups[2])
	}
	return said, before != m.Before && (state || word == "D.C." || word == "DC") && !counts(m.After)
}

// sayClause says a clause of a law: Article 5(1)(a).
func sayClause(m rewrite.Match) (string, bool) {
	said := number(m.Groups[1])
	for _, part := range strings.FieldsFunc(m.Groups[2], func(r rune) bool { return r == '(' || r == ')' }) {
		n, roman := roman(strings.ToUpper(part))
		switch {
		case rewrite.IsDigit(part[0]):
			said += " " + number(part)
		case roman && part != "c" && part != "l":
			said += " " + cardinal(n)
		default:
			said += " " + strings.ToUpper(part)
		}
	}
	return said, true
}
