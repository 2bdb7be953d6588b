package fr

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/european"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

var months = strings.Fields("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")

// monthNames has the months as they are written, shortened too.
var monthNames = map[string]int{
	"janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8, "aout": 8,
	"septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
	"janv.": 1, "févr.": 2, "fév.": 2, "avr.": 4, "juil.": 7, "sept.": 9, "oct.": 10, "nov.": 11, "déc.": 12,
}

func dateRules() []rewrite.Rule {
	names := european.NewTable(monthNames)
	return []rewrite.Rule{
		{Name: "date", Pattern: `(\d{1,2})(er)?(?: ?(–|-|au|et|ou) ?(\d{1,2}))? (` + names.Pattern + `)(?: (\d{4}))?`, Say: func(m rewrite.Match) (string, bool) {
			first, joiner, last, month, year := m.Groups[1], m.Groups[3], m.Groups[4], names.Of(m.Groups[5]), m.Groups[6]
			if !european.Opens(m.Before) || !european.Closes(m.After) || !european.IsDay(first) || joiner != "" && !european.IsDay(last) {
				return "", false
			}
			if joiner == "" {
				return date(european.Atoi(first), month, year, m)
			}
			if joiner == "-" || joiner == "–" {
				joiner = "au"
			}
			said, ok := date(european.Atoi(last), month, year, m)
			return dayWords(european.Atoi(first)) + " " + joiner + " " + said, ok
		}},
		{Name: "year", Pattern: `(\d{4})[-–](\d{4})`, Say: func(m rewrite.Match) (string, bool) {
			from, to := european.Atoi(m.Groups[1]), european.Atoi(m.Groups[2])
			if !european.Opens(m.Before) || !european.Closes(m.After) || !european.IsYearRange(from, to, 4) {
				return "", false
			}
			joiner := " à "
			if from+1 == to { // a season, a school year
				joiner = " "
			}
			return Cardinal(int64(from), european.Masculine) + joiner + Cardinal(int64(to), european.Masculine), true
		}},
		{Name: "year", Pattern: `([12]\d{3})`, Say: func(m rewrite.Match) (string, bool) {
			return Cardinal(int64(european.Atoi(m.Groups[1])), european.Masculine),
				european.Opens(m.Before) && european.Closes(m.After) && beforeYear[european.WordBefore(m.Before)]
		}},
	}
}

// beforeYear are words after which four figures are a year, those that end in one too.
var beforeYear = european.WordList("en depuis dès fin début mi année années " + strings.Join(months, " "))

func dayWords(day int) string {
	if day == 1 {
		return "premier"
	}
	return Cardinal(int64(day), european.Masculine)
}

func date(day, month int, year string, _ rewrite.Match) (string, bool) {
	said := dayWords(day) + " " + months[month-1]
	if year == "" {
		return said, true
	}
	return said + " " + european.YearInFull(year, func(n int64) string { return Cardinal(n, european.Masculine) }), true
}
