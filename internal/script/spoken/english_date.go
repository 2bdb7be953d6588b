package spoken

import (
	"cmp"
	"strings"
)

// Dates are said as Americans do, also where they are written day first: "Feb. 24" is "February twenty-fourth", "24
// February" is "the twenty-fourth of February". Of 3/4/2022 the month comes first, of 24.02.2022 the day.
var englishDates = []rule{
	{"date", `\b(\d{4})([-/.])(0[1-9]|1[0-2])([-/.])(0[1-9]|[12]\d|3[01])\b`, enAlone(func(m match) (string, bool) {
		return enDate(m.groups[3], m.groups[5], m.groups[1]), m.groups[2] == m.groups[4]
	})},
	{"date", `\b(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.(\d{4})\b`, enAlone(func(m match) (string, bool) {
		return enDate(m.groups[2], m.groups[1], m.groups[3]), true
	})},
	{"date", `\b(\d{1,2})/(\d{1,2})/(\d{4})\b`, enAlone(sayEnglishSlashes)},
	{"date", `\b<month> <day>(?:(?:<to>| (to|and|or|through) )(?:<month> )?<day>)?\b(?:(,?) <year>\b)?`, enAlone(sayMonthDay)},
	{"date", `\b<day>(?:(?:<to>| (to|and|or) )(?:<month> )?<day>)? (?:of )?<month>(?:,? <year>\b)?`, enAlone(sayDayMonth)},
	{"date", `\b<month> ['’]([0-4]\d)\b`, enAlone(func(m match) (string, bool) { // Dec '23
		return enMonth(m.groups[1]) + " " + enYear(2000+enInt(m.groups[2])), true
	})},
	{"date", `\b(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.(\d\d)\b`, enAlone(func(m match) (string, bool) { // on 12.3.24
		return enDate(m.groups[2], m.groups[1], "20"+m.groups[3]), enDated[strings.ToLower(enWordBefore(m.before))]
	})},
	{"date", `\b<month>(?:<to><month>)? <year>(?:<to>(?:<month> )?<year>)?\b`, enAlone(sayMonthYear)},
	{"date", `\b<month><to><month>`, enAlone(func(m match) (string, bool) {
		return enMonth(m.groups[1]) + " to " + enMonth(m.groups[2]) + enDot(m), true
	})},
	{"date", `\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.`, func(m match) (string, bool) {
		name := m.groups[1] == "Jan" || m.groups[1] == "Mar"
		return enMonth(m.groups[1]) + enStop(m.after), !name || enYearly[strings.ToLower(enWordBefore(strings.TrimSuffix(m.before, "-")))]
	}},
	{"date", `\b(Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)(?:\.?<dash>(Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b)?\.?`, enAlone(sayWeekday)},
	{"date", `\b([12]\d{3}|\d{3}|\d{1,2}) ?(BC|AD|BCE|CE)\b`, enAlone(func(m match) (string, bool) {
		return enEra(m.groups[1]) + " " + enSpelled(m.groups[2]), true
	})},
	{"date", `\bAD ([12]\d{3}|\d{3}|\d{1,2})\b`, enAlone(func(m match) (string, bool) { return "A D " + enEra(m.groups[1]), true })},
}

// enDated are words before a day that is written in figures only, which could be a version.
var enDated = enSet("on of dated since until till from by before after")

func sayEnglishSlashes(m match) (string, bool) {
	month, day := m.groups[1], m.groups[2]
	if enInt(month) > 12 {
		month, day = day, month
	}
	if n := enInt(month); n < 1 || n > 12 || enInt(day) < 1 || enInt(day) > 31 {
		return "", false
	}
	return enDate(month, day, m.groups[3]), true
}

