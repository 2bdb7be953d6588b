package fr

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/de"
	"github.com/aloud-audio/aloud/internal/lang/grammar"
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
	names := grammar.NewTable(monthNames)
	return []rewrite.Rule{
		{Name: "date", Pattern: `(\d{1,2})(er)?(?: ?(–|-|au|et|ou) ?(\d{1,2}))? (` + names.Pattern + `)(?: (\d{4}))?`, Say: func(m rewrite.Match) (string, bool) {
			first, joiner, last, month, year := m.Groups[1], m.Groups[3], m.Groups[4], names.Of(m.Groups[5]), m.Groups[6]
			if !grammar.Opens(m.Before) || !grammar.Closes(m.After) || !grammar.IsDay(first) || joiner != "" && !grammar.IsDay(last) {
				return "", false
			}
			if joiner == "" {
				return date(grammar.Atoi(first), month, year, m)
			}
			if joiner == "-" || joiner == "–" {
				joiner = "au"
			}
			said, ok := date(grammar.Atoi(last), month, year, m)
			return dayWords(grammar.Atoi(first)) + " " + joiner + " " + said, ok
		}},
		{Name: "year", Pattern: `(\d{4})[-–](\d{4})`, Say: func(m rewrite.Match) (string, bool) {
			from, to := grammar.Atoi(m.Groups[1]), grammar.Atoi(m.Groups[2])
			if !grammar.Opens(m.Before) || !grammar.Closes(m.After) || !de.IsYearRange(from, to, 4) {
				return "", false
			}
			joiner := " à "
			if from+1 == to { // a season, a school year
				joiner = " "
			}
			return Cardinal(int64(from), grammar.Masculine) + joiner + Cardinal(int64(to), grammar.Masculine), true
		}},
		{Name: "year", Pattern: `([12]\d{3})`, Say: func(m rewrite.Match) (string, bool) {
			return Cardinal(int64(grammar.Atoi(m.Groups[1])), grammar.Masculine),
				grammar.Opens(m.Before) && grammar.Closes(m.After) && beforeYear[grammar.WordBefore(m.Before)]
		}},
	}
}

// beforeYear are words after which four figures are a year, those that end in one too.
var beforeYear = grammar.WordList("en depuis dès fin début mi année années " + strings.Join(months, " "))

func dayWords(day int) string {
	if day == 1 {
		return "premier"
	}
	return Cardinal(int64(day), grammar.Masculine)
}

func date(day, month int, year string, _ rewrite.Match) (string, bool) {
	said := dayWords(day) + " " + months[month-1]
	if year == "" {
		return said, true
	}
	return said + " " + grammar.YearInFull(year, func(n int64) string { return Cardinal(n, grammar.Masculine) }), true
}
