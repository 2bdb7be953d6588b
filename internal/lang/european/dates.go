package european

import (
	"strconv"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// dateRules are for dates in figures alone: day, month, year, and as ISO 8601 has them.
func (g *Grammar) DateRules() []rewrite.Rule {
	return []rewrite.Rule{
		{Name: "date", Pattern: `(\d{1,2})(\. ?|/|-)(\d{1,2})(\. ?|/|-)(\d{4}|\d{2})`, Say: func(m rewrite.Match) (string, bool) {
			year := m.Groups[5]
			if m.Groups[2] != m.Groups[4] || m.Groups[2] == "-" && len(year) == 2 {
				return "", false
			}
			return g.inFigures(m.Groups[1], m.Groups[3], year, m)
		}},
		{Name: "date", Pattern: `(\d{4})-(\d\d)-(\d\d)`, Say: func(m rewrite.Match) (string, bool) {
			return g.inFigures(m.Groups[3], m.Groups[2], m.Groups[1], m)
		}},
	}
}

func (g *Grammar) inFigures(day, month, year string, m rewrite.Match) (string, bool) {
	if !Opens(m.Before) || !Closes(m.After) || !IsDay(day) || !IsMonth(month) {
		return "", false
	}
	return g.Date(Atoi(day), Atoi(month), year, m)
}

func IsDay(figures string) bool   { n := Atoi(figures); return n >= 1 && n <= 31 }
func IsMonth(figures string) bool { n := Atoi(figures); return n >= 1 && n <= 12 }

// IsClock reports whether hour and minute are a time of day. No minutes are.
func IsClock(hour, minute string) bool { return Atoi(hour) <= 24 && Atoi(minute) <= 59 }

// YearInFull says a year of four figures, or of two: "05" with its zero.
func YearInFull(year string, cardinal func(int64) string) string {
	if len(year) == 4 {
		return cardinal(int64(Atoi(year)))
	}
	return AsNumber(year, cardinal)
}

// Atoi is the number of a few figures, 0 if there are none: patterns let nothing else through.
func Atoi(figures string) int {
	n, _ := strconv.Atoi(figures)
	return n
}
