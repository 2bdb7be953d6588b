package spoken

import "strings"

var spanishMonths = strings.Fields("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre")

// spanishMonthNames has the months as they are written, shortened too.
var spanishMonthNames = map[string]int{
	"enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8, "septiembre": 9,
	"setiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12,
	"ene.": 1, "feb.": 2, "abr.": 4, "jun.": 6, "jul.": 7, "ago.": 8, "sept.": 9, "sep.": 9, "oct.": 10, "nov.": 11, "dic.": 12,
}

func spanishDateRules() []rule {
	names := newTable(spanishMonthNames)
	return []rule{
		{"date", `(\d{1,2})(?:\.?[º°])?(?: ?(–|-|al|a|y|o) ?(\d{1,2}))?( de | )(` + names.pattern + `)(?:(?: de[l]?)? (\d{4}))?`, func(m match) (string, bool) {
			first, joiner, last, month, year := m.groups[1], m.groups[2], m.groups[3], names.of(m.groups[5]), m.groups[6]
			if !opens(m.before) || !closes(m.after) || !isDay(first) || joiner != "" && !isDay(last) {
				return "", false
			}
			if joiner == "" {
				return spanishDate(atoi(first), month, year, m)
			}
			if joiner == "-" || joiner == "–" {
				joiner = "al"
			}
			said, ok := spanishDate(atoi(last), month, year, m)
			return spanishDay(atoi(first)) + " " + joiner + " " + said, ok
		}},
		{"year", `(\d{4})[-–](\d{4})`, func(m match) (string, bool) {
			from, to := atoi(m.groups[1]), atoi(m.groups[2])
			if !opens(m.before) || !closes(m.after) || !isYearRange(from, to, 4) {
				return "", false
			}
			joiner := " a "
			if from+1 == to { // a season, a school year
				joiner = " "
			}
			return spanishAlone(int64(from)) + joiner + spanishAlone(int64(to)), true
		}},
		{"year", `([12]\d{3})`, func(m match) (string, bool) {
			return spanishAlone(int64(atoi(m.groups[1]))), opens(m.before) && closes(m.after) && spanishIsYear(m)
		}},
	}
}

// spanishBeforeYear are words after which four figures are a year if no noun follows.
var spanishBeforeYear = wordList("en desde hasta de del año años " + strings.Join(spanishMonths, " "))

func spanishIsYear(m match) bool {
	word := wordBefore(m.before)
	_, counts := spanishGender(wordAfter(m.after))
	return word == "año" || spanishBeforeYear[word] && !counts
}

func spanishDay(day int) string {
	if day == 1 {
		return "primero"
	}
	return spanishAlone(int64(day))
}

func spanishDate(day, month int, year string, _ match) (string, bool) {
	said := spanishDay(day) + " de " + spanishMonths[month-1]
	if year == "" {
		return said, true
	}
	return said + " de " + yearInFull(year, spanishAlone), true
}
