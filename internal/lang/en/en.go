// Package en says English: the Go for what pack.yaml cannot say, such as a sum that describes a
// noun, acronyms, designations and Roman figures. Its words stand in pack.yaml. It never splits
// sentences or reads pages: text.txt has the words for that. Package lang calls Rules.
package en

import (
	"slices"

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
	g.Whole = func(m rewrite.Match) bool { return !joinedBefore(m) && !joinedAfter(m) }
	g.Spell = func(ruleset, number string) (string, bool) {
		if ruleset == "code" {
			return code(number), true
		}
		return "", false
	}
	return slices.Concat(
		rules(webRules), g.PhrasesOf("emoji", "phone"), g.Phrases(false, "number"), rules(ratioRules), g.PhrasesOf("date", "time"),
		rules(moneyRules, percentRules, unitRules), g.PhrasesOf("year"), rules(yearRules), g.PhrasesOf("designation"),
		rules(designationRules), g.PhrasesOf("roman"), rules(romanRules, titleRules), g.PhrasesOf("abbreviation"),
		rules(abbreviationRules), g.PhrasesOf("ordinal"), rules(scoreRules), g.PhrasesOf("score"), g.Phrases(true, "number"),
		rules(numberRules), g.PhrasesOf("acronym"), rules(acronymRules), g.PhrasesOf("symbol"), rules(pauseRules),
	)
}

// rules expands the patterns of rules in Go.
func rules(lists ...[]rewrite.Rule) []rewrite.Rule {
	rules := slices.Concat(lists...)
	for i := range rules {
		rules[i].Pattern = pattern(rules[i].Pattern)
	}
	return rules
}
