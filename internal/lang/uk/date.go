package uk

import (
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

const (
	month = `(січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|` +
		`(?:січ|лют|берез|бер|квіт|трав|черв|лип|серп|верес|вер|жовт|листоп|лист|груд)\.)`
	// yearBehind matches a year after a month: its digits, an ending and "року".
	yearBehind = `(?:,?` + space + `(\d{4})(-го)?(?:` + space + `?(року|р\.))?)?`
	between    = `(?:` + space + `?[–—-]` + space + `?|, | (?:і|й|та|або|чи|по|до|на) )`
	days       = `(\d{1,2}(?:-го|-те)?(?:` + between + `\d{1,2}(?:-го|-те)?)*)`
)

// sayDay says days of months, with or without a year: "24 лютого 2022 року", "5, 6 і 7 травня",
// "з 1 по 5 травня".
func sayDay(m rewrite.Match) (string, bool) {
	month := m.Groups[2]
	if number, short := vocab().MonthAbbreviations[strings.TrimSuffix(month, ".")]; short {
		month = vocab().Months[number-1]
	}
	days, ok := sayDays(m.Before, m.Groups[1])
	free := freeDigits(m.Before) || monthDash().MatchString(rewrite.Tail(m.Before))
	if !ok || !free || !apart(m) {
		return "", false
	}
	return days + " " + month + sayYearBehind(m.Groups[3:]) + stop(m), true
}

// monthDash matches the end of text in which a range of days crosses the end of a month: "30
// вересня-".
var monthDash = rewrite.Lazy(month + `-$`)

// sayYearBehind says the groups of yearBehind, with "року" even if it is not written.
func sayYearBehind(groups []string) string {
	year, err := strconv.ParseInt(groups[0], 10, 64)
	if err != nil {
		return ""
	}
	said := " " + ordinal(year, genitive, masculine)
	if groups[1] != "" && groups[2] == "" { // 2022-го
		return said
	}
	return said + " року"
}

var dayParts = rewrite.Lazy(`(\d{1,2})(?:-го|-те)?|[^\d]+`)

// sayDays says the days of one month, each in the case that the word before it governs.
func sayDays(before, days string) (string, bool) {
	c := dayCase(before)
	var said strings.Builder
	for _, part := range dayParts().FindAllStringSubmatch(days, -1) {
		day, err := strconv.ParseInt(part[1], 10, 64)
		switch {
		case err != nil && strings.ContainsAny(part[0], "–—-"):
			said.WriteString(" – ")
		case err != nil:
			said.WriteString(part[0])
			if word, _ := lastWord(part[0]); word == "по" || word == "на" || word == "до" {
				c = dayCase(part[0])
			}
		case day < 1 || day > 31:
			return "", false
		default:
			said.WriteString(ordinal(day, c, neuter))
		}
	}
	return said.String(), true
}

// dayCase returns the case of a day of a month: the genitive says when ("другого грудня"), else
// the word before governs it.
func dayCase(before string) grammaticalCase {
	word, _ := lastWord(before)
	switch {
	case word == "за" || allows(before, accusative):
		return accusative
	case word == "між" || word == "перед":
		return instrumental
	}
	return genitive
}

// sayNumericDate says 24.02.2022, 24/02/2022 and, with the groups in reverse order, 2022-02-24.
func sayNumericDate(m rewrite.Match) (string, bool) {
	day, month, year := m.Groups[1], m.Groups[2], m.Groups[3]
	if len(day) == 4 {
		day, year = year, day
	}
	return sayFullDate(m, day, month, year)
}

func sayFullDate(m rewrite.Match, dayDigits, monthDigits, yearDigits string) (string, bool) {
	day, _ := strconv.ParseInt(dayDigits, 10, 64)
	month, _ := strconv.Atoi(monthDigits)
	year, _ := strconv.ParseInt(yearDigits, 10, 64)
	if day < 1 || day > 31 || month < 1 || month > 12 || !freeDigits(m.Before) || !apart(m) {
		return "", false
	}
	said := ordinal(day, dayCase(m.Before), neuter) + " " + vocab().Months[month-1]
	if year == 0 {
		return said, true
	}
	if len(yearDigits) == 2 {
		year += 2000
	}
	return said + " " + ordinal(year, genitive, masculine) + " року" + stop(m), true
}

// sayShortDate says "до 24.02": a day without a year.
func sayShortDate(m rewrite.Match) (string, bool) {
	bracketed := strings.HasSuffix(m.Before, "(") && strings.HasPrefix(m.After, ")")
	if word, _ := lastWord(m.Before); !bracketed && !vocab().DayWords[word] && !hourBehind().MatchString(m.After) || measured().MatchString(m.After) {
		return "", false
	}
	return sayFullDate(m, m.Groups[1], m.Groups[2], "")
}

var hourBehind = rewrite.Lazy(`^,? об? \d`)

// measured matches what shows, after digits, that they are an amount or go on.
var measured = rewrite.Lazy(`^(?:` + space + `?(?:%|°|млн|млрд|тис|грн|дол|євро|\$|€|к?м\b|[кс]?м\s|кг|бал|відс)|[.,:/-]\d)`)

var digitsGoOn = rewrite.Lazy(`(?:[.,:/\d-]|\d–)$`)

// freeDigits reports whether digits may begin here, rather than go on.
func freeDigits(before string) bool {
	return !digitsGoOn().MatchString(before)
}

// sayMonthYear says a year after a month or a season: "у лютому 2022", "навесні 2024 року".
func sayMonthYear(m rewrite.Match) (string, bool) {
	word, _ := lastWord(m.Before)
	if !vocab().Seasons[word] && !isMonth(word) || !apart(m) {
		return "", false
	}
	return strings.TrimPrefix(sayYearBehind(m.Groups[1:]), " ") + stop(m), true
}

func isMonth(word string) bool {
	for _, stem := range vocab().MonthStems {
		if rest, ok := strings.CutPrefix(word, stem); ok && (rest == "" || vocab().MonthEndings[rest]) {
			return true
		}
	}
	return false
}
