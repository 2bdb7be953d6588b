package en

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Years are said in pairs. Four digits without a comma are a year, because news writes counts with
// one, unless a counted noun follows. A year before 1900 needs evidence before it.
var yearRules = []rewrite.Rule{
	{Name: "year", Pattern: `\b<year>(<dash>|/)((?:1[5-9]|20)\d\d|\d\d)\b`, Say: alone(sayYears)},
	{Name: "year", Pattern: `\b([12]\d{3})\b`, Say: alone(sayYear)},
}

// sayYears says 2014-2022, 2022–24 and the season 2023/24. The second year is said in full, because
// that is understood best.
func sayYears(m rewrite.Match) (string, bool) {
	first, last := m.Groups[1], m.Groups[3]
	if len(last) == 2 {
		last = first[:2] + last
	}
	next := m.After != "" && strings.ContainsAny(m.After[:1], "-/%")
	if next || atoi(last) <= atoi(first) || counts(m.After) || measured(m.After) {
		return "", false
	}
	if m.Groups[2] == "/" {
		return code(first) + " " + code(last), true
	}
	return code(first) + to(m.Before) + code(last), true
}

func sayYear(m rewrite.Match) (string, bool) {
	n := atoi(m.Groups[1])
	before := strings.ToLower(wordBefore(m.Before))
	last := ""
	if m.Before != "" {
		last = m.Before[len(m.Before)-1:]
	}
	switch {
	case counts(m.After), measured(m.After), is("numbered", before), strings.ContainsAny(last, "+/$#"), behindFigure(m.Before), n > 2199:
		return "", false
	case n >= 1900, is("yearly", before), strings.HasSuffix(m.Before, "("), strings.HasSuffix(m.Before, "ca. "), strings.HasSuffix(m.Before, " c. "), isMonth(before):
		return code(m.Groups[1]), true
	}
	return "", false
}

// behindFigure reports whether digits follow others over a hyphen: 5-2022 is a code, mid-2022 a
// year.
func behindFigure(before string) bool {
	stem, joined := strings.CutSuffix(before, "-")
	return joined && stem != "" && (startsFigure(stem[len(stem)-1:]) || isUpper(stem[len(stem)-1:]))
}

// measured reports whether a unit or currency follows.
func measured(after string) bool {
	word := wordAfter(after)
	_, unit := units()[word]
	_, currency := currencies()[word]
	return unit || currency || strings.HasPrefix(after, "%")
}
