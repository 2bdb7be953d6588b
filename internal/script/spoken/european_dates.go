package spoken

import "strconv"

// dateRules are for dates in figures alone: day, month, year, and as ISO 8601 has them.
func (g *grammar) dateRules() []rule {
	return []rule{
		{"date", `(\d{1,2})(\. ?|/|-)(\d{1,2})(\. ?|/|-)(\d{4}|\d{2})`, func(m match) (string, bool) {
			year := m.groups[5]
			if m.groups[2] != m.groups[4] || m.groups[2] == "-" && len(year) == 2 {
				return "", false
			}
			return g.inFigures(m.groups[1], m.groups[3], year, m)
		}},
		{"date", `(\d{4})-(\d\d)-(\d\d)`, func(m match) (string, bool) {
			return g.inFigures(m.groups[3], m.groups[2], m.groups[1], m)
		}},
	}
}

func (g *grammar) inFigures(day, month, year string, m match) (string, bool) {
	if !opens(m.before) || !closes(m.after) || !isDay(day) || !isMonth(month) {
		return "", false
	}
	return g.date(atoi(day), atoi(month), year, m)
}

func isDay(figures string) bool   { n := atoi(figures); return n >= 1 && n <= 31 }
func isMonth(figures string) bool { n := atoi(figures); return n >= 1 && n <= 12 }

// isClock reports whether hour and minute are a time of day. No minutes are.
func isClock(hour, minute string) bool { return atoi(hour) <= 24 && atoi(minute) <= 59 }

// yearInFull says a year of four figures, or of two: "05" with its zero.
func yearInFull(year string, cardinal func(int64) string) string {
	if len(year) == 4 {
		return cardinal(int64(atoi(year)))
	}
	return asNumber(year, cardinal)
}

// atoi is the number of a few figures, 0 if there are none: patterns let nothing else through.
func atoi(figures string) int {
	n, _ := strconv.Atoi(figures)
	return n
}
