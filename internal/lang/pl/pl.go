package pl

import (
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/european"
	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Rules are the rules of Polish.
func Rules(*grammar.Grammar) []rewrite.Rule {
	return slices.Concat(
		dateRules(),
		Grammar.DateRules(),
		timeRules(),
		yearRules(),
		Grammar.QuantityRules(),
		[]rewrite.Rule{european.FractionRule(fractions), Grammar.ScoreRule(`(\d{1,3}):(\d{1,3})`), Grammar.AloneRule()},
		declinedRules(),
		abbreviations.Rules(european.EndsSentence),
	)
}

var Grammar = &european.Grammar{
	Words: func(a european.Amount, n european.Noun, before string) (string, bool) {
		c := governed[european.WordBefore(before)]
		return number(a, n.Gender, c), known(a, n, c, before)
	},
	Form: func(a european.Amount, n european.Noun, before string) string {
		if a.Decimals != "" {
			return n.Of(3)
		}
		return plural(a.Whole, n, governed[european.WordBefore(before)])
	},
	Scaled: func(_, n european.Noun) string { return n.Of(2) },
	Alone:  numberAlone,
	Cents: func(sum string, cents european.Amount, n european.Noun, before string) (string, bool) {
		c := governed[european.WordBefore(before)]
		return sum + " " + cardinal(cents.Whole, n.Cent.Gender, c) + " " + plural(cents.Whole, *n.Cent, c), true
	},
	Date: func(day, month int, year string, m rewrite.Match) (string, bool) {
		return date(day, month, year, m.Before), true
	},
	Score: func(points, against int64) string {
		return Alone(points) + " do " + cardinal(against, european.Masculine, genitiveCase)
	},
	Ends: european.EndsSentence,

	To:    "do",
	Until: []string{"do", "i", "lub"},
	Times: "na",
	Minus: "minus",
	Plus:  "plus",

	Percents:   percents,
	Units:      units,
	Magnitudes: magnitudes,
	Currencies: currencies,
}

// known reports whether a of n can be said in the case: the tables have not all forms of all nouns.
func known(a european.Amount, n european.Noun, c grammaticalCase, before string) bool {
	const locative = 4
	switch {
	case c == locativeCase:
		return len(n.Forms) > locative && !a.IsOne()
	case a.IsOne() && n.Gender == european.Feminine && c == nominativeCase:
		return strings.TrimSpace(before) == "" // elsewhere it may be the accusative
	}
	return c == nominativeCase || c == genitiveCase
}

// numberAlone says a number before a noun that no table of units has. Its form depends on whether the noun is a
// group of people with men in it, which the noun must tell; one, and all that cannot be told, is left to the voice.
func numberAlone(a european.Amount, m rewrite.Match) (string, bool) {
	before, next := european.WordBefore(m.Before), european.WordAfter(m.After)
	c := governed[before]
	counted := c
	if c == locativeCase {
		counted = nominativeCase // "w 5 minut": the noun is no locative, so the number is an accusative
	}
	switch {
	case a.Decimals != "":
		return number(a, european.Masculine, nominativeCase), c == nominativeCase
	case strings.HasSuffix(strings.TrimRight(m.Before, " \u00A0"), "№") && a.Decimals == "":
		return Alone(a.Whole), true
	case a.IsOne(), c == instrumentalCase, c == unknownCase:
		return "", false
	case strings.HasPrefix(m.After, ".") && next == "" && !european.BlankAfter(rewrite.Match{After: m.After[1:]}): // an ordinal: "5. miejsce"
		return "", false
	case numbered[before], strings.HasSuffix(strings.TrimRight(m.Before, " \u00A0"), "§"):
		return Alone(a.Whole), true
	case a.Whole >= 1000 && a.Whole%1000 == 0 && !other(next):
		return cardinal(a.Whole, european.Masculine, c), true
	case strings.HasSuffix(next, "ach"), strings.HasSuffix(next, "om"):
		return cardinal(a.Whole, european.Masculine, locativeCase), true
	case men[next]:
		return ofMen(a.Whole, c), true
	case feminine[next]:
		return cardinal(a.Whole, european.Feminine, counted), true
	case things[next]:
		return cardinal(a.Whole, european.Masculine, counted), true
	}
	return "", false
}

// ofMen says a number of men or of a group with men in it: "dwunastu żołnierzy", also as the subject. Thousands are
// nouns of their own.
func ofMen(n int64, c grammaticalCase) string {
	rest := cardinal(n%1000, european.Masculine, genitiveCase)
	if n < 1000 {
		return rest
	}
	return cardinal(n-n%1000, european.Masculine, c) + " " + rest
}

// other reports whether a noun stands in the instrumental, which the tables do not have.
func other(noun string) bool { return strings.HasSuffix(noun, "ami") }

var (
	numbered = european.WordList("numer nr str. s. strona stronie art. artykuł rozdz. rozdział ust.")
	men      = european.WordList("żołnierzy ludzi mężczyzn cywilów policjantów rezerwistów terrorystów separatystów ochotników mieszkańców pracowników posłów senatorów uchodźców jeńców " +
		"strażaków ratowników lekarzy uczniów studentów zabitych rannych poległych zakładników obywateli wojskowych " +
		"Ukraińców Polaków Rosjan Niemców dziennikarzy wyborców kandydatów zawodników kibiców turystów migrantów funkcjonariuszy")
	feminine = european.WordList("osób osoby kobiet kobiety godzin godziny minut minuty sekund sekundy rakiet rakiety szkół szkoły " +
		"ofiar ofiary firm firmy spółek spółki wsi sztuk sztuki stron strony miejscowości rodzin rodziny karetek karetki partii partie")
	things = european.WordList("lat lata dni miesięcy miesiące tygodni tygodnie razy drony dronów czołgi czołgów samoloty samolotów " +
		"śmigłowców śmigłowce pojazdów pojazdy pocisków pociski ataków ataki domów domy budynków budynki mieszkań mieszkania miast miasta " +
		"krajów kraje państw państwa szpitali szpitale kilometrów kilometry metrów metry litrów litry punktów punkty głosów głosy " +
		"przypadków przypadki miejsc miejsca meczów mecze goli gole medali medale mandatów mandaty okrętów okręty wozów wozy")
)
