package spoken

// Percent is said once for a range: "5–7%" is "five to seven percent".
var englishPercents = []rule{
	{"percent", `<sign><number>(?:%?(<to>|-to-| to )<number>)? ?(%|pct\b\.?|pp\b|p\.p\.|ppt\b|‰)(\+)?`, enAlone(func(m match) (string, bool) {
		said := enSigned(m.groups[1], m.before) + enNumber(m.groups[2])
		last := m.groups[2]
		if m.groups[4] != "" {
			said += enTo(m.before) + enNumber(m.groups[4])
			last = ""
		}
		said += " " + enPercent(m.groups[5], last)
		if m.groups[6] != "" {
			said += " plus"
		}
		return said + enDot(m), true
	})},
}

func enPercent(sign, amount string) string {
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