// sayMonthDay is for "Feb. 24, 2022", "Nov. 3–5" and "Nov. 30–Dec. 2".
func sayMonthDay(m match) (string, bool) {
	month, day, joiner, month2, day2, comma, year := m.groups[1], m.groups[2], m.groups[3], m.groups[4], m.groups[5], m.groups[6], m.groups[7]
	if year == "" && (enCounts(m.after) || strings.HasPrefix(m.after, "%") || strings.HasPrefix(m.after, " 000")) {
		return "", false // in May 20 people died
	}
	said := enMonth(month) + " " + enOrdinal(enInt(day))
	if day2 != "" {
		if joiner == "" {
			joiner = "to"
		}
		said += " " + strings.TrimSpace(joiner+" "+enMonth(month2)) + " " + enOrdinal(enInt(day2))
	}
	switch {
	case year == "":
	case comma == "" && enCounts(m.after):
		said += " " + enNumber(year)
	default:
		said += ", " + enYear(enInt(year))
	}
	return said, true
}

// sayDayMonth is for "24 February 2022" and "3–5 Nov.".
func sayDayMonth(m match) (string, bool) {
	day, joiner, month1, day2, month, year := m.groups[1], m.groups[2], m.groups[3], m.groups[4], m.groups[5], m.groups[6]
	if strings.ContainsRune("$€£₴", enLastRune(m.before)) {
		return "", false
	}
	the := "the "
	if strings.EqualFold(enWordBefore(m.before), "the") {
		the = ""
	}
	said := the + enOrdinal(enInt(day))
	if month1 != "" {
		said += " of " + enMonth(month1)
	}
	if day2 != "" {
		said += " " + cmp.Or(joiner, "to") + " the " + enOrdinal(enInt(day2))
	}
	said += " of " + enMonth(month)
	if year != "" {
		return said + ", " + enYear(enInt(year)), true
	}
	return said + enDot(m), true
}

// sayMonthYear is for "Feb. 2022", "March–May 2022" and "May 2022–June 2023".
func sayMonthYear(m match) (string, bool) {
	month, month2, year, month3, year3 := m.groups[1], m.groups[2], m.groups[3], m.groups[4], m.groups[5]
	if enCounts(m.after) {
		return "", false
	}
	said := enMonth(month)
	if month2 != "" {
		said += " to " + enMonth(month2)
	}
	said += " " + enYear(enInt(year))
	if year3 != "" {
		said += " to " + strings.TrimSpace(enMonth(month3)+" "+enYear(enInt(year3)))
	}
	return said, true
}

// sayWeekday is for "Mon., Dec. 2" and "Mon–Fri". Without a full stop or a range it is a name: "the Sun".
func sayWeekday(m match) (string, bool) {
	first, last := enWeekday(m.groups[1]), enWeekday(m.groups[2])
	dotted := strings.HasSuffix(m.groups[0], ".")
	switch {
	case last != "":
		return first + " to " + last + enDot(m), true
	case dotted && (enWordBefore(m.before) != "the" || strings.HasPrefix(m.after, ",")):
		return first + enStop(m.after), true
	}
	return "", false
}

func enDate(month, day, year string) string {
	return enMonths[enInt(month)-1] + " " + enOrdinal(enInt(day)) + ", " + enYear(enInt(year))
}

var enMonths = strings.Fields("January February March April May June July August September October November December")

// enMonth is the name of a month by its first letters.
func enMonth(written string) string { return enLonger(enMonths, written) }

func enWeekday(written string) string {
	return enLonger(strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"), written)
}

func enLonger(names []string, written string) string {
	if len(written) < 3 {
		return ""
	}
	for _, name := range names {
		if strings.HasPrefix(name, written[:3]) {
			return name
		}
	}
	return written
}

// enEra says a year of an era, of which small ones are counts.
func enEra(figures string) string {
	if len(figures) == 3 {
		return enCode(figures)
	}
	return enYear(enInt(figures))
}

// enDot is enStop for a match that ends in a full stop, and nothing for others.
func enDot(m match) string {
	if strings.HasSuffix(m.groups[0], ".") {
		return enStop(m.after)
	}
	return ""
}
