package grammar

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Fractions is the rule for the fractions of news: "1/3", "¾".
func (g *Grammar) Fractions() []rewrite.Rule {
	if len(g.Pack.Fractions) == 0 {
		return nil
	}
	return []rewrite.Rule{{Name: "number", Pattern: `\d{1,2}/\d{1,3}|[½⅓⅔¼¾⅕⅛]`, Say: func(m rewrite.Match) (string, bool) {
		written := m.Groups[0]
		if figures, ok := fractionSigns[written]; ok {
			written = figures
		}
		said, ok := g.Pack.Fractions[written]
		numbered := StartsDigit(strings.TrimLeft(m.After, " \u00A0")) // an issue of a magazine: Heft 3/4 2024
		return said, ok && Opens(m.Before) && Closes(m.After) && !numbered && !BehindNumber(m.Before)
	}}}
}

var fractionSigns = map[string]string{"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅛": "1/8"}

// BehindNumber reports whether a whole number stands in front of the fraction, which would be left
// in figures: 2 1/2.
func BehindNumber(before string) bool { return wholeBefore().MatchString(rewrite.Tail(before)) }

var wholeBefore = rewrite.Lazy(`\d[ \x{00A0}\x{202F}]$`)
