package spoken

import (
	"strconv"
	"strings"
)

// ukMonths are the genitives of the months; ukMonthAbbreviations their short forms, by number.
var (
	ukMonths             = strings.Fields("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня")
	ukMonthAbbreviations = map[string]int{
		"січ": 1, "лют": 2, "бер": 3, "берез": 3, "квіт": 4, "трав": 5, "черв": 6, "лип": 7, "серп": 8, "вер": 9, "верес": 9,
		"жовт": 10, "лист": 11, "листоп": 11, "груд": 12,
	}
)

const (
	ukMonth = `(січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|` +
		`(?:січ|лют|берез|бер|квіт|трав|черв|лип|серп|верес|вер|жовт|листоп|лист|груд)\.)`
	// ukYearBehind is a year behind a month: its digits, an ending and "року".
	ukYearBehind = `(?:,?` + ukSpace + `(\d{4})(-го)?(?:` + ukSpace + `?(року|р\.))?)?`
	ukBetween    = `(?:` + ukSpace + `?[–—-]` + ukSpace + `?|, | (?:і|й|та|або|чи|по|до|на) )`
	ukDays       = `(\d{1,2}(?:-го|-те)?(?:` + ukBetween + `\d{1,2}(?:-го|-те)?)*)`
)

// ukSayDay is the rule for days of months, with a year or without: "24 лютого 2022 року", "5, 6 і 7 травня", "з 1 по 5 травня".
func ukSayDay(m match) (string, bool) {
	month := m.groups[2]
	if number, short := ukMonthAbbreviations[strings.TrimSuffix(month, ".")]; short {
		month = ukMonths[number-1]
	}
	days, ok := ukSayDays(m.before, m.groups[1])
	free := ukFreeDigits(m.before) || ukMonthDash().MatchString(ending(m.before))
	if !ok || !free || !ukApart(m) {
		return "", false
	}
	return days + " " + month + ukSayYearBehind(m.groups[3:]) + ukStop(m), true
}

// ukMonthDash ends text in which a range of days goes on over the end of a month: "30 вересня-".
var ukMonthDash = lazy(ukMonth + `-$`)

// ukSayYearBehind says the groups of ukYearBehind, "року" even where it is not written.
func ukSayYearBehind(groups []string) string {
	year, err := strconv.ParseInt(groups[0], 10, 64)
	if err != nil {
		return ""
	}
	said := " " + ukOrdinal(year, ukGenitive, ukMasculine)
	if groups[1] != "" && groups[2] == "" { // 2022-го
		return said
	}
	return said + " року"
}

var ukDayParts = lazy(`(\d{1,2})(?:-го|-те)?|[^\d]+`)

// ukSayDays says the days of one month, each in the case that the word in front of it asks for.
func ukSayDays(before, days string) (string, bool) {
	c := ukDayCase(before)
	var said strings.Builder
	for _, part := range ukDayParts().FindAllStringSubmatch(days, -1) {
		day, err := strconv.ParseInt(part[1], 10, 64)
		switch {
		case err != nil && strings.ContainsAny(part[0], "–—-"):
			said.WriteString(" – ")
		case err != nil:
			said.WriteString(part[0])
			if word, _ := ukLastWord(part[0]); word == "по" || word == "на" || word == "до" {
				c = ukDayCase(part[0])
			}
		case day < 1 || day > 31:
			return "", false
		default:
			said.WriteString(ukOrdinal(day, c, ukNeuter))
		}
	}
	return said.String(), true
}

// ukDayCase is the case of a day of a month: the genitive says when ("другого грудня"), else the word in front rules.
func ukDayCase(before string) ukCase {
	word, _ := ukLastWord(before)
	switch {
	case word == "за" || ukAllows(before, ukAccusative):
		return ukAccusative
	case word == "між" || word == "перед":
		return ukInstrumental
	}
	return ukGenitive
}

// ukSayNumericDate is the rule for 24.02.2022, 24/02/2022 and, with the groups the other way round, 2022-02-24.
func ukSayNumericDate(m match) (string, bool) {
	day, month, year := m.groups[1], m.groups[2], m.groups[3]
	if len(day) == 4 {
		day, year = year, day
	}
	return ukSayFullDate(m, day, month, year)
}

func ukSayFullDate(m match, dayDigits, monthDigits, yearDigits string) (string, bool) {
	day, _ := strconv.ParseInt(dayDigits, 10, 64)
	month, _ := strconv.Atoi(monthDigits)
	year, _ := strconv.ParseInt(yearDigits, 10, 64)
	if day < 1 || day > 31 || month < 1 || month > 12 || !ukFreeDigits(m.before) || !ukApart(m) {
		return "", false
	}
	said := ukOrdinal(day, ukDayCase(m.before), ukNeuter) + " " + ukMonths[month-1]
	if year == 0 {
		return said, true
	}
	if len(yearDigits) == 2 {
		year += 2000
	}
	return said + " " + ukOrdinal(year, ukGenitive, ukMasculine) + " року" + ukStop(m), true
}

// ukSayShortDate is the rule for "до 24.02": where a day is meant and no year is said.
func ukSayShortDate(m match) (string, bool) {
	bracketed := strings.HasSuffix(m.before, "(") && strings.HasPrefix(m.after, ")")
	if word, _ := ukLastWord(m.before); !bracketed && !ukDayWords[word] && !ukHourBehind().MatchString(m.after) || ukMeasured().MatchString(m.after) {
		return "", false
	}
	return ukSayFullDate(m, m.groups[1], m.groups[2], "")
}

var ukHourBehind = lazy(`^,? об? \d`)

var ukDayWords = map[string]bool{"до": true, "від": true, "з": true, "із": true, "після": true, "на": true, "вночі": true, "дата": true}

// ukMeasured matches behind digits what shows that they are an amount or go on.
var ukMeasured = lazy(`^(?:` + ukSpace + `?(?:%|°|млн|млрд|тис|грн|дол|євро|\$|€|к?м\b|[кс]?м\s|кг|бал|відс)|[.,:/-]\d)`)

var ukDigitsGoOn = lazy(`(?:[.,:/\d-]|\d–)$`)

// ukFreeDigits tells whether digits may begin here, rather than go on.
func ukFreeDigits(before string) bool {
	return !ukDigitsGoOn().MatchString(before)
}

// ukSayMonthYear is the rule for a year behind a month or a season: "у лютому 2022", "навесні 2024 року".
func ukSayMonthYear(m match) (string, bool) {
	word, _ := ukLastWord(m.before)
	if !ukSeasons[word] && !ukIsMonth(word) || !ukApart(m) {
		return "", false
	}
	return strings.TrimPrefix(ukSayYearBehind(m.groups[1:]), " ") + ukStop(m), true
}

var ukSeasons = func() map[string]bool {
	words := map[string]bool{}
	for word := range strings.FieldsSeq("весна весни весну весною навесні літо літа літом влітку осінь осені восени зима зими зиму взимку") {
		words[word] = true
	}
	return words
}()

// ukMonthStems begin the forms of the names of months.
var ukMonthStems = strings.Fields("січ лют берез квіт трав черв лип серп верес жовт листопад груд")

func ukIsMonth(word string) bool {
	for _, stem := range ukMonthStems {
		if rest, ok := strings.CutPrefix(word, stem); ok && ukMonthEndings[rest] {
			return true
		}
	}
	return false
}

var ukMonthEndings = map[string]bool{
	"ень": true, "ня": true, "ню": true, "нем": true, "ні": true, "ий": true, "ого": true, "ому": true, "им": true,
	"": true, "а": true, "у": true, "ом": true, "і": true,
}
