package fr

import (
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/european"
	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Rules are the rules of French.
func Rules(*grammar.Grammar) []rewrite.Rule {
	return slices.Concat(
		dateRules(),
		Grammar.DateRules(),
		timeRules(),
		Grammar.QuantityRules(),
		ordinalRules(),
		[]rewrite.Rule{european.FractionRule(fractions), Grammar.ScoreRule(`(\d{1,2})[-–](\d{1,2})`), Grammar.AloneRule()},
		abbreviations.Rules(european.EndsSentence),
	)
}

var Grammar = &european.Grammar{
	Words:  func(a european.Amount, n european.Noun, _ string) (string, bool) { return number(a, n.Gender), true },
	Form:   form,
	Scaled: func(_, n european.Noun) string { return of(n.Of(1)) },
	Alone:  alone,
	Cents: func(sum string, cents european.Amount, _ european.Noun, _ string) (string, bool) {
		return sum + " " + Cardinal(cents.Whole, european.Masculine), true
	},
	Date: date,
	Score: func(points, against int64) string {
		return Cardinal(points, european.Masculine) + " à " + Cardinal(against, european.Masculine)
	},
	Ends: european.EndsSentence,

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
func form(a european.Amount, n european.Noun, _ string) string {
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
func alone(a european.Amount, m rewrite.Match) (string, bool) {
	said := number(a, european.Masculine)
	if said == number(a, european.Feminine) {
		return said, true
	}
	switch next := european.WordAfter(m.After); {
	case masculine[next]:
		return said, true
	case feminine[next]:
		return number(a, european.Feminine), true
	}
	return "", false
}

// What news counts most.
var (
	masculine = european.WordList("an ans jour jours mois soldat soldats mort morts blessé blessés civils hommes policiers députés drone " +
		"drones missile missiles avions chars pays points matchs buts millions milliards kilomètres mètres enfants otages prisonniers")
	feminine = european.WordList("personne personnes femme femmes heures minute minutes seconde secondes tonnes victimes attaques année " +
		"années semaine semaines fois villes voix places maisons écoles familles entreprises roquettes frappes")
)
