package grammar

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Alone is the rule for numbers that nothing known follows, and for ranges of them.
func (g *Grammar) Alone() []rewrite.Rule {
	return []rewrite.Rule{{Name: "number", Pattern: g.quantityPattern(), Say: func(m rewrite.Match) (string, bool) {
		q, ok := g.quantity(m.Groups[1:])
		if !ok || !Opens(m.Before) || !Closes(m.After) || isCode(q, m) || hasUnit(m.After) || q.joiner != "" && !isRange(q, m) {
			return "", false
		}
		last, ok := g.alone(q.last, q.joiner, m)
		if !ok || q.joiner == "" {
			return q.last.signed(last), ok
		}
		first, ok := g.alone(q.first, "", m)
		return q.first.signed(first) + " " + q.joiner + " " + last, ok
	}}}
}

// alone says a number by the noun that follows. One, and all that depends on what a noun does not
// tell, is left to the voice.
func (g *Grammar) alone(a amount, joiner string, m rewrite.Match) (string, bool) {
	next := WordAfter(m.After)
	switch {
	case a.isOne() && g.isNumbered(m.Before):
		return g.numbering(a.whole)
	case a.isOne(), g.isOrdinal(a, m):
		return "", false
	case g.isYear(a):
		return g.year(a.whole)
	}
	at := g.aloneCase(joiner, next, m)
	if at == unknown {
		return "", false
	}
	if a.decimals != "" {
		return g.words(a, "", at)
	}
	if gender, ok := g.counted.gender(next); ok {
		return g.words(a, gender, at)
	}
	if next == "" || g.counted.noNouns[next] {
		if at == nominative || !g.hasCases() {
			return g.numbering(a.whole)
		}
	}
	return g.sameOfAll(a, at)
}

// isNumbered reports whether what stands in front says that a number follows, which counts nothing:
// "Nr. 1", "§ 1".
func (g *Grammar) isNumbered(before string) bool {
	before = strings.TrimRight(before, " \u00A0\u202F")
	if word := LastWords(before, 1)[0]; word != "" {
		before = strings.ToLower(word)
	} else if r, size := utf8.DecodeLastRuneInString(before); r != utf8.RuneError {
		before = before[len(before)-size:]
	}
	a := g.Pack.Abbreviations
	return a.BeforeNumber[before] != "" || a.BeforeNumber[Capitalised(before)] != "" || a.Signs[before] != ""
}

// aloneCase is the case of a number before a noun that no table knows.
func (g *Grammar) aloneCase(joiner, next string, m rewrite.Match) string {
	if at, ok := g.counted.caseOf(next); ok {
		return at
	}
	if at, ok := g.governs["numbers"][joiner]; ok && joiner != "" {
		return at
	}
	return g.governed("numbers", m.Before)
}

// isYear reports whether a may be said like a year, as numbers of hundreds are in some languages.
func (g *Grammar) isYear(a amount) bool {
	const hundreds, thousands = 1100, 2000
	return g.Pack.Numbers.Year != "" && a.decimals == "" && !a.grouped && len(a.whole) == 4 && a.value() >= hundreds && a.value() < thousands
}

// isOrdinal reports whether the full stop after a number may make it an ordinal: "5. Platz".
func (g *Grammar) isOrdinal(a amount, m rewrite.Match) bool {
	return g.Pack.Numbers.Stop && len(a.whole) <= 3 && strings.HasPrefix(m.After, ".") && !blankAfter(rewrite.Match{After: m.After[1:]})
}

// sameOfAll says a number if it is the same for all genders that nouns may have.
func (g *Grammar) sameOfAll(a amount, grammaticalCase string) (string, bool) {
	said := ""
	for _, gender := range g.counted.genders {
		words, ok := g.words(a, gender, grammaticalCase)
		if !ok || said != "" && words != said {
			return "", false
		}
		said = words
	}
	if said == "" {
		return g.words(a, "", grammaticalCase)
	}
	return said, true
}

// counted is what tells how a number agrees with a noun.
type counted struct {
	genders          []string
	byWord, byEnding map[string]string
	caseByEnding     map[string]string
	noNouns          map[string]bool
}

func newCounted(c pack.Counted) counted {
	out := counted{
		genders: slices.Sorted(maps.Keys(c.Genders)),
		byWord:  map[string]string{}, byEnding: map[string]string{},
		caseByEnding: map[string]string{}, noNouns: WordList(c.Nouns),
	}
	for ending, at := range byWord(c.Cases) {
		out.caseByEnding[strings.TrimPrefix(ending, "-")] = at
	}
	for word, gender := range byWord(c.Genders) {
		if ending, ok := strings.CutPrefix(word, "-"); ok {
			out.byEnding[ending] = gender
		} else {
			out.byWord[word] = gender
		}
	}
	return out
}

// gender is the gender of a noun, if it can be told.
func (c counted) gender(noun string) (string, bool) {
	if gender, ok := c.byWord[noun]; ok && noun != "" {
		return gender, gender != ""
	}
	return longestEnding(c.byEnding, noun)
}

// caseOf is the case of a noun behind a number, if its ending tells.
func (c counted) caseOf(noun string) (string, bool) { return longestEnding(c.caseByEnding, noun) }

// longestEnding is what the longest of the endings that a word has tells of it.
func longestEnding(endings map[string]string, word string) (string, bool) {
	for i := range word {
		if what, ok := endings[word[i:]]; ok && i > 0 {
			return what, true
		}
	}
	return "", false
}

// isCode reports whether a number is part of one that is said figure by figure: a telephone number,
// a postcode.
func isCode(q quantity, m rewrite.Match) bool {
	const longest = 4
	word := WordBefore(m.Before)
	if strings.HasPrefix(word, "tel") || strings.HasPrefix(word, "tél") {
		return true
	}
	ungrouped := !q.last.grouped && len(q.last.whole) > longest || !q.first.grouped && len(q.first.whole) > longest
	before := strings.TrimRight(m.Before, " \u00A0\u202F/-")
	return ungrouped || StartsDigit(strings.TrimLeft(m.After, " \u00A0\u202F/-")) ||
		before != "" && before != m.Before && StartsDigit(before[len(before)-1:])
}

// hasUnit reports whether the unit comes now that no rule could say: the number stays with it.
func hasUnit(after string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " \u00A0\u202F"))
	return strings.ContainsRune("%‰€$£¥₴₽°", r)
}

// isRange tells 10-15 from a designation such as Boeing 737-800. What a word joins need be in no
// order: 5 and 3.
func isRange(q quantity, m rewrite.Match) bool {
	const small = 3
	joiner := m.Groups[quantityGroups-2]
	if StartsLetter(joiner) && joiner != "x" {
		return true
	}
	named := joiner == "-" && len(q.last.whole) >= small && StartsUpper(LastWords(m.Before, 1)[0])
	return q.first.value() < q.last.value() && !named
}
