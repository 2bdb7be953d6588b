package uk

import (
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// years matches one or several years, with a form of "рік" after them as the last group.
const years = `((?:1\d|20)\d{2}(?:-го|-му|-й)?(?:(?:` + space + `?[–—/-]` + space + `?|, | (?:і|й|та|або|чи|по|до|проти) )(?:1\d|20)\d{2}(?:-го|-му|-й)?)*)`

// yearForms maps the forms of "рік", singular and plural, to their cases.
var yearForms = map[string]grammaticalCase{
	"рік": nominative, "року": genitive, "рокові": dative, "роком": instrumental, "році": locative,
	"роки": nominative, "років": genitive, "рокам": dative, "роками": instrumental, "роках": locative,
}

// sayYears says years with "рік" after them: "у 2014 році", "2014–2022 рр.".
func sayYears(m rewrite.Match) (string, bool) {
	noun := m.Groups[2]
	c, written := yearForms[noun]
	if !freeDigits(m.Before) || !apart(m) {
		return "", false
	}
	if !written {
		plural := strings.HasPrefix(noun, "рр")
		c = yearCase(m.Before, plural)
		noun = yearNoun(noun, c)
	}
	return sayYearList(m.Before, m.Groups[1], c) + " " + noun + stop(m), true
}

// yearNoun spells out "р.", "рр.", "р. н." and "р. в.".
func yearNoun(short string, c grammaticalCase) string {
	switch {
	case strings.HasPrefix(short, "рр"):
		return nouns()["рік"].plural[c]
	case strings.HasSuffix(short, "н."):
		return nouns()["рік"].singular[c] + " народження"
	case strings.HasSuffix(short, "в."):
		return nouns()["рік"].singular[c] + " випуску"
	}
	return nouns()["рік"].singular[c]
}

// yearCase returns the case of years before "р." or "рр.".
func yearCase(before string, plural bool) grammaticalCase {
	governed := places(before)
	switch {
	case governed != nil:
		return governed[0]
	case plural:
		return nominative
	}
	return genitive
}

var yearParts = rewrite.Lazy(`(\d{4})(?:-го|-му|-й)?|[^\d]+`)

// sayYearList says years in the case of the last one, unless a word asks for another: "з 2014 по
// 2022 рік".
func sayYearList(before, years string, last grammaticalCase) string {
	parts := yearParts().FindAllStringSubmatch(years, -1)
	var said strings.Builder
	for i, part := range parts {
		year, err := strconv.ParseInt(part[1], 10, 64)
		switch {
		case err == nil && i == 0 && len(parts) > 1 && turns(parts):
			said.WriteString(ordinal(year, genitive, masculine)) // з … по
		case err == nil:
			said.WriteString(ordinal(year, last, masculine))
		case strings.ContainsAny(part[0], "–—-/"):
			said.WriteString(" – ")
		default:
			said.WriteString(part[0])
		}
	}
	return said.String()
}

// turns reports whether a word between the years changes the case.
func turns(parts [][]string) bool {
	word := strings.TrimSpace(parts[1][0])
	return word == "по" || word == "до"
}

// sayOldYear says years of fewer than four digits or before our era, which only "року" tells from
// an amount.
func sayOldYear(m rewrite.Match) (string, bool) {
	year, err := strconv.ParseInt(m.Groups[1], 10, 64)
	noun := m.Groups[2]
	era := era().MatchString(m.After)
	if err != nil || !freeDigits(m.Before) || !apart(m) || !era && (len(m.Groups[1]) < 3 || noun == "р.") {
		return "", false
	}
	if noun == "р." {
		noun = nouns()["рік"].singular[yearCase(m.Before, false)]
	}
	return ordinal(year, yearForms[noun], masculine) + " " + noun, true
}

var era = rewrite.Lazy(`^` + space + `(?:до )?н(?:\.|ашої)`)

// yearEnd matches what may follow a year that has no "рік".
var yearEnd = rewrite.Lazy(`^(?:$|[.,;:!?)»”"…]|` + space + `(?:[–—(А-ЯІЇЄҐ]|(?:і|й|та|або|чи|коли|через|було|була|були|він|вона|вони|його|її|по|до|на|у|в|з)` + space + `))`)

// sayBareYear says a year that only the word before identifies: "у 2014", "з 2014 по 2022".
func sayBareYear(m rewrite.Match) (string, bool) {
	if !freeDigits(m.Before) || !apart(m) || !yearEnd().MatchString(m.After) || measured().MatchString(m.After) {
		return "", false
	}
	word, _ := lastWord(m.Before)
	c, ok := map[string]grammaticalCase{
		"у": locative, "в": locative, "з": genitive, "із": genitive, "до": genitive, "від": genitive, "після": genitive,
		"по": accusative, "протягом": genitive, "на": accusative, "за": accusative,
	}[word]
	if !ok {
		return sayLifespan(m)
	}
	return sayYearList(m.Before, m.Groups[1], c), true
}

// sayLifespan says years in brackets: "(1814–1861)".
func sayLifespan(m rewrite.Match) (string, bool) {
	bracketed := strings.HasSuffix(m.Before, "(") && strings.HasPrefix(m.After, ")")
	if !bracketed || len(m.Groups[1]) < 9 {
		return "", false
	}
	return sayYearList(m.Before, m.Groups[1], nominative), true
}

// saySchoolYear says "2022/2023 навч. рік" and "у 2022/2023 н. р.".
func saySchoolYear(m rewrite.Match) (string, bool) {
	from, _ := strconv.ParseInt(m.Groups[1], 10, 64)
	to, _ := strconv.ParseInt(m.Groups[2], 10, 64)
	c, written := yearForms[m.Groups[3]]
	if !written {
		c = place(m.Before)
	}
	said := ordinal(from, c, masculine) + " – " + ordinal(to, c, masculine)
	return said + " навчальн" + vocab().Hard[masculine][c] + " " + nouns()["рік"].singular[c] + stop(m), to == from+1 && freeDigits(m.Before)
}

// saySeason says sports seasons: 2023/24 is the years twenty-three and twenty-four of one
// century.
func saySeason(m rewrite.Match) (string, bool) {
	from, _ := strconv.ParseInt(m.Groups[1], 10, 64)
	to, _ := strconv.ParseInt(m.Groups[2], 10, 64)
	if !freeDigits(m.Before) || !apart(m) || (from+1)%100 != to%100 {
		return "", false
	}
	return cardinalWords(from, nominative, masculine) + " – " + cardinalWords(to%100, nominative, masculine), true
}
