package european

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// FractionRule is for the fractions of news: "1/3", "¾". said has them as they are written with figures.
func FractionRule(said map[string]string) rewrite.Rule {
	return rewrite.Rule{Name: "number", Pattern: `[1-4]/(?:10|[2-58])|[½⅓⅔¼¾]`, Say: func(m rewrite.Match) (string, bool) {
		written := m.Groups[0]
		if figures, ok := fractionSigns[written]; ok {
			written = figures
		}
		form, ok := said[written]
		numbered := StartsDigit(strings.TrimLeft(m.After, " \u00A0")) // an issue of a magazine: Heft 3/4 2024
		return form, ok && Opens(m.Before) && Closes(m.After) && !numbered && !behindNumber(m.Before)
	}}
}

var fractionSigns = map[string]string{"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4"}

// behindNumber reports whether a whole number stands in front of the fraction, which would be left in figures: 2 1/2.
func behindNumber(before string) bool { return wholeBefore().MatchString(rewrite.Tail(before)) }

var wholeBefore = rewrite.Lazy(`\d[ \x{00A0}\x{202F}]$`)
