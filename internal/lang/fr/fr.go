package fr

import (
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Rules are the rules of French.
func Rules() []rewrite.Rule {
	return slices.Concat(
		dateRules(),
		Grammar.DateRules(),
		timeRules(),
		Grammar.QuantityRules(),
		ordinalRules(),
		[]rewrite.Rule{grammar.FractionRule(fractions), Grammar.ScoreRule(`(\d{1,2})[-–](\d{1,2})`), Grammar.AloneRule()},
		abbreviations.Rules(grammar.EndsSentence),
	)
}

var Grammar = &grammar.Grammar{
	Words:  func(a grammar.Amount, n grammar.Noun, _ string) (string, bool) { return number(a, n.Gender), true },
	Form:   form,
	Scaled: func(_, n grammar.Noun) string { return of(n.Of(1)) },
	Alone:  alone,
	Cents: func(sum string, cents grammar.Amount, _ grammar.Noun, _ string) (string, bool) {
		return sum + " " + Cardinal(cents.Whole, grammar.Masculine), true
	},
	Date: date,
	Score: func(points, against int64) string {
		return Cardinal(points, grammar.Masculine) + " à " + Cardinal(against, grammar.Masculine)
	},
	Ends: grammar.EndsSentence,

	To:    "à",
	Until: []string{"à", "et", "ou"},
	Times: "sur",
	Per:   "par",
	Minus: "moins",
	Plus:  "plus",
	Link:  `(?:d['’]|de )?`,

	Percents:   percents,
	Spans:      spans,
	Units:      units,
	Magnitudes: magnitudes,
	Currencies: currencies,
}

// form is the noun after a number: the plural begins at two, and a round million has "de" after it.
func form(a grammar.Amount, n grammar.Noun, _ string) string {
	const plural, million = 2, 1_000_000
	switch {
	case a.Decimals == "" && a.Whole >= million && a.Whole%million == 0:
		return of(n.Of(1))
	case a.Whole < plural:
		return n.Of(0)
	}
	return n.Of(1)
}

func of(word string) string {
	if strings.ContainsAny(word[:1], "aeiou") || strings.HasPrefix(word, "é") {
		return "d'" + word
	}
	return "de " + word
}

// alone leaves numbers that end in un or une to the voice unless it knows the noun.
func alone(a grammar.Amount, m rewrite.Match) (string, bool) {
	said := number(a, grammar.Masculine)
	if said == number(a, grammar.Feminine) {
		return said, true
	}
	switch next := grammar.WordAfter(m.After); {
	case masculine[next]:
		return said, true
	case feminine[next]:
		return number(a, grammar.Feminine), true
	}
	return "", false
}

// What news counts most.
var (
	masculine = grammar.WordList("an ans jour jours mois soldat soldats mort morts blessé blessés civils hommes policiers députés drone " +
		"drones missile missiles avions chars pays points matchs buts millions milliards kilomètres mètres enfants otages prisonniers")
	feminine = grammar.WordList("personne personnes femme femmes heures minute minutes seconde secondes tonnes victimes attaques année " +
		"années semaine semaines fois villes voix places maisons écoles familles entreprises roquettes frappes")
)
