package spoken

import (
	"slices"
	"strings"
)

// spanish are the rules of Spanish.
func spanish() []rule {
	return slices.Concat(
		spanishDateRules(),
		spanishGrammar.dateRules(),
		spanishTimeRules(),
		spanishGrammar.quantityRules(),
		spanishOrdinalRules(),
		[]rule{fractionRule(spanishFractions), spanishGrammar.scoreRule(`(\d{1,2})[-–](\d{1,2})`), spanishGrammar.aloneRule()},
		spanishAbbreviations.rules(endsSentence),
	)
}

var spanishGrammar = &grammar{
	words:  spanishWords,
	form:   spanishForm,
	scaled: spanishScaled,
	alone:  spanishNumberAlone,
	cents: func(sum string, cents amount, n noun, before string) (string, bool) {
		said, ok := spanishWords(cents, *n.cent, before)
		return sum + " con " + said + " " + spanishForm(cents, *n.cent, before), ok
	},
	date: spanishDate,
	score: func(points, against int64) string {
		return spanishAlone(points) + " a " + spanishAlone(against)
	},
	ends: endsSentence,

	to:    "a",
	until: []string{"al", "a", "y", "o"},
	times: "por",
	per:   "por",
	minus: "menos",
	plus:  "más",
	link:  `(?:de )?`,

	percents:   spanishPercents,
	spans:      spanishSpans,
	units:      spanishUnits,
	magnitudes: spanishMagnitudes,
	currencies: spanishCurrencies,
}

// spanishWords says a number before a noun. Before "por ciento" it is counted.
func spanishWords(a amount, n noun, _ string) (string, bool) {
	g := n.gender
	if strings.HasPrefix(n.of(0), "por ") {
		g = neuter
	}
	return spanishNumber(a, g), !spanishAmbiguous(a)
}

// spanishAmbiguous is for 5,000, which in Mexico is five thousand.
func spanishAmbiguous(a amount) bool { return len(a.decimals) == 3 }

// spanishForm is the noun after a number; a round million has "de" after it.
func spanishForm(a amount, n noun, _ string) string {
	const million = 1_000_000
	switch {
	case a.isOne():
		return n.of(0)
	case a.decimals == "" && a.whole >= million && a.whole%million == 0:
		return "de " + n.of(1)
	}
	return n.of(1)
}

func spanishScaled(magnitude, n noun) string {
	if magnitude.of(0) == "mil" {
		return n.of(1)
	}
	return "de " + n.of(1)
}

// spanishNumberAlone says a number before a noun that no table knows. If it has to agree (un, una; cientos, cientas), the
// noun's ending must tell the gender.
func spanishNumberAlone(a amount, m match) (string, bool) {
	if a.decimals != "" {
		return spanishNumber(a, neuter), !spanishAmbiguous(a)
	}
	masculineForm, feminineForm := spanishNumber(a, masculine), spanishNumber(a, feminine)
	if masculineForm == feminineForm {
		return masculineForm, true
	}
	next := wordAfter(m.after)
	switch g, known := spanishGender(next); {
	case next == "" && a.whole > 1, spanishSmallWords[next] && a.whole < 200, a.isOne() && next == "de":
		return spanishNumber(a, neuter), true
	case known && a.whole > 1:
		return spanishNumber(a, g), true
	}
	return "", false
}

// spanishSmallWords are no nouns: the number stands alone before them.
var spanishSmallWords = wordList("en de del a al y o e u que por para con sin se no contra entre desde hasta")

// What the ending of a plural does not tell, or tells wrong.
var (
	spanishMasculine = wordList("días problemas sistemas programas temas planetas mapas idiomas atletas policías guardias " +
		"millones aviones camiones drones misiles hombres meses países civiles militares lugares combatientes habitantes agentes " +
		"jóvenes niveles trenes votantes manifestantes estudiantes inmigrantes migrantes rehenes tanques ataques puntos cohetes buques")
	spanishFeminine = wordList("mujeres veces leyes clases noches tardes calles naves redes imágenes órdenes bases torres partes")
)

// spanishGender is the gender of a plural noun, if it can be told.
func spanishGender(word string) (gender, bool) {
	ends := func(endings ...string) bool {
		return slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(word, ending) })
	}
	switch {
	case spanishMasculine[word], ends("os", "ores"):
		return masculine, true
	case spanishFeminine[word], ends("as", "ciones", "siones", "dades"):
		return feminine, true
	}
	return neuter, false
}
