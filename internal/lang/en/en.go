// Package en says English: the Go for what pack.yaml cannot say. Its words stand in pack.yaml. It
// never splits sentences or reads pages: text.txt has the words for that. Package lang calls Rules.
//
// Numbers, sums, measures, dates and times are data of the pack. Go are the rules that weigh the
// words around against several lists: titles and streets, states, designations, acronyms and Roman
// figures; web addresses, whose names are cut into known words; and the pauses of parentheses,
// which depend on the sentence inside.
package en

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Rules returns the rules of English, the most specific first. Their names, for sites that switch
// some off:
//
//	web           addresses, mailboxes, @handles, #hashtags
//	emoji         pictures: silent, but for a heart that is a verb
//	phone         telephone and emergency numbers
//	date          days, months, weekdays, eras
//	time          clock times
//	money         sums with their currency
//	percent       percent and percentage points
//	unit          measures
//	year          years, ranges of years, decades
//	designation   names with figures: F-16s, S-300, G7, CO₂
//	roman         Roman numerals
//	title         titles, ranks, parties of politicians
//	abbreviation  abbreviations and initials with a full stop
//	ordinal       1st, 101st
//	score         51–48
//	number        all other figures, fractions, ranges
//	acronym       initialisms
//	symbol        signs that stand for a word, or for none
//	pause         dashes, parentheses, brackets
//
// Those of every language (note, invisible, ligature, emoji, space) have their names in
// everywhere.go.
//
// How it is said is American: without "and" in numbers, month before day, "oh" for a zero within a
// year or time. Letters that are spelt stand apart, "U N", which voices of every provider spell.
// The full stop of an abbreviation stays only where it ends the sentence, as a voice makes a pause
// there.
func Rules(g *grammar.Grammar) []rewrite.Rule {
	english.Store(g)
	g.Ends = func(after string) bool { return sentenceStop(after) != "" }
	g.Whole = whole
	g.Spell = spellOwn
	return slices.Concat(
		rules(webRules), g.PhrasesOf("emoji", "phone"), g.Phrases(false, "number"), g.PhrasesOf("date", "time"),
		g.Quantities("money", "percent"), g.Phrases(false, "unit"), g.Quantities("unit"), g.Phrases(true, "unit"), g.PhrasesOf("year", "designation"),
		rules(designationRules), g.PhrasesOf("roman"), rules(romanRules, titleRules), g.PhrasesOf("abbreviation"),
		rules(abbreviationRules), g.PhrasesOf("ordinal", "score"), g.Phrases(true, "number"), g.Magnitudes(), g.Alone(),
		g.PhrasesOf("acronym"), rules(acronymRules), g.PhrasesOf("symbol"), rules(pauseRules),
	)
}

// whole reports whether a match is no part of a longer word or number. A dash behind a word is no
// minus, and a full stop there begins no fraction.
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

// isForeign reports whether a word is in another script, whose numbers are another language's.
func isForeign(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	const firstForeign = '\u0400' // Cyrillic
	return word != "" && r >= firstForeign && unicode.In(r, unicode.Cyrillic, unicode.Arabic, unicode.Hebrew, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
}

// spellOwn says numbers by rules that CLDR's notation lacks: the figures of a name, and hundreds.
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

// rules expands the patterns of rules in Go.
func rules(lists ...[]rewrite.Rule) []rewrite.Rule {
	rules := slices.Concat(lists...)
	for i := range rules {
		rules[i].Pattern = pattern(rules[i].Pattern)
	}
	return rules
}

// pattern expands a pattern: a space matches every space that stays on its line, and <dash> and
// <gap> what their names say.
func pattern(pattern string) string {
	return space.Replace(parts.Replace(pattern))
}

var (
	parts = strings.NewReplacer("<gap>", `(?: |-)`, "<dash>", `[-–—‑−]`)
	space = strings.NewReplacer(" ", `[ \x{A0}\x{2009}\x{202F}]`)
)
