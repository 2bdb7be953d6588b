package en

import (
	"cmp"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Symbols that stand for a word are said; those for the eye only are not.
var symbolRules = []rewrite.Rule{
	{Name: "symbol", Pattern: `(?:\b([Ss]ections?) )?§{1,2} ?`, Say: func(m rewrite.Match) (string, bool) {
		return cmp.Or(m.Groups[1], "section") + " ", true
	}},
	{Name: "symbol", Pattern: ` ?& ?`, Say: func(rewrite.Match) (string, bool) { return " and ", true }},
	{Name: "symbol", Pattern: `/`, Say: func(m rewrite.Match) (string, bool) {
		return " ", isWord(lastRune(m.Before)) && isWord(firstRune(m.After))
	}}, // and/or
	{Name: "symbol", Pattern: `[=+×÷≠<>−±≈°#]`, Say: sayOperator},
	{Name: "symbol", Pattern: `^[→►▶▸•·●■◆*–—-]+ +|^[→►▶•]+`, Say: rewrite.Silent},
	{Name: "symbol", Pattern: ` ?[→►▶▸] ?`, Say: func(rewrite.Match) (string, bool) { return " to ", true }},
	{Name: "symbol", Pattern: `%`, Say: func(m rewrite.Match) (string, bool) { return spaced(m, "percent"), true }},
	{Name: "symbol", Pattern: `(?:°(?:C|F)\b|℃)`, Say: func(m rewrite.Match) (string, bool) {
		return spaced(m, units()[unitSpelling.Replace(m.Groups[0])].many), true
	}},
	{Name: "symbol", Pattern: ` ?(?:\* ?){2,}| ?\*`, Say: func(m rewrite.Match) (string, bool) {
		return between(m), true
	}},
	{Name: "symbol", Pattern: ` ?[™®©℠†‡•●■◆▪◦►▶] ?`, Say: func(m rewrite.Match) (string, bool) { return between(m), true }},
	{Name: "symbol", Pattern: `\^|~|\x60`, Say: rewrite.Silent},
}

// sayOperator says signs that stand apart, 2 + 2 = 4, or between what they join, x=4.
func sayOperator(m rewrite.Match) (string, bool) {
	begins := m.Before == "" || strings.ContainsRune(spaces, lastRune(m.Before))
	ends := m.After == "" || strings.ContainsRune(spaces, firstRune(m.After))
	joins := strings.Contains("=+×÷≠≈", m.Groups[0]) && inWord(lastRune(m.Before)) && joined().MatchString(m.After)
	return list("operators")[m.Groups[0]], begins && ends || joins
}

var joined = rewrite.Lazy(`^(?:[\pL\d]|[$€£₴−+-]\d)`)

// spaced returns a word, with a space before it unless there is one.
func spaced(m rewrite.Match, word string) string {
	if m.Before == "" || strings.HasSuffix(m.Before, " ") {
		return word
	}
	return " " + word
}

// between returns the space that remains of silent characters: one between words, none at an edge
// or before punctuation.
func between(m rewrite.Match) string {
	if m.Before == "" || m.After == "" || strings.ContainsAny(m.After[:1], ".,;:!?)") || !strings.Contains(m.Groups[0], " ") || strings.HasPrefix(m.After, " ") || strings.HasSuffix(m.Before, " ") {
		return ""
	}
	return " "
}
