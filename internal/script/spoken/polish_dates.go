package spoken

import "strings"

var polishMonths = strings.Fields("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia")

var polishMonthNames = map[string]int{
	"stycznia": 1, "lutego": 2, "marca": 3, "kwietnia": 4, "maja": 5, "czerwca": 6, "lipca": 7, "sierpnia": 8,
	"września": 9, "października": 10, "listopada": 11, "grudnia": 12,
}

func polishDateRules() []rule {
	names := newTable(polishMonthNames)
	return []rule{
		{"date", `(\d{1,2})(?: ?(–|-|i|lub|do|/) ?(\d{1,2}))? (` + names.pattern + `)(?: (\d{4}))?(?: (r\.|roku))?`, func(m match) (string, bool) {
			first, joiner, last, year := m.groups[1], m.groups[2], m.groups[3], m.groups[5]
			if !opens(m.before) || !closes(m.after) || !isDay(first) || joiner != "" && !isDay(last) || year == "" && m.groups[6] != "" {
				return "", false
			}
			said := ""
			if joiner != "" {
				said = polishOrdinal(atoi(first), polishDayEnding(m.before)) + " " + polishJoiner(joiner) + " "
				first = last
			}
			return said + polishDate(atoi(first), names.of(m.groups[4]), year, m.before) + polishYearWord(m.groups[6], "roku", m), true
		}},
		{"date", `(\d{1,2})\.(\d{1,2})\.(\d{4}) ?(r\.|roku)`, func(m match) (string, bool) {
			day, month := m.groups[1], m.groups[2]
			if !opens(m.before) || !closes(m.after) || !isDay(day) || !isMonth(month) {
				return "", false
			}
			return polishDate(atoi(day), atoi(month), m.groups[3], m.before) + polishYearWord(m.groups[4], "roku", m), true
		}},
	}
}

// polishYearWord is the word that was written after a year, with the full stop of the sentence if "r." ended it.
func polishYearWord(written, said string, m match) string {
	switch {
	case written == "":
		return ""
	case written == "r." && endsSentence(m):
		return " " + said + "."
	}
	return " " + said
}

func polishJoiner(written string) string {
	if strings.ContainsAny(written, "–-/") {
		return "do"
	}
	return written
}

// polishDate says day, month and year: the day in the genitive, as in "on the", or as the preposition has it.
func polishDate(day, month int, year string, before string) string {
	said := polishOrdinal(day, polishDayEnding(before)) + " " + polishMonths[month-1]
	if year == "" || atoi(year) == 0 {
		return said
	}
	return said + " " + polishOrdinal(atoi(year), polishEgo)
}

func polishDayEnding(before string) polishEnding {
	switch wordBefore(before) {
	case "po", "przed", "między", "pomiędzy", "przy":
		return polishYm
	}
	return polishEgo
}
