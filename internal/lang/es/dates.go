package es

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/european"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

var months = strings.Fields("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre")

// monthNames has the months as they are written, shortened too.
var monthNames = map[string]int{
	"enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8, "septiembre": 9,
	"setiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12,
	"ene.": 1, "feb.": 2, "abr.": 4, "jun.": 6, "jul.": 7, "ago.": 8, "sept.": 9, "sep.": 9, "oct.": 10, "nov.": 11, "dic.": 12,
}

func dateRules() []rewrite.Rule {
	names := european.NewTable(monthNames)
	return []rewrite.Rule{
		{Name: "date", Pattern: `(\d{1,2})(?:\.?[º°])?(?: ?(–|-|al|a|y|o) ?(\d{1,2}))?( de | )(` + names.Pattern + `)(?:(?: de[l]?)? (\d{4}))?`, Say: func(m rewrite.Match) (string, bool) {
			first, joiner, last, month, year := m.Groups[1], m.Groups[2], m.Groups[3], names.Of(m.Groups[5]), m.Groups[6]
			if !european.Opens(m.Before) || !european.Closes(m.After) || !european.IsDay(first) || joiner != "" && !european.IsDay(last) {
				return "", false
			}
			if joiner == "" {
				return date(european.Atoi(first), month, year, m)
			}
			if joiner == "-" || joiner == "–" {
				joiner = "al"
			}
			said, ok := date(european.Atoi(last), month, year, m)
			return dayWords(european.Atoi(first)) + " " + joiner + " " + said, ok
		}},
		{Name: "year", Pattern: `(\d{4})[-–](\d{4})`, Say: func(m rewrite.Match) (string, bool) {
			from, to := european.Atoi(m.Groups[1]), european.Atoi(m.Groups[2])
			if !european.Opens(m.Before) || !european.Closes(m.After) || !european.IsYearRange(from, to, 4) {
				return "", false
			}
			joiner := " a "
			if from+1 == to { // a season, a school year
				joiner = " "
			}
			return Alone(int64(from)) + joiner + Alone(int64(to)), true
		}},
		{Name: "year", Pattern: `([12]\d{3})`, Say: func(m rewrite.Match) (string, bool) {
			return Alone(int64(european.Atoi(m.Groups[1]))), european.Opens(m.Before) && european.Closes(m.After) && isYear(m)
		}},
	}
}

// beforeYear are words after which four figures are a year if no noun follows.
var beforeYear = european.WordList("en desde hasta de del año años " + strings.Join(months, " "))

func isYear(m rewrite.Match) bool {
	word := european.WordBefore(m.Before)
	_, counts := gender(european.WordAfter(m.After))
	return word == "año" || beforeYear[word] && !counts
}

func dayWords(day int) string {
	if day == 1 {
		return "primero"
	}
	return Alone(int64(day))
}

func date(day, month int, year string, _ rewrite.Match) (string, bool) {
	said := dayWords(day) + " de " + months[month-1]
	if year == "" {
		return said, true
	}
	return said + " de " + european.YearInFull(year, Alone), true
}
