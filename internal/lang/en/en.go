// Package en has the rules of English that need Go because pack.yaml cannot express them. Their
// words are in pack.yaml. The package never splits sentences or reads pages: text.txt has the words
// for that. Package lang calls Rules.
//
// Numbers, sums, measures, dates and times are data of the pack. The rules in Go are those that
// weigh the surrounding words against several lists (titles and streets, states, designations,
// acronyms and Roman numerals), those for web addresses, whose names are cut into known words, and
// those for parentheses, whose pauses depend on the sentence inside.
package en

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Rules returns the rules of English, the most specific first. A site can switch them off by name:
//
//	web           addresses, mailboxes, @handles, #hashtags
//	emoji         pictures: silent, except a heart that is a verb
//	phone         telephone and emergency numbers
//	date          days, months, weekdays, eras
//	time          clock times
//	money         sums with their currency
//	percent       percent and percentage points
//	unit          measures
//	year          years, ranges of years, decades
//	designation   names with digits: F-16s, S-300, G7, CO₂
//	roman         Roman numerals
//	title         titles, ranks, parties of politicians
//	abbreviation  abbreviations and initials with a full stop
//	ordinal       1st, 101st
//	score         51–48
//	number        all other numbers, fractions, ranges
//	acronym       initialisms
//	symbol        signs that stand for a word, or for nothing
//	pause         dashes, parentheses, brackets
//
// The names of the rules for all languages (note, invisible, ligature, emoji, space) are in
// everywhere.go.
//
// The spoken form is American: no "and" in numbers, month before day, "oh" for a zero within a year
// or time. Spelled letters are separated, "U N", because the voices of all providers then spell
// them. The full stop of an abbreviation stays only where it ends the sentence, because a voice
// pauses there.
func Rules(g *grammar.Grammar) []rewrite.Rule {
	english.Store(g)
	g.Ends = func(after string) bool { return sentenceStop(after) != "" }
	g.Whole = whole
	g.Spell = spellOwn
	return slices.Concat(
		rules(webRules), g.PhrasesOf("emoji", "phone"), g.Phrases(false, "number"), g.PhrasesOf("date", "time", "money"),
		g.Quantities("money", "percent"), g.Phrases(false, "unit"), g.Quantities("unit"), g.Phrases(true, "unit"), g.PhrasesOf("year", "designation"),
		rules(designationRules), g.PhrasesOf("roman", "title"), rules(romanRules, titleRules), g.PhrasesOf("abbreviation"),
		rules(abbreviationRules), g.PhrasesOf("ordinal", "score"), g.Phrases(true, "number"), g.Magnitudes(), g.Alone(),
		g.PhrasesOf("acronym"), rules(acronymRules), g.PhrasesOf("symbol"), rules(pauseRules),
	)
}

// whole reports whether a match is not part of a longer word or number. A dash after a word is not
// a minus, and a full stop there does not begin a fraction.
func whole(m rewrite.Match) bool {
	r, size := utf8.DecodeRuneInString(m.Groups[0])
	if strings.ContainsRune("-‑−–.", r) && startsFigure(strings.TrimLeft(m.Groups[0][size:], "$€£₴.")) && !apart(m.Before) {
		return false
	}
	powered := strings.HasPrefix(m.After, "²") || strings.HasPrefix(m.After, "³") // m/s²
	if powered || joinedBefore(m) || joinedAfter(m) {
		return false
	}
	return !unicode.IsDigit(r) || !isForeign(wordBefore(m.Before)) && !isForeign(wordAfter(m.After))
}

// isForeign reports whether a word is in another script, so that a number beside it belongs to
// another language.
func isForeign(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	const firstForeign = '\u0400' // Cyrillic
	return word != "" && r >= firstForeign && unicode.In(r, unicode.Cyrillic, unicode.Arabic, unicode.Hebrew, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
}

// spellOwn spells out numbers by rules that CLDR's notation cannot express: the digits of a name,
// and hundreds.
func spellOwn(ruleset, number string) (string, bool) {
	switch n := atoi(number); {
	case ruleset == "code":
		return code(number), true
	case ruleset == "describing" && len(number) == 4 && n%100 == 0 && n%1000 != 0: // a $2,500 fine
		return cardinal(n/100) + " hundred", true
	case ruleset == "describing":
		return cardinal(n), true
	}
	return "", false
}

// rules expands the patterns of rules that are written in Go.
func rules(lists ...[]rewrite.Rule) []rewrite.Rule {
	rules := slices.Concat(lists...)
	for i := range rules {
		rules[i].Pattern = pattern(rules[i].Pattern)
	}
	return rules
}

// pattern expands a pattern: a space matches every space that does not break the line, and <dash>
// and <gap> match what their names say.
func pattern(pattern string) string {
	return space.Replace(parts.Replace(pattern))
}

var (
	parts = strings.NewReplacer("<gap>", `(?: |-)`, "<dash>", `[-–—‑−]`)
	space = strings.NewReplacer(" ", `[ \x{A0}\x{2009}\x{202F}]`)
)
