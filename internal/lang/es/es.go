package es

import (
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Rules are the rules of Spanish.
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
	Words:  words,
	Form:   form,
	Scaled: scaled,
	Alone:  numberAlone,
	Cents: func(sum string, cents grammar.Amount, n grammar.Noun, before string) (string, bool) {
		said, ok := words(cents, *n.Cent, before)
		return sum + " con " + said + " " + form(cents, *n.Cent, before), ok
	},
	Date: date,
	Score: func(points, against int64) string {
		return Alone(points) + " a " + Alone(against)
	},
	Ends: grammar.EndsSentence,

	To:    "a",
	Until: []string{"al", "a", "y", "o"},
	Times: "por",
	Per:   "por",
	Minus: "menos",
	Plus:  "más",
	Link:  `(?:de )?`,

	Percents:   percents,
	Spans:      spans,
	Units:      units,
	Magnitudes: magnitudes,
	Currencies: currencies,
}

// words says a number before a noun. Before "por ciento" it is counted.
func words(a grammar.Amount, n grammar.Noun, _ string) (string, bool) {
	g := n.Gender
	if strings.HasPrefix(n.Of(0), "por ") {
		g = grammar.Neuter
	}
	return number(a, g), !ambiguous(a)
}

// ambiguous is for 5,000, which in Mexico is five thousand.
func ambiguous(a grammar.Amount) bool { return len(a.Decimals) == 3 }

// form is the noun after a number; a round million has "de" after it.
func form(a grammar.Amount, n grammar.Noun, _ string) string {
	const million = 1_000_000
	switch {
	case a.IsOne():
		return n.Of(0)
	case a.Decimals == "" && a.Whole >= million && a.Whole%million == 0:
		return "de " + n.Of(1)
	}
	return n.Of(1)
}

func scaled(magnitude, n grammar.Noun) string {
	if magnitude.Of(0) == "mil" {
		return n.Of(1)
	}
	return "de " + n.Of(1)
}

// numberAlone says a number before a noun that no table knows. If it has to agree (un, una; cientos, cientas), the
// noun's ending must tell the gender.
func numberAlone(a grammar.Amount, m rewrite.Match) (string, bool) {
	if a.Decimals != "" {
		return number(a, grammar.Neuter), !ambiguous(a)
	}
	masculineForm, feminineForm := number(a, grammar.Masculine), number(a, grammar.Feminine)
	if masculineForm == feminineForm {
		return masculineForm, true
	}
	next := grammar.WordAfter(m.After)
	switch g, known := gender(next); {
	case next == "" && a.Whole > 1, smallWords[next] && a.Whole < 200, a.IsOne() && next == "de":
		return number(a, grammar.Neuter), true
	case known && a.Whole > 1:
		return number(a, g), true
	}
	return "", false
}

// smallWords are no nouns: the number stands alone before them.
var smallWords = grammar.WordList("en de del a al y o e u que por para con sin se no contra entre desde hasta")

// What the ending of a plural does not tell, or tells wrong.
var (
	masculine = grammar.WordList("días problemas sistemas programas temas planetas mapas idiomas atletas policías guardias " +
		"millones aviones camiones drones misiles hombres meses países civiles militares lugares combatientes habitantes agentes " +
		"jóvenes niveles trenes votantes manifestantes estudiantes inmigrantes migrantes rehenes tanques ataques puntos cohetes buques")
	feminine = grammar.WordList("mujeres veces leyes clases noches tardes calles naves redes imágenes órdenes bases torres partes")
)

// gender is the gender of a plural noun, if it can be told.
func gender(word string) (grammar.Gender, bool) {
	ends := func(endings ...string) bool {
		return slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(word, ending) })
	}
	switch {
	case masculine[word], ends("os", "ores"):
		return grammar.Masculine, true
	case feminine[word], ends("as", "ciones", "siones", "dades"):
		return grammar.Feminine, true
	}
	return grammar.Neuter, false
}
