package uk

import (
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// romanNumeral matches Roman numerals below 40, in Latin letters or the Cyrillic ones that look
// alike.
const romanNumeral = `[IVXІХ]{1,7}`

var latin = strings.NewReplacer("І", "I", "Х", "X")

// roman returns the value of a Roman numeral, 0 if it is none.
func roman(written string) int64 { return int64(grammar.RomanNumber(latin.Replace(written))) }

// sayCentury says centuries, in Roman or Arabic digits: "ХХ ст.", "XVIII–XIX століть".
func sayCentury(m rewrite.Match) (string, bool) {
	noun := m.Groups[3]
	from, to := centuryOf(m.Groups[1]), centuryOf(m.Groups[2])
	if from == 0 || m.Groups[2] != "" && to == 0 || !apart(m) || !freeDigits(m.Before) || numbered().MatchString(m.After) {
		return "", false
	}
	arabic := m.Groups[1][0] <= '9'
	if arabic && (from > 21 || strings.HasPrefix(noun, "століть") || strings.HasPrefix(noun, "століттях")) {
		return "", false
	}
	c, form := centuryCase(m, noun, to > 0)
	said := ordinal(from, c, neuter)
	if to > 0 {
		said += " – " + ordinal(to, c, neuter)
	}
	return said + " " + form + stop(m), true
}

// numbered matches what shows, after "ст.", that an article of a law is meant.
var numbered = rewrite.Lazy(`^` + space + `?(?:\d|лейт|серж)`)

func centuryOf(digits string) int64 {
	if n := roman(digits); n > 0 {
		return n
	}
	n, _ := parse(digits)
	return n.whole
}

// clauseStart matches the end of text after which a clause begins.
var clauseStart = rewrite.Lazy(`(?:^|[!?…,:;(«"–—]|[\p{L}]{4}\.)\s*$`)

// centuryCase returns the case of a century and its noun: after another noun the genitive, at the
// start of a clause the nominative.
func centuryCase(m rewrite.Match, noun string, many bool) (grammaticalCase, string) {
	full := nouns()["століття"]
	switch noun {
	case "столітті":
		return locative, noun
	case "століттю":
		return dative, noun
	case "століттям":
		return instrumental, noun
	case "століть":
		return genitive, noun
	case "століттях":
		return locative, noun
	}
	c := genitive
	if governed := places(m.Before); governed != nil && (governed[0] != locative || noun != "століття") {
		c = governed[0]
	} else if governed != nil {
		c = accusative
	} else if clauseStart().MatchString(m.Before) {
		c = nominative
	}
	if many {
		return c, full.plural[c]
	}
	return c, full.singular[c]
}

// sayHalfOf says "ІІ пол. ХІХ ст.".
func sayHalfOf(m rewrite.Match) (string, bool) {
	n, c := centuryOf(m.Groups[1]), place(m.Before)
	return ordinal(n, c, feminine) + " " + nouns()["половина"].singular[c], (n == 1 || n == 2) && apart(m) && freeDigits(m.Before)
}

// sayLawNumber says the number of a law and of the parliament that passed it: "№1234-IX".
func sayLawNumber(m rewrite.Match) (string, bool) {
	parliament := roman(m.Groups[2])
	return "номер " + typeNumber(m.Groups[1]) + ", " + cardinalWords(parliament, nominative, masculine), parliament > 0 && apart(m)
}

// rulers are the stems of names of rulers and popes that take a number; rulersInA are those of
// the first declension.
var (
	rulerEndings = map[string]grammaticalCase{
		"": nominative, "а": genitive, "я": genitive, "у": dative, "ю": dative, "ові": dative, "еві": dative, "єві": dative,
		"ом": instrumental, "ем": instrumental, "єм": instrumental, "і": locative, "ї": locative,
	}
	rulerEndingsInA = map[string]grammaticalCase{
		"а": nominative, "я": nominative, "и": genitive, "ї": genitive, "і": dative, "у": accusative, "ю": accusative,
		"ою": instrumental, "єю": instrumental,
	}
)

// ruler returns the case and gender of a ruler's name.
func ruler(name string) (grammaticalCase, gender, bool) {
	for _, stem := range vocab().Rulers {
		if ending, ok := strings.CutPrefix(name, stem); ok {
			if c, ok := rulerEndings[ending]; ok {
				return c, masculine, true
			}
		}
	}
	for _, stem := range vocab().RulersInA {
		if ending, ok := strings.CutPrefix(name, stem); ok {
			if c, ok := rulerEndingsInA[ending]; ok && stem == "Микол" {
				return c, masculine, true
			} else if ok {
				return c, feminine, true
			}
		}
	}
	return 0, 0, false
}

// headings are nouns with a number after them: "розділ IV".
var headings = forms(func() pack.List { return vocab().Headings })

// sayRoman says Roman numerals after a ruler's name or a heading, or before a noun that is
// numbered: "II світова".
func sayRoman(m rewrite.Match) (string, bool) {
	n := roman(m.Groups[1])
	if n == 0 || !apart(m) || !freeDigits(m.Before) || strings.HasPrefix(m.After, "-") || strings.HasPrefix(m.After, "’") {
		return "", false
	}
	if name := nameBefore(m.Before); name != "" {
		if c, g, ok := ruler(name); ok {
			return titled(ordinal(n, c, g)), true
		}
		if readings := readings()[strings.ToLower(name)]; headings()[strings.ToLower(name)] && readings != nil {
			best := best(readings, nil, one)
			return ordinal(n, best.c, best.gender), true
		}
	}
	return sayRomanBefore(m, n)
}

func nameBefore(before string) string {
	trimmed := strings.TrimRight(before, " \u00A0")
	_, rest := lastWord(before)
	return strings.TrimPrefix(trimmed, rest)
}

// sayRomanBefore says a numeral in the form that the noun after it asks for. A lone "І" may also
// be "and".
func sayRomanBefore(m rewrite.Match, n int64) (string, bool) {
	noun := strings.ToLower(next(m.After))
	readings := slices.DeleteFunc(slices.Clone(readings()[noun]), func(r nounReading) bool { return r.plural })
	if len(readings) == 0 || n == 1 && m.Groups[1] == "І" && !romanOnly()[noun] {
		return "", false
	}
	best := best(readings, places(m.Before), one)
	return ordinal(n, best.c, best.gender), true
}

// romanOnly are the nouns behind which a lone Cyrillic "І" is a numeral.
var romanOnly = forms(func() pack.List { return vocab().RomanOnly })
