package spoken

import "slices"

// german are the rules of German.
func german() []rule {
	return slices.Concat(
		germanDateRules(),
		germanGrammar.dateRules(),
		germanTimeRules(),
		germanCompoundRules(),
		germanGrammar.quantityRules(),
		germanOrdinalRules(),
		[]rule{fractionRule(germanFractions), germanRomanRule, germanGrammar.scoreRule(`(\d{1,3}):(\d{1,3})`), germanGrammar.aloneRule()},
		germanAbbreviations.rules(blankAfter),
	)
}

var germanGrammar = &grammar{
	words:  germanWords,
	form:   func(a amount, n noun, _ string) string { return germanForm(a, n) },
	scaled: func(_, n noun) string { return n.of(1) },
	alone:  germanAlone,
	cents: func(sum string, cents amount, _ noun, _ string) (string, bool) {
		return sum + " " + germanCardinal(cents.whole), true
	},
	date: germanDate,
	score: func(points, against int64) string {
		return germanCardinal(points) + " zu " + germanCardinal(against)
	},
	ends: blankAfter,

	to:    "bis",
	until: []string{"bis zu", "bis"},
	times: "mal",
	per:   "pro",
	minus: "minus",
	plus:  "plus",

	percents:   germanPercents,
	spans:      germanSpans,
	units:      germanUnits,
	magnitudes: germanMagnitudes,
	currencies: germanCurrencies,
}

// germanWords says a number before a noun. One takes its case: after "mit" the dative, after another word in small
// letters most often the accusative, and at the start the nominative.
func germanWords(a amount, n noun, before string) (string, bool) {
	if !a.isOne() {
		return germanNumber(a), true
	}
	word := wordBefore(before)
	switch {
	case n.gender == feminine && germanDative[word]:
		return "einer", true
	case n.gender == feminine:
		return "eine", true
	case germanDative[word]:
		return "einem", true
	case n.gender == masculine && word != "" && !startsUpper(lastWords(before, 1)[0]):
		return "einen", true
	}
	return "ein", true
}

var germanDative = wordList("mit von bei zu aus nach seit außer gegenüber vom zum beim")

func germanForm(a amount, n noun) string {
	if a.isOne() {
		return n.of(0)
	}
	return n.of(1)
}

// germanAlone leaves a lone 1 to the voice: ein, eine, einem, eins.
func germanAlone(a amount, m match) (string, bool) {
	const hundreds, thousands = 1100, 2000
	switch {
	case a.isOne() || a.whole < hundreds && germanOrdinalFollows(m.after):
		return "", false
	case a.decimals == "" && !a.grouped && a.whole >= hundreds && a.whole < thousands:
		return germanYear(int(a.whole)), true // a year, or a number that may be said like one
	}
	return germanNumber(a), true
}
