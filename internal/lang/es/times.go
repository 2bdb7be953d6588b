package es

import (
	"github.com/aloud-audio/aloud/internal/lang/european"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

func timeRules() []rewrite.Rule {
	return []rewrite.Rule{
		{Name: "time", Pattern: `(\d{1,2})(?:[:.](\d\d))? ?([ap])\. ?m\.`, Say: func(m rewrite.Match) (string, bool) {
			hour := european.Atoi(m.Groups[1])
			if !european.Opens(m.Before) || !european.Closes(m.After) || hour < 1 || hour > 12 || european.Atoi(m.Groups[2]) > 59 {
				return "", false
			}
			said := clock(m.Groups[1], m.Groups[2]) + " " + partOfDay(hour, m.Groups[3] == "p")
			if european.EndsSentence(m) {
				said += "."
			}
			return said, true
		}},
		{Name: "time", Pattern: `(\d{1,2})[:.](\d\d) ?(?:horas|hrs?\.?|h\.?)`, Say: func(m rewrite.Match) (string, bool) {
			hour := cardinal(int64(european.Atoi(m.Groups[1])), european.Feminine)
			said := clock(m.Groups[1], m.Groups[2]) + " horas"
			if european.Atoi(m.Groups[1]) == 1 {
				said = hour + " hora" + minutes(m.Groups[2])
			}
			return said, european.Opens(m.Before) && european.Closes(m.After) && european.IsClock(m.Groups[1], m.Groups[2])
		}},
		{Name: "time", Pattern: `(\d{1,2}):(\d\d)`, Say: func(m rewrite.Match) (string, bool) {
			said := clock(m.Groups[1], m.Groups[2])
			if european.Atoi(m.Groups[2]) == 0 && european.Atoi(m.Groups[1]) > 12 {
				said += " horas"
			}
			return said, european.Opens(m.Before) && european.Closes(m.After) && european.IsClock(m.Groups[1], m.Groups[2])
		}},
	}
}

// clock says "quince treinta" and "quince y cinco"; full hours have no minutes.
func clock(hour, minute string) string {
	return cardinal(int64(european.Atoi(hour)), european.Feminine) + minutes(minute)
}

func minutes(minute string) string {
	switch n := european.Atoi(minute); {
	case n == 0:
		return ""
	case n < 10:
		return " y " + Alone(int64(n))
	default:
		return " " + Alone(int64(n))
	}
}

// partOfDay says a. m. and p. m. as they are spoken.
func partOfDay(hour int, afternoon bool) string {
	const noon, dusk, dawn = 12, 8, 6
	switch {
	case afternoon && (hour == noon || hour < dusk):
		return "de la tarde"
	case afternoon, hour == noon:
		return "de la noche"
	case hour < dawn:
		return "de la madrugada"
	}
	return "de la mañana"
}
