package en

import (
	"cmp"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Dates are said the American way, also if written day first: "Feb. 24" is "February
// twenty-fourth", "24 February" is "the twenty-fourth of February". In 3/4/2022 the month comes
// first, in 24.02.2022 the day.
var dateRules = []rewrite.Rule{
	{Name: "date", Pattern: `\b(\d{4})([-/.])(0[1-9]|1[0-2])([-/.])(0[1-9]|[12]\d|3[01])\b`, Say: alone(func(m rewrite.Match) (string, bool) {
		return date(m.Groups[3], m.Groups[5], m.Groups[1]), m.Groups[2] == m.Groups[4]
	})},
	{Name: "date", Pattern: `\b(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.(\d{4})\b`, Say: alone(func(m rewrite.Match) (string, bool) {
		return date(m.Groups[2], m.Groups[1], m.Groups[3]), true
	})},
	{Name: "date", Pattern: `\b(\d{1,2})/(\d{1,2})/(\d{4})\b`, Say: alone(sayEnglishSlashes)},
	{Name: "date", Pattern: `\b<month> <day>(?:(?:<to>| (to|and|or|through) )(?:<month> )?<day>)?\b(?:(,?) <year>\b)?`, Say: alone(sayMonthDay)},
	{Name: "date", Pattern: `\b<day>(?:(?:<to>| (to|and|or) )(?:<month> )?<day>)? (?:of )?<month>(?:,? <year>\b)?`, Say: alone(sayDayMonth)},
	{Name: "date", Pattern: `\b<month> ['’]([0-4]\d)\b`, Say: alone(func(m rewrite.Match) (string, bool) { // Dec '23
		return monthName(m.Groups[1]) + " " + yearWords(2000+atoi(m.Groups[2])), true
	})},
	{Name: "date", Pattern: `\b(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.(\d\d)\b`, Say: alone(func(m rewrite.Match) (string, bool) { // on 12.3.24
		return date(m.Groups[2], m.Groups[1], "20"+m.Groups[3]), is("dated", strings.ToLower(wordBefore(m.Before)))
	})},
	{Name: "date", Pattern: `\b<month>(?:<to><month>)? <year>(?:<to>(?:<month> )?<year>)?\b`, Say: alone(sayMonthYear)},
	{Name: "date", Pattern: `\b<month><to><month>`, Say: alone(func(m rewrite.Match) (string, bool) {
		return monthName(m.Groups[1]) + " to " + monthName(m.Groups[2]) + dot(m), true
	})},
	{Name: "date", Pattern: `\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.`, Say: func(m rewrite.Match) (string, bool) {
		name := m.Groups[1] == "Jan" || m.Groups[1] == "Mar"
		return monthName(m.Groups[1]) + sentenceStop(m.After), !name || is("yearly", strings.ToLower(wordBefore(strings.TrimSuffix(m.Before, "-"))))
	}},
	{Name: "date", Pattern: `\b(Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)(?:\.?<dash>(Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b)?\.?`, Say: alone(sayWeekday)},
	{Name: "date", Pattern: `\b([12]\d{3}|\d{3}|\d{1,2}) ?(BC|AD|BCE|CE)\b`, Say: alone(func(m rewrite.Match) (string, bool) {
		return era(m.Groups[1]) + " " + spelled(m.Groups[2]), true
	})},
	{Name: "date", Pattern: `\bAD ([12]\d{3}|\d{3}|\d{1,2})\b`, Say: alone(func(m rewrite.Match) (string, bool) { return "A D " + era(m.Groups[1]), true })},
}

func sayEnglishSlashes(m rewrite.Match) (string, bool) {
	month, day := m.Groups[1], m.Groups[2]
	if atoi(month) > 12 {
		month, day = day, month
	}
	if n := atoi(month); n < 1 || n > 12 || atoi(day) < 1 || atoi(day) > 31 {
		return "", false
	}
	return date(month, day, m.Groups[3]), true
}

// sayMonthDay says "Feb. 24, 2022", "Nov. 3–5" and "Nov. 30–Dec. 2".
func sayMonthDay(m rewrite.Match) (string, bool) {
	month, day, joiner, month2, day2, comma, year := m.Groups[1], m.Groups[2], m.Groups[3], m.Groups[4], m.Groups[5], m.Groups[6], m.Groups[7]
	if year == "" && (counts(m.After) || strings.HasPrefix(m.After, "%") || strings.HasPrefix(m.After, " 000")) {
		return "", false // in May 20 people died
	}
	said := monthName(month) + " " + ordinal(atoi(day))
	if day2 != "" {
		if joiner == "" {
			joiner = "to"
		}
		said += " " + strings.TrimSpace(joiner+" "+monthName(month2)) + " " + ordinal(atoi(day2))
	}
	switch {
	case year == "":
	case comma == "" && counts(m.After):
		said += " " + number(year)
	default:
		said += ", " + yearWords(atoi(year))
	}
	return said, true
}

// sayDayMonth says "24 February 2022" and "3–5 Nov.".
func sayDayMonth(m rewrite.Match) (string, bool) {
	day, joiner, month1, day2, month, year := m.Groups[1], m.Groups[2], m.Groups[3], m.Groups[4], m.Groups[5], m.Groups[6]
	if strings.ContainsRune("$€£₴", lastRune(m.Before)) {
		return "", false
	}
	the := "the "
	if strings.EqualFold(wordBefore(m.Before), "the") {
		the = ""
	}
	said := the + ordinal(atoi(day))
	if month1 != "" {
		said += " of " + monthName(month1)
	}
	if day2 != "" {
		said += " " + cmp.Or(joiner, "to") + " the " + ordinal(atoi(day2))
	}
	said += " of " + monthName(month)
	if year != "" {
		return said + ", " + yearWords(atoi(year)), true
	}
	return said + dot(m), true
}

// sayMonthYear says "Feb. 2022", "March–May 2022" and "May 2022–June 2023".
func sayMonthYear(m rewrite.Match) (string, bool) {
	month, month2, year, month3, year3 := m.Groups[1], m.Groups[2], m.Groups[3], m.Groups[4], m.Groups[5]
	if counts(m.After) {
		return "", false
	}
	said := monthName(month)
	if month2 != "" {
		said += " to " + monthName(month2)
	}
	said += " " + yearWords(atoi(year))
	if year3 != "" {
		said += " to " + strings.TrimSpace(monthName(month3)+" "+yearWords(atoi(year3)))
	}
	return said, true
}

// sayWeekday says "Mon., Dec. 2" and "Mon–Fri". Without a full stop or a range it is a name: "the
// Sun".
func sayWeekday(m rewrite.Match) (string, bool) {
	first, last := weekday(m.Groups[1]), weekday(m.Groups[2])
	dotted := strings.HasSuffix(m.Groups[0], ".")
	switch {
	case last != "":
		return first + " to " + last + dot(m), true
	case dotted && (wordBefore(m.Before) != "the" || strings.HasPrefix(m.After, ",")):
		return first + sentenceStop(m.After), true
	}
	return "", false
}

func date(month, day, year string) string {
	return monthNames()[atoi(month)-1] + " " + ordinal(atoi(day)) + ", " + yearWords(atoi(year))
}

func monthNames() []string { return cldr.Months("en", cldr.InDate, cldr.Wide) }

// monthName returns the name of a month from its first letters.
func monthName(written string) string { return longer(monthNames(), written) }

func weekday(written string) string {
	return longer(cldr.Weekdays("en", cldr.InDate, cldr.Wide), written)
}

func longer(names []string, written string) string {
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

// era says a year with its era; a small number is read as a count.
func era(figures string) string {
	if len(figures) == 3 {
		return code(figures)
	}
	return yearWords(atoi(figures))
}

// dot returns sentenceStop for a match that ends in a full stop, "" for others.
func dot(m rewrite.Match) string {
	if strings.HasSuffix(m.Groups[0], ".") {
		return sentenceStop(m.After)
	}
	return ""
}
