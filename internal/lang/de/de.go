package de

import (
	"slices"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Rules are the rules of German.
func Rules() []rewrite.Rule {
	return slices.Concat(
		dateRules(),
		Grammar.DateRules(),
		timeRules(),
		compoundRules(),
		Grammar.QuantityRules(),
		ordinalRules(),
		[]rewrite.Rule{grammar.FractionRule(fractions), romanRule, Grammar.ScoreRule(`(\d{1,3}):(\d{1,3})`), Grammar.AloneRule()},
		abbreviations.Rules(BlankAfter),
	)
}

var Grammar = &grammar.Grammar{
	Words:  words,
	Form:   func(a grammar.Amount, n grammar.Noun, _ string) string { return form(a, n) },
	Scaled: func(_, n grammar.Noun) string { return n.Of(1) },
	Alone:  alone,
	Cents: func(sum string, cents grammar.Amount, _ grammar.Noun, _ string) (string, bool) {
		return sum + " " + Cardinal(cents.Whole), true
	},
	Date: date,
	Score: func(points, against int64) string {
		return Cardinal(points) + " zu " + Cardinal(against)
	},
	Ends: BlankAfter,

	To:    "bis",
	Until: []string{"bis zu", "bis"},
	Times: "mal",
	Per:   "pro",
	Minus: "minus",
	Plus:  "plus",

	Percents:   percents,
	Spans:      spans,
	Units:      units,
	Magnitudes: magnitudes,
	Currencies: currencies,
}

// words says a number before a noun. One takes its case: after "mit" the dative, after another word in small
// letters most often the accusative, and at the start the nominative.
func words(a grammar.Amount, n grammar.Noun, before string) (string, bool) {
	if !a.IsOne() {
		return number(a), true
	}
	word := grammar.WordBefore(before)
	switch {
	case n.Gender == grammar.Feminine && dative[word]:
		return "einer", true
	case n.Gender == grammar.Feminine:
		return "eine", true
	case dative[word]:
		return "einem", true
	case n.Gender == grammar.Masculine && word != "" && !grammar.StartsUpper(grammar.LastWords(before, 1)[0]):
		return "einen", true
	}
	return "ein", true
}

var dative = grammar.WordList("mit von bei zu aus nach seit außer gegenüber vom zum beim")

func form(a grammar.Amount, n grammar.Noun) string {
	if a.IsOne() {
		return n.Of(0)
	}
	return n.Of(1)
}

// alone leaves a lone 1 to the voice: ein, eine, einem, eins.
func alone(a grammar.Amount, m rewrite.Match) (string, bool) {
	const hundreds, thousands = 1100, 2000
	switch {
	case a.IsOne() || a.Whole < hundreds && ordinalFollows(m.After):
		return "", false
	case a.Decimals == "" && !a.Grouped && a.Whole >= hundreds && a.Whole < thousands:
		return yearWords(int(a.Whole)), true // a year, or a number that may be said like one
	}
	return number(a), true
}
