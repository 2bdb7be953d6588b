// Package grammar has the rules that languages share: numbers, sums, units, dates and times,
// ordinals, abbreviations. It is driven by a pack, which says how a language has them, and by CLDR,
// which has the number words and the names of units.
//
// Two things hold for all rules. What agrees is said as it agrees: the word in front governs the
// case, and the noun's gender and the number govern each other's form. And no rule says half of a
// number, date or sum: where one part can't be said, all of it is left as it is written.
//
// Package lang makes a Grammar for each language; the Go of a language's folder, if there is any,
// adds rules to its own.
package grammar

import (
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Grammar applies the pack of one language.
type Grammar struct {
	Tag  string
	Pack *pack.Pack

	// Spell, if it is set, is asked before CLDR for the words of a number: rule set is
	// "cardinal-feminine-genitive" or the like.
	Spell func(ruleset, number string) (words string, ok bool)

	// Set by the Go of a language that tells these otherwise.
	Whole func(m rewrite.Match) bool // is it no part of a longer word or number?
	Ends  func(after string) bool    // is the full stop of an abbreviation that of the sentence too?
	Words map[string]pack.Words      // lists that phrases may name besides the pack's

	figures     string // the pattern of a number: its whole part and its decimals
	governs     map[string]map[string]string
	months      table[int]
	weekdays    map[string]bool // in small letters
	counted     counted
	nameEndings map[string]string // the case of a name by its ending
}

// New returns the grammar of a language by its pack.
func New(tag string, p *pack.Pack) *Grammar {
	g := &Grammar{Tag: tag, Pack: p, figures: figuresOf(tag), governs: map[string]map[string]string{}}
	for kind, government := range p.Governs {
		g.governs[kind] = byWord(government)
	}
	g.months = newTable(g.monthNames())
	g.weekdays = map[string]bool{}
	for _, name := range cldr.Weekdays(tag, cldr.InDate, cldr.Wide) {
		g.weekdays[strings.ToLower(name)] = true
	}
	g.counted = newCounted(p.Counted)
	g.nameEndings = byWord(p.Abbreviations.NameEndings)
	return g
}

// Rules are the language's rules in their order of precedence.
func (g *Grammar) Rules() []rewrite.Rule {
	return slices.Concat(g.Web(), g.Phrases(false), g.Quantities(), g.Phrases(true), g.Fractions(), g.Alone(), g.Abbreviations())
}

// byWord turns lists of words by what they govern round.
func byWord(lists map[string]string) map[string]string {
	governed := map[string]string{}
	for what, words := range lists {
		if what == otherwise {
			governed[otherwise] = words
			continue
		}
		for word := range strings.FieldsSeq(words) {
			governed[word] = what
		}
	}
	return governed
}

// What a government may say besides a case.
const (
	otherwise = "else"
	unknown   = "unknown"
)

const nominative = "nominative"

// governed is the case that the words in front put a thing of the kind in. It is "unknown" after a
// word that takes several.
func (g *Grammar) governed(kind, before string) string {
	government, ok := g.governs[kind]
	if !ok {
		government = g.governs["numbers"]
	}
	word := LastWords(before, 1)[0]
	if what, ok := government[strings.ToLower(word)]; ok && word != "" && word != otherwise {
		return what
	}
	if what := government[otherwise]; what != "" {
		return what
	}
	if g.Pack.Numbers.MidCase != "" && word != "" && !StartsUpper(word) {
		return g.Pack.Numbers.MidCase
	}
	return nominative
}

// caseIndex is the place of a case in the forms of a noun.
func (g *Grammar) caseIndex(name string) int { return max(0, slices.Index(g.Pack.Cases, name)) }

// hasCases reports whether nouns and numbers are declined.
func (g *Grammar) hasCases() bool { return len(g.Pack.Cases) > 1 }

// ends guesses whether the full stop of an abbreviation is that of the sentence too.
func (g *Grammar) ends(m rewrite.Match) bool {
	switch {
	case g.Ends != nil:
		return g.Ends(m.After)
	case g.Pack.Numbers.Capitals:
		return blankAfter(m)
	}
	return EndsSentence(m, g.Pack.Numbers.Opening)
}

// withStop is said with the full stop of the sentence, if the one of the abbreviation that was
// written does for both.
func (g *Grammar) withStop(said string, m rewrite.Match) string {
	if strings.HasSuffix(m.Groups[0], ".") && !strings.HasSuffix(said, ".") && g.ends(m) {
		return said + "."
	}
	return said
}

func (g *Grammar) monthNames() map[string]int {
	names := map[string]int{}
	for _, context := range []cldr.Context{cldr.InDate, cldr.Alone} {
		for i, name := range cldr.Months(g.Tag, context, cldr.Wide) {
			names[name] = i + 1
		}
	}
	for number, written := range g.Pack.Months {
		for _, name := range written {
			names[name] = Atoi(number)
		}
	}
	return names
}

// monthName is a month from 1 as it is said in a date.
func (g *Grammar) monthName(month int) string {
	if len(g.Pack.MonthNames) == 12 {
		return g.Pack.MonthNames[month-1]
	}
	return cldr.Months(g.Tag, cldr.InDate, cldr.Wide)[month-1]
}

// weekdayPattern is any day of the week as it is written.
func (g *Grammar) weekdayPattern() string {
	return strings.Join(cldr.Weekdays(g.Tag, cldr.InDate, cldr.Wide), "|")
}
