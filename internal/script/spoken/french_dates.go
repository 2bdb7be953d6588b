package spoken

import "strings"

var frenchMonths = strings.Fields("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")

// frenchMonthNames has the months as they are written, shortened too.
var frenchMonthNames = map[string]int{
	"janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8, "aout": 8,
	"septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
	"janv.": 1, "févr.": 2, "fév.": 2, "avr.": 4, "juil.": 7, "sept.": 9, "oct.": 10, "nov.": 11, "déc.": 12,
}

func frenchDateRules() []rule {
	names := newTable(frenchMonthNames)
	return []rule{
		{"date", `(\d{1,2})(er)?(?: ?(–|-|au|et|ou) ?(\d{1,2}))? (` + names.pattern + `)(?: (\d{4}))?`, func(m match) (string, bool) {
			first, joiner, last, month, year := m.groups[1], m.groups[3], m.groups[4], names.of(m.groups[5]), m.groups[6]
			if !opens(m.before) || !closes(m.after) || !isDay(first) || joiner != "" && !isDay(last) {
				return "", false
			}
			if joiner == "" {
				return frenchDate(atoi(first), month, year, m)
			}
			if joiner == "-" || joiner == "–" {
				joiner = "au"
			}
			said, ok := frenchDate(atoi(last), month, year, m)
			return frenchDay(atoi(first)) + " " + joiner + " " + said, ok
		}},
		{"year", `(\d{4})[-–](\d{4})`, func(m match) (string, bool) {
			from, to := atoi(m.groups[1]), atoi(m.groups[2])
			if !opens(m.before) || !closes(m.after) || !isYearRange(from, to, 4) {
				return "", false
			}
			joiner := " à "
			if from+1 == to { // a season, a school year
				joiner = " "
			}
			return frenchCardinal(int64(from), masculine) + joiner + frenchCardinal(int64(to), masculine), true
		}},
		{"year", `([12]\d{3})`, func(m match) (string, bool) {
			return frenchCardinal(int64(atoi(m.groups[1])), masculine),
				opens(m.before) && closes(m.after) && frenchBeforeYear[wordBefore(m.before)]
		}},
	}
}

// frenchBeforeYear are words after which four figures are a year, those that end in one too.
var frenchBeforeYear = wordList("en depuis dès fin début mi année années " + strings.Join(frenchMonths, " "))

func frenchDay(day int) string {
	if day == 1 {
		return "premier"
	}
	return frenchCardinal(int64(day), masculine)
}

func frenchDate(day, month int, year string, _ match) (string, bool) {
	said := frenchDay(day) + " " + frenchMonths[month-1]
	if year == "" {
		return said, true
	}
	return said + " " + yearInFull(year, func(n int64) string { return frenchCardinal(n, masculine) }), true
}
