package spoken

import "strings"

var germanMonths = strings.Fields("Januar Februar März April Mai Juni Juli August September Oktober November Dezember")

// germanMonthNames has the months as they are written, shortened too.
var germanMonthNames = map[string]int{
	"Januar": 1, "Jänner": 1, "Februar": 2, "März": 3, "April": 4, "Mai": 5, "Juni": 6, "Juli": 7, "August": 8,
	"September": 9, "Oktober": 10, "November": 11, "Dezember": 12,
	"Jan.": 1, "Feb.": 2, "Febr.": 2, "Mär.": 3, "Apr.": 4, "Jun.": 6, "Jul.": 7, "Aug.": 8, "Sep.": 9, "Sept.": 9,
	"Okt.": 10, "Nov.": 11, "Dez.": 12,
}

func germanDateRules() []rule {
	names := newTable(germanMonthNames)
	month := `(` + names.pattern + `)`
	const day, year = `(\d{1,2})\.`, `(?: (\d{4}))?`
	return []rule{
		{"date", day + `(?: ?(–|-|/|bis zum|bis|und|oder|auf den) ?` + day + `)? ?` + month + year, func(m match) (string, bool) {
			first, joiner, last, of, year := m.groups[1], m.groups[2], m.groups[3], names.of(m.groups[4]), m.groups[5]
			if !opens(m.before) || !closes(m.after) || !isDay(first) || joiner != "" && !isDay(last) {
				return "", false
			}
			if joiner == "" {
				return germanDate(atoi(first), of, year, m)
			}
			ending := germanDayEnding(m.before)
			said, ok := germanDate(atoi(last), of, year, match{before: "am "})
			return germanOrdinal(atoi(first)) + ending + " " + germanJoiner(joiner) + " " + said, ok
		}},
		{"date", `(\d{1,2})\.(\d{1,2})\.`, func(m match) (string, bool) {
			if !opens(m.before) || !closes(m.after) || !isDay(m.groups[1]) || !isMonth(m.groups[2]) {
				return "", false
			}
			said, ok := germanDate(atoi(m.groups[1]), atoi(m.groups[2]), "", m)
			if blankAfter(m) {
				said += "."
			}
			return said, ok
		}},
		{"year", `(\d{2}|\d{4})er`, func(m match) (string, bool) {
			stem := germanYear(atoi(m.groups[1]))
			after := strings.TrimLeft(m.after, "- \u00A0")
			return stem + "er", opens(m.before) && m.groups[1][len(m.groups[1])-1] == '0' && atoi(m.groups[1]) > 0 &&
				(closes(m.after) || strings.HasPrefix(after, "Jahre"))
		}},
		{"year", `(\d{4})(–|-|/| bis )(\d{4}|\d{2})`, func(m match) (string, bool) {
			from, to := atoi(m.groups[1]), atoi(m.groups[3])
			if !opens(m.before) || !closes(m.after) || !isYearRange(from, to, len(m.groups[3])) {
				return "", false
			}
			joiner := " bis "
			if m.groups[2] == "/" || from%100+1 == to {
				joiner = " "
			}
			return germanYear(from) + joiner + germanYear(to), true
		}},
	}
}

func germanJoiner(written string) string {
	if written == "–" || written == "-" || written == "/" {
		return "bis"
	}
	return written
}

// isYearRange reports whether two numbers, the second of so many figures, are years.
func isYearRange(from, to, figures int) bool {
	if figures == 2 {
		to += from / 100 * 100
	}
	return from >= 1000 && from < to && to <= 2100
}

// germanDate says day, month and year; the word in front decides the ending of the day.
func germanDate(day, month int, year string, m match) (string, bool) {
	said := germanOrdinal(day) + germanDayEnding(m.before) + " " + germanMonths[month-1]
	if year == "" {
		return said, true
	}
	if len(year) == 2 && year[0] == '0' {
		said += " null"
	}
	return said + " " + germanYear(atoi(year)), true
}

var (
	germanWeak     = wordList("am vom zum beim im dem den des ab bis seit nach vor diesem diesen jedem jeden auf")
	germanWeekdays = wordList("montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag")
)

// germanDayEnding is that of "der dritte", "am dritten" and, where no article is in front, "dritter Mai".
func germanDayEnding(before string) string {
	words := lastWords(strings.TrimRight(before, ", "), 2)
	word := strings.ToLower(words[0])
	if germanWeekdays[word] {
		word = strings.ToLower(words[1])
	}
	switch {
	case word == "der", word == "dieser":
		return "e"
	case germanWeak[word]:
		return "en"
	}
	return "er"
}
