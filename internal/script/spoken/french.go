package spoken

import (
	"slices"
	"strings"
)

// french are the rules of French.
func french() []rule {
	return slices.Concat(
		frenchDateRules(),
		frenchGrammar.dateRules(),
		frenchTimeRules(),
		frenchGrammar.quantityRules(),
		frenchOrdinalRules(),
		[]rule{fractionRule(frenchFractions), frenchGrammar.scoreRule(`(\d{1,2})[-–](\d{1,2})`), frenchGrammar.aloneRule()},
		frenchAbbreviations.rules(endsSentence),
	)
}

var frenchGrammar = &grammar{
	words:  func(a amount, n noun, _ string) (string, bool) { return frenchNumber(a, n.gender), true },
	form:   frenchForm,
	scaled: func(_, n noun) string { return frenchOf(n.of(1)) },
	alone:  frenchAlone,
	cents: func(sum string, cents amount, _ noun, _ string) (string, bool) {
		return sum + " " + frenchCardinal(cents.whole, masculine), true
	},
	date: frenchDate,
	score: func(points, against int64) string {
		return frenchCardinal(points, masculine) + " à " + frenchCardinal(against, masculine)
	},
	ends: endsSentence,

	to:    "à",
	until: []string{"à", "et", "ou"},
	times: "sur",
	per:   "par",
	minus: "moins",
	plus:  "plus",
	link:  `(?:d['’]|de )?`,

	percents:   frenchPercents,
	spans:      frenchSpans,
	units:      frenchUnits,
	magnitudes: frenchMagnitudes,
	currencies: frenchCurrencies,
}

// frenchForm is the noun after a number: the plural begins at two, and a round million has "de" after it.
func frenchForm(a amount, n noun, _ string) string {
	const plural, million = 2, 1_000_000
	switch {
	case a.decimals == "" && a.whole >= million && a.whole%million == 0:
		return frenchOf(n.of(1))
	case a.whole < plural:
		return n.of(0)
	}
	return n.of(1)
}

func frenchOf(word string) string {
	if strings.ContainsAny(word[:1], "aeiou") || strings.HasPrefix(word, "é") {
		return "d'" + word
	}
	return "de " + word
}

// frenchAlone leaves numbers that end in un or une to the voice unless it knows the noun.
func frenchAlone(a amount, m match) (string, bool) {
	said := frenchNumber(a, masculine)
	if said == frenchNumber(a, feminine) {
		return said, true
	}
	switch next := wordAfter(m.after); {
	case frenchMasculine[next]:
		return said, true
	case frenchFeminine[next]:
		return frenchNumber(a, feminine), true
	}
	return "", false
}

// What news counts most.
var (
	frenchMasculine = wordList("an ans jour jours mois soldat soldats mort morts blessé blessés civils hommes policiers députés drone " +
		"drones missile missiles avions chars pays points matchs buts millions milliards kilomètres mètres enfants otages prisonniers")
	frenchFeminine = wordList("personne personnes femme femmes heures minute minutes seconde secondes tonnes victimes attaques année " +
		"années semaine semaines fois villes voix places maisons écoles familles entreprises roquettes frappes")
)
