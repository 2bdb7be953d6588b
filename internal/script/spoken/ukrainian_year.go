package spoken

import (
	"strconv"
	"strings"
)

// ukYears matches one year or several, with a form of "рік" behind them as the last group.
const ukYears = `((?:1\d|20)\d{2}(?:-го|-му|-й)?(?:(?:` + ukSpace + `?[–—/-]` + ukSpace + `?|, | (?:і|й|та|або|чи|по|до|проти) )(?:1\d|20)\d{2}(?:-го|-му|-й)?)*)`

// ukYearForms has the cases of the forms of "рік", singular and plural.
var ukYearForms = map[string]ukCase{
	"рік": ukNominative, "року": ukGenitive, "рокові": ukDative, "роком": ukInstrumental, "році": ukLocative,
	"роки": ukNominative, "років": ukGenitive, "рокам": ukDative, "роками": ukInstrumental, "роках": ukLocative,
}

// ukSayYears is the rule for years with "рік" behind them: "у 2014 році", "2014–2022 рр.".
func ukSayYears(m match) (string, bool) {
	noun := m.groups[2]
	c, written := ukYearForms[noun]
	if !ukFreeDigits(m.before) || !ukApart(m) {
		return "", false
	}
	if !written {
		plural := strings.HasPrefix(noun, "рр")
		c = ukYearCase(m.before, plural)
		noun = ukYearNoun(noun, c)
	}
	return ukSayYearList(m.before, m.groups[1], c) + " " + noun + ukStop(m), true
}

// ukYearNoun spells out "р.", "рр.", "р. н." and "р. в.".
func ukYearNoun(short string, c ukCase) string {
	switch {
	case strings.HasPrefix(short, "рр"):
		return ukNouns["рік"].plural[c]
	case strings.HasSuffix(short, "н."):
		return ukNouns["рік"].singular[c] + " народження"
	case strings.HasSuffix(short, "в."):
		return ukNouns["рік"].singular[c] + " випуску"
	}
	return ukNouns["рік"].singular[c]
}

// ukYearCase is the case of years before "р." or "рр.".
func ukYearCase(before string, plural bool) ukCase {
	governed := ukPlaces(before)
	switch {
	case governed != nil:
		return governed[0]
	case plural:
		return ukNominative
	}
	return ukGenitive
}

var ukYearParts = lazy(`(\d{4})(?:-го|-му|-й)?|[^\d]+`)

// ukSayYearList says years in the case of the last one, but for a word that asks for another: "з 2014 по 2022 рік".
func ukSayYearList(before, years string, last ukCase) string {
	parts := ukYearParts().FindAllStringSubmatch(years, -1)
	var said strings.Builder
	for i, part := range parts {
		year, err := strconv.ParseInt(part[1], 10, 64)
		switch {
		case err == nil && i == 0 && len(parts) > 1 && ukTurns(parts):
			said.WriteString(ukOrdinal(year, ukGenitive, ukMasculine)) // з … по
		case err == nil:
			said.WriteString(ukOrdinal(year, last, ukMasculine))
		case strings.ContainsAny(part[0], "–—-/"):
			said.WriteString(" – ")
		default:
			said.WriteString(part[0])
		}
	}
	return said.String()
}

// ukTurns tells whether a word between the years changes the case.
func ukTurns(parts [][]string) bool {
	word := strings.TrimSpace(parts[1][0])
	return word == "по" || word == "до"
}

// ukSayOldYear is the rule for years of less than four digits or before our era, which only "року" tells from an amount.
func ukSayOldYear(m match) (string, bool) {
	year, err := strconv.ParseInt(m.groups[1], 10, 64)
	noun := m.groups[2]
	era := ukEra().MatchString(m.after)
	if err != nil || !ukFreeDigits(m.before) || !ukApart(m) || !era && (len(m.groups[1]) < 3 || noun == "р.") {
		return "", false
	}
	if noun == "р." {
		noun = ukNouns["рік"].singular[ukYearCase(m.before, false)]
	}
	return ukOrdinal(year, ukYearForms[noun], ukMasculine) + " " + noun, true
}

var ukEra = lazy(`^` + ukSpace + `(?:до )?н(?:\.|ашої)`)

// ukYearEnd matches what may follow a year that stands alone.
var ukYearEnd = lazy(`^(?:$|[.,;:!?)»”"…]|` + ukSpace + `(?:[–—(А-ЯІЇЄҐ]|(?:і|й|та|або|чи|коли|через|було|була|були|він|вона|вони|його|її|по|до|на|у|в|з)` + ukSpace + `))`)

// ukSayBareYear is the rule for a year that only a word in front shows to be one: "у 2014", "з 2014 по 2022".
func ukSayBareYear(m match) (string, bool) {
	if !ukFreeDigits(m.before) || !ukApart(m) || !ukYearEnd().MatchString(m.after) || ukMeasured().MatchString(m.after) {
		return "", false
	}
	word, _ := ukLastWord(m.before)
	c, ok := map[string]ukCase{
		"у": ukLocative, "в": ukLocative, "з": ukGenitive, "із": ukGenitive, "до": ukGenitive, "від": ukGenitive, "після": ukGenitive,
		"по": ukAccusative, "протягом": ukGenitive, "на": ukAccusative, "за": ukAccusative,
	}[word]
	if !ok {
		return ukSayLifespan(m)
	}
	return ukSayYearList(m.before, m.groups[1], c), true
}

// ukSayLifespan says years in brackets: "(1814–1861)".
func ukSayLifespan(m match) (string, bool) {
	bracketed := strings.HasSuffix(m.before, "(") && strings.HasPrefix(m.after, ")")
	if !bracketed || len(m.groups[1]) < 9 {
		return "", false
	}
	return ukSayYearList(m.before, m.groups[1], ukNominative), true
}

// ukSaySchoolYear is the rule for "2022/2023 навч. рік" and "у 2022/2023 н. р.".
func ukSaySchoolYear(m match) (string, bool) {
	from, _ := strconv.ParseInt(m.groups[1], 10, 64)
	to, _ := strconv.ParseInt(m.groups[2], 10, 64)
	c, written := ukYearForms[m.groups[3]]
	if !written {
		c = ukPlace(m.before)
	}
	said := ukOrdinal(from, c, ukMasculine) + " – " + ukOrdinal(to, c, ukMasculine)
	return said + " навчальн" + ukHard[ukMasculine][c] + " " + ukNouns["рік"].singular[c] + ukStop(m), to == from+1 && ukFreeDigits(m.before)
}

// ukSaySeason is the rule for seasons of sport: 2023/24 is the years twenty-three and twenty-four of one century.
func ukSaySeason(m match) (string, bool) {
	from, _ := strconv.ParseInt(m.groups[1], 10, 64)
	to, _ := strconv.ParseInt(m.groups[2], 10, 64)
	if !ukFreeDigits(m.before) || !ukApart(m) || (from+1)%100 != to%100 {
		return "", false
	}
	return ukCardinal(from, ukNominative, ukMasculine) + " – " + ukCardinal(to%100, ukNominative, ukMasculine), true
}
