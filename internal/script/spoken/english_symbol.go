package spoken

import (
	"cmp"
	"strings"
)

// Symbols that stand for a word are said; those that are for the eye are silent.
var englishSymbols = []rule{
	{"symbol", `(?:\b([Ss]ections?) )?§{1,2} ?`, func(m match) (string, bool) {
		return cmp.Or(m.groups[1], "section") + " ", true
	}},
	{"symbol", ` ?& ?`, func(match) (string, bool) { return " and ", true }},
	{"symbol", `/`, func(m match) (string, bool) {
		return " ", enIsWord(enLastRune(m.before)) && enIsWord(enFirstRune(m.after))
	}}, // and/or
	{"symbol", `[=+×÷≠<>−±≈°#]`, sayOperator},
	{"symbol", `^[→►▶▸•·●■◆*–—-]+ +|^[→►▶•]+`, nothing},
	{"symbol", ` ?[→►▶▸] ?`, func(match) (string, bool) { return " to ", true }},
	{"symbol", `%`, func(m match) (string, bool) { return enSpaced(m, "percent"), true }},
	{"symbol", `(?:°(?:C|F)\b|℃)`, func(m match) (string, bool) {
		return enSpaced(m, enUnits[enUnitSpelling.Replace(m.groups[0])].many), true
	}},
	{"symbol", ` ?(?:\* ?){2,}| ?\*`, func(m match) (string, bool) {
		return enBetween(m), true
	}},
	{"symbol", ` ?[™®©℠†‡•●■◆▪◦►▶] ?`, func(m match) (string, bool) { return enBetween(m), true }},
	{"symbol", `\^|~|\x60`, nothing},
}

var enOperators = map[string]string{
	"=": "equals", "+": "plus", "×": "times", "÷": "divided by", "≠": "is not", "<": "is less than", ">": "is more than", "−": "minus",
	"±": "plus or minus", "≈": "is about", "°": "degrees", "#": "number",
}

// sayOperator is for signs that stand alone, 2 + 2 = 4, or between what they join, x=4.
func sayOperator(m match) (string, bool) {
	begins := m.before == "" || strings.ContainsRune(enSpaces, enLastRune(m.before))
	ends := m.after == "" || strings.ContainsRune(enSpaces, enFirstRune(m.after))
	joins := strings.Contains("=+×÷≠≈", m.groups[0]) && enInWord(enLastRune(m.before)) && enJoined().MatchString(m.after)
	return enOperators[m.groups[0]], begins && ends || joins
}

var enJoined = lazy(`^(?:[\pL\d]|[$€£₴−+-]\d)`)

// enSpaced is a word with a space in front unless one is there.
func enSpaced(m match, word string) string {
	if m.before == "" || strings.HasSuffix(m.before, " ") {
		return word
	}
	return " " + word
}

// enBetween is the space that remains of silent characters: one between words, none at an edge or before a mark.
func enBetween(m match) string {
	if m.before == "" || m.after == "" || strings.ContainsAny(m.after[:1], ".,;:!?)") || !strings.Contains(m.groups[0], " ") || strings.HasPrefix(m.after, " ") || strings.HasSuffix(m.before, " ") {
		return ""
	}
	return " "
}
