package pl

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/european"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

var months = strings.Fields("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia")

var monthNames = map[string]int{
	"stycznia": 1, "lutego": 2, "marca": 3, "kwietnia": 4, "maja": 5, "czerwca": 6, "lipca": 7, "sierpnia": 8,
	"września": 9, "października": 10, "listopada": 11, "grudnia": 12,
}

func dateRules() []rewrite.Rule {
	names := european.NewTable(monthNames)
	return []rewrite.Rule{
		{Name: "date", Pattern: `(\d{1,2})(?: ?(–|-|i|lub|do|/) ?(\d{1,2}))? (` + names.Pattern + `)(?: (\d{4}))?(?: (r\.|roku))?`, Say: func(m rewrite.Match) (string, bool) {
			first, joiner, last, year := m.Groups[1], m.Groups[2], m.Groups[3], m.Groups[5]
			if !european.Opens(m.Before) || !european.Closes(m.After) || !european.IsDay(first) || joiner != "" && !european.IsDay(last) || year == "" && m.Groups[6] != "" {
				return "", false
			}
			said := ""
			if joiner != "" {
				said = ordinal(european.Atoi(first), dayEnding(m.Before)) + " " + sayJoiner(joiner) + " "
				first = last
			}
			return said + date(european.Atoi(first), names.Of(m.Groups[4]), year, m.Before) + yearWord(m.Groups[6], "roku", m), true
		}},
		{Name: "date", Pattern: `(\d{1,2})\.(\d{1,2})\.(\d{4}) ?(r\.|roku)`, Say: func(m rewrite.Match) (string, bool) {
			day, month := m.Groups[1], m.Groups[2]
			if !european.Opens(m.Before) || !european.Closes(m.After) || !european.IsDay(day) || !european.IsMonth(month) {
				return "", false
			}
			return date(european.Atoi(day), european.Atoi(month), m.Groups[3], m.Before) + yearWord(m.Groups[4], "roku", m), true
		}},
	}
}

// yearWord is the word that was written after a year, with the full stop of the sentence if "r." ended it.
func yearWord(written, said string, m rewrite.Match) string {
	switch {
	case written == "":
		return ""
	case written == "r." && european.EndsSentence(m):
		return " " + said + "."
	}
	return " " + said
}

func sayJoiner(written string) string {
	if strings.ContainsAny(written, "–-/") {
		return "do"
	}
	return written
}

// date says day, month and year: the day in the genitive, as in "on the", or as the preposition has it.
func date(day, month int, year string, before string) string {
	said := ordinal(day, dayEnding(before)) + " " + months[month-1]
	if year == "" || european.Atoi(year) == 0 {
		return said
	}
	return said + " " + ordinal(european.Atoi(year), ego)
}

func dayEnding(before string) ending {
	switch european.WordBefore(before) {
	case "po", "przed", "między", "pomiędzy", "przy":
		return ym
	}
	return ego
}
