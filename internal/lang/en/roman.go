package en

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// romanRules say Roman numerals: as numbers after the thing numbered (Article V, World War II), as
// ordinals after a ruler's name (Elizabeth II). A single letter often means something else, so it
// needs more evidence: Malcolm X, I am, vitamin C.
var romanRules = []rewrite.Rule{
	{Name: "roman", Pattern: `\b([IVXLC]+)(?:<dash>([IVXLC]+))?(?:<gap>(century|centuries|Corps|Army)|([’']s))?\b`, Say: alone(sayRoman)},
}

// sayRoman says Article V, Chapters II–IV, Pope Leo XIV's and the XIX century.
func sayRoman(m rewrite.Match) (string, bool) {
	say := func(n int64) string { return titled(cardinal(n)) }
	switch name := wordBefore(m.Before); {
	case m.Groups[3] != "":
		say = ordinal
	case !strings.HasSuffix(m.Before, name+" ") || pronoun(m):
		return "", false
	case is("numbered_things", strings.ToLower(name)):
	case isRuler(m, name):
		say = func(n int64) string { return "the " + titled(ordinal(n)) }
	case !numeralCertain(m, name):
		return "", false
	}
	n, ok := roman(m.Groups[1])
	said := say(n)
	if m.Groups[2] != "" {
		last, valid := roman(m.Groups[2])
		said, ok = said+" to "+say(last), ok && valid
	}
	if m.Groups[3] != "" {
		said += " " + m.Groups[3]
	}
	return said + m.Groups[4], ok
}

// isRuler reports whether name is a common name of rulers, or any name after King and the like, or
// the name of the third bearer, as in John Smith III.
func isRuler(m rewrite.Match, name string) bool {
	first := wordBefore(strings.TrimSuffix(m.Before, name+" "))
	numeral := m.Groups[1]
	initial := len(numeral) == 1 && strings.HasPrefix(m.After, ".") && sentenceStop(m.After[1:]) == "" // Ivan V. Petrenko
	switch {
	case !isUpper(name) || initial:
		return false
	case is("thrones", first) || is("rulers", name):
		return true
	}
	return (numeral == "II" || numeral == "III" || numeral == "IV") && isUpper(first) && strings.ToUpper(first) != first && !is("starters", first) && !is("starters", name)
}

// numeralCertain reports whether two letters after a name are certainly a numeral, as in Apollo XI.
// Numerals from fifty on are more likely sizes and initialisms.
func numeralCertain(m rewrite.Match, name string) bool {
	return isUpper(name) && !is("starters", name) && strings.ToUpper(name) != name && len(m.Groups[1]) > 1 && strings.Trim(m.Groups[1], "IVX") == ""
}

// pronoun guesses from the following word whether an I is the pronoun. C and L are always letters.
func pronoun(m rewrite.Match) bool {
	switch m.Groups[1] {
	case "C", "L":
		return true
	case "I":
		return m.Groups[2] == "" && (speaks(m.After) || m.Groups[4] == "" && isWord(firstRune(m.After)))
	}
	return false
}

// speaks guesses from the word after an I whether it is the pronoun: a verb follows, not "of" or
// "was".
func speaks(after string) bool {
	next := wordAfter(after)
	return isLower(next) && !is("after_numeral", next)
}

// roman returns the value of a Roman numeral in its one valid spelling.
func roman(numeral string) (int64, bool) {
	n := grammar.RomanNumber(numeral)
	return int64(n), n > 0
}

// titled capitalizes each word, as in the name that it is part of.
func titled(words string) string {
	parts := strings.Split(words, " ")
	for i, part := range parts {
		parts[i] = strings.ToUpper(part[:1]) + part[1:]
	}
	return strings.Join(parts, " ")
}
