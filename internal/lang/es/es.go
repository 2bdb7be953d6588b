package es

import (
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/european"
	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Rules are the rules of Spanish.
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
	Words:  words,
	Form:   form,
	Scaled: scaled,
	Alone:  numberAlone,
	Cents: func(sum string, cents european.Amount, n european.Noun, before string) (string, bool) {
		said, ok := words(cents, *n.Cent, before)
		return sum + " con " + said + " " + form(cents, *n.Cent, before), ok
	},
	Date: date,
	Score: func(points, against int64) string {
		return Alone(points) + " a " + Alone(against)
	},
	Ends: european.EndsSentence,

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
func words(a european.Amount, n european.Noun, _ string) (string, bool) {
	g := n.Gender
	if strings.HasPrefix(n.Of(0), "por ") {
		g = european.Neuter
	}
	return number(a, g), !ambiguous(a)
}

// ambiguous is for 5,000, which in Mexico is five thousand.
func ambiguous(a european.Amount) bool { return len(a.Decimals) == 3 }

// form is the noun after a number; a round million has "de" after it.
func form(a european.Amount, n european.Noun, _ string) string {
	const million = 1_000_000
	switch {
	case a.IsOne():
		return n.Of(0)
	case a.Decimals == "" && a.Whole >= million && a.Whole%million == 0:
		return "de " + n.Of(1)
	}
	return n.Of(1)
}

func scaled(magnitude, n european.Noun) string {
	if magnitude.Of(0) == "mil" {
		return n.Of(1)
	}
	return "de " + n.Of(1)
}

// numberAlone says a number before a noun that no table knows. If it has to agree (un, una; cientos, cientas), the
// noun's ending must tell the gender.
func numberAlone(a european.Amount, m rewrite.Match) (string, bool) {
	if a.Decimals != "" {
		return number(a, european.Neuter), !ambiguous(a)
	}
	masculineForm, feminineForm := number(a, european.Masculine), number(a, european.Feminine)
	if masculineForm == feminineForm {
		return masculineForm, true
	}
	next := european.WordAfter(m.After)
	switch g, known := gender(next); {
	case next == "" && a.Whole > 1, smallWords[next] && a.Whole < 200, a.IsOne() && next == "de":
		return number(a, european.Neuter), true
	case known && a.Whole > 1:
		return number(a, g), true
	}
	return "", false
}

// smallWords are no nouns: the number stands alone before them.
var smallWords = european.WordList("en de del a al y o e u que por para con sin se no contra entre desde hasta")

// What the ending of a plural does not tell, or tells wrong.
var (
	masculine = european.WordList("días problemas sistemas programas temas planetas mapas idiomas atletas policías guardias " +
		"millones aviones camiones drones misiles hombres meses países civiles militares lugares combatientes habitantes agentes " +
		"jóvenes niveles trenes votantes manifestantes estudiantes inmigrantes migrantes rehenes tanques ataques puntos cohetes buques")
	feminine = european.WordList("mujeres veces leyes clases noches tardes calles naves redes imágenes órdenes bases torres partes")
)

// gender is the gender of a plural noun, if it can be told.
func gender(word string) (european.Gender, bool) {
	ends := func(endings ...string) bool {
		return slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(word, ending) })
	}
	switch {
	case masculine[word], ends("os", "ores"):
		return european.Masculine, true
	case feminine[word], ends("as", "ciones", "siones", "dades"):
		return european.Feminine, true
	}
	return european.Neuter, false
}
