package spoken

import (
	"slices"
	"strings"
)

// polish are the rules of Polish.
func polish() []rule {
	return slices.Concat(
		polishDateRules(),
		polishGrammar.dateRules(),
		polishTimeRules(),
		polishYearRules(),
		polishGrammar.quantityRules(),
		[]rule{fractionRule(polishFractions), polishGrammar.scoreRule(`(\d{1,3}):(\d{1,3})`), polishGrammar.aloneRule()},
		polishDeclinedRules(),
		polishAbbreviations.rules(endsSentence),
	)
}

var polishGrammar = &grammar{
	words: func(a amount, n noun, before string) (string, bool) {
		c := polishGoverned[wordBefore(before)]
		return polishNumber(a, n.gender, c), polishKnown(a, n, c, before)
	},
	form: func(a amount, n noun, before string) string {
		if a.decimals != "" {
			return n.of(3)
		}
		return polishPlural(a.whole, n, polishGoverned[wordBefore(before)])
	},
	scaled: func(_, n noun) string { return n.of(2) },
	alone:  polishNumberAlone,
	cents: func(sum string, cents amount, n noun, before string) (string, bool) {
		c := polishGoverned[wordBefore(before)]
		return sum + " " + polishCardinal(cents.whole, n.cent.gender, c) + " " + polishPlural(cents.whole, *n.cent, c), true
	},
	date: func(day, month int, year string, m match) (string, bool) {
		return polishDate(day, month, year, m.before), true
	},
	score: func(points, against int64) string {
		return polishAlone(points) + " do " + polishCardinal(against, masculine, polishGenitive)
	},
	ends: endsSentence,

	to:    "do",
	until: []string{"do", "i", "lub"},
	times: "na",
	minus: "minus",
	plus:  "plus",

	percents:   polishPercents,
	units:      polishUnits,
	magnitudes: polishMagnitudes,
	currencies: polishCurrencies,
}

// polishKnown reports whether a of n can be said in the case: the tables have not all forms of all nouns.
func polishKnown(a amount, n noun, c polishCase, before string) bool {
	const locative = 4
	switch {
	case c == polishLocative:
		return len(n.forms) > locative && !a.isOne()
	case a.isOne() && n.gender == feminine && c == polishNominative:
		return strings.TrimSpace(before) == "" // elsewhere it may be the accusative
	}
	return c == polishNominative || c == polishGenitive
}

// polishNumberAlone says a number before a noun that no table of units has. Its form depends on whether the noun is a
// group of people with men in it, which the noun must tell; one, and all that cannot be told, is left to the voice.
func polishNumberAlone(a amount, m match) (string, bool) {
	before, next := wordBefore(m.before), wordAfter(m.after)
	c := polishGoverned[before]
	counted := c
	if c == polishLocative {
		counted = polishNominative // "w 5 minut": the noun is no locative, so the number is an accusative
	}
	switch {
	case a.decimals != "":
		return polishNumber(a, masculine, polishNominative), c == polishNominative
	case a.isOne(), c == polishInstrumental, c == polishUnknown:
		return "", false
	case strings.HasPrefix(m.after, ".") && next == "" && !blankAfter(match{after: m.after[1:]}): // an ordinal: "5. miejsce"
		return "", false
	case polishNumbered[before], strings.HasSuffix(strings.TrimRight(m.before, " \u00A0"), "§"):
		return polishAlone(a.whole), true
	case a.whole >= 1000 && a.whole%1000 == 0 && !polishOther(next):
		return polishCardinal(a.whole, masculine, c), true
	case strings.HasSuffix(next, "ach"), strings.HasSuffix(next, "om"):
		return polishCardinal(a.whole, masculine, polishLocative), true
	case polishMen[next]:
		return polishOfMen(a.whole, c), true
	case polishFeminine[next]:
		return polishCardinal(a.whole, feminine, counted), true
	case polishThings[next]:
		return polishCardinal(a.whole, masculine, counted), true
	}
	return "", false
}

// polishOfMen says a number of men or of a group with men in it: "dwunastu żołnierzy", also as the subject. Thousands are
// nouns of their own.
func polishOfMen(n int64, c polishCase) string {
	rest := polishCardinal(n%1000, masculine, polishGenitive)
	if n < 1000 {
		return rest
	}
	return polishCardinal(n-n%1000, masculine, c) + " " + rest
}

// polishOther reports whether a noun stands in the instrumental, which the tables do not have.
func polishOther(noun string) bool { return strings.HasSuffix(noun, "ami") }

var (
	polishNumbered = wordList("numer nr str. s. strona stronie art. artykuł rozdz. rozdział ust.")
	polishMen      = wordList("żołnierzy ludzi mężczyzn cywilów policjantów rezerwistów terrorystów separatystów ochotników mieszkańców pracowników posłów senatorów uchodźców jeńców " +
		"strażaków ratowników lekarzy uczniów studentów zabitych rannych poległych zakładników obywateli wojskowych " +
		"Ukraińców Polaków Rosjan Niemców dziennikarzy wyborców kandydatów zawodników kibiców turystów migrantów funkcjonariuszy")
	polishFeminine = wordList("osób osoby kobiet kobiety godzin godziny minut minuty sekund sekundy rakiet rakiety szkół szkoły " +
		"ofiar ofiary firm firmy spółek spółki wsi sztuk sztuki stron strony miejscowości rodzin rodziny karetek karetki partii partie")
	polishThings = wordList("lat lata dni miesięcy miesiące tygodni tygodnie razy drony dronów czołgi czołgów samoloty samolotów " +
		"śmigłowców śmigłowce pojazdów pojazdy pocisków pociski ataków ataki domów domy budynków budynki mieszkań mieszkania miast miasta " +
		"krajów kraje państw państwa szpitali szpitale kilometrów kilometry metrów metry litrów litry punktów punkty głosów głosy " +
		"przypadków przypadki miejsc miejsca meczów mecze goli gole medali medale mandatów mandaty okrętów okręty wozów wozy")
)
