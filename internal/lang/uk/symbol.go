package uk

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// saySymbol says a symbol, with a space on each side where it would touch a word.
func saySymbol(m rewrite.Match) (string, bool) {
	said := vocab().Symbols[m.Groups[0]]
	last, _ := utf8.DecodeLastRuneInString(m.Before)
	next, _ := utf8.DecodeRuneInString(m.After)
	if m.Groups[0] == "%" && hyphened().MatchString(m.After) { // 7,5%-ий
		return "", false
	}
	if strings.ContainsAny(m.Groups[0], "&=+<>") && (unicode.IsLetter(last) || unicode.IsLetter(next)) { // AT&T, C++
		return "", false
	}
	if inWord(last) {
		said = " " + said
	}
	if inWord(next) {
		said += " "
	}
	return said, true
}

// sayFraction says 1/3 and the like.
func sayFraction(m rewrite.Match) (string, bool) {
	if !apart(m) || !freeDigits(m.Before) || continued().MatchString(m.After) {
		return "", false
	}
	if m.Groups[0] == "24/7" {
		return "двадцять чотири на сім", true
	}
	if m.Groups[1] == m.Groups[2] || strings.HasSuffix(m.Before, "тиск ") {
		return typeNumber(m.Groups[1]) + " на " + typeNumber(m.Groups[2]), true
	}
	parts, ok := parse(m.Groups[1])
	of, too := parse(m.Groups[2])
	if !ok || !too || parts.whole < 1 || parts.whole >= of.whole || of.whole > 100 {
		return "", false
	}
	return fraction(parts.whole, of.whole, first(m.Before)), true
}

// sayDifference says a dash as a minus: "5 – 3 = 2".
func sayDifference(m rewrite.Match) (string, bool) {
	from, ok := parse(m.Groups[1])
	less, too := parse(m.Groups[2])
	said := from.say(nominative, masculine) + " мінус " + less.say(nominative, masculine)
	return said, ok && too && freeDigits(m.Before) && strings.HasPrefix(strings.TrimLeft(m.After, " \u00A0"), "=")
}

// sayApostrophe replaces the letter apostrophe (U+02BC), which some voices name, with the
// apostrophe that every voice reads.
func sayApostrophe(m rewrite.Match) (string, bool) {
	last, _ := utf8.DecodeLastRuneInString(m.Before)
	next, _ := utf8.DecodeRuneInString(m.After)
	return "'", unicode.IsLetter(last) && unicode.IsLetter(next)
}

// sayPause replaces a hyphen that stands for a dash with the dash.
func sayPause(rewrite.Match) (string, bool) { return " — ", true }
