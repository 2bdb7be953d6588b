package en

import (
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// A range says "percent" once: "5–7%" is "five to seven percent".
var percentRules = []rewrite.Rule{
	{Name: "percent", Pattern: `<sign><number>(?:%?(<to>|-to-| to )<number>)? ?(%|pct\b\.?|pp\b|p\.p\.|ppt\b|‰)(\+)?`, Say: alone(func(m rewrite.Match) (string, bool) {
		said := signed(m.Groups[1], m.Before) + number(m.Groups[2])
		last := m.Groups[2]
		if m.Groups[4] != "" {
			said += to(m.Before) + number(m.Groups[4])
			last = ""
		}
		said += " " + percent(m.Groups[5], last)
		if m.Groups[6] != "" {
			said += " plus"
		}
		return said + dot(m), true
	})},
}

func percent(sign, amount string) string {
	switch sign {
	case "%", "pct", "pct.":
		return "percent"
	case "‰":
		return "per mille"
	}
	if amount == "1" {
		return "percentage point"
	}
	return "percentage points"
}
