package grammar

import (
	"strings"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// The cases that rules ask for themselves. All have the names that CLDR gives them.
const (
	nominative = "nominative"
	genitive   = "genitive"
	accusative = "accusative"
	dative     = "dative"
	locative   = "locative"
)

// government is what words govern, and the case where none does.
type government struct {
	otherwise string // "": the nominative, or what the words tell of an object
	like      string // the table that has the words that this one lacks
	words     map[string][]string
}

func parseGovernment(tables map[string]pack.Government) map[string]government {
	all := map[string]government{}
	for name, lists := range tables {
		g := government{otherwise: lists["else"], like: lists["like"], words: map[string][]string{}}
		for cases, words := range lists {
			for word := range strings.FieldsSeq(words) {
				if cases != "else" && cases != "like" {
					g.words[word] = append(g.words[word], splitCases(cases)...)
				}
			}
		}
		all[name] = g
	}
	return all
}

// splitCases are the cases of a list. "" is one too: an ending that is none.
func splitCases(cases string) []string {
	if cases == "" {
		return []string{""}
	}
	return strings.Fields(cases)
}

// governed are the cases that the words before a number ask for, the likelier first; none if
// nothing settles them.
func (g *Grammar) governed(before, table string) []string {
	last := lastWords(before, 3)
	if isIn(last[0], g.Pack.Counted.Adverbs) {
		last = last[1:]
	}
	for ; table != ""; table = g.governs[table].like {
		words := g.governs[table].words
		if cases := words[last[1]+"_"+last[0]]; cases != nil && last[1] != "" {
			return cases
		}
		if cases := words[last[0]]; cases != nil {
			return cases
		}
	}
	return nil
}

// governing is the case that the words in front ask for first, or what is usual where they ask for
// none.
func (g *Grammar) governing(before, table string) string {
	return g.first(g.governed(before, table), before, table)
}

func (g *Grammar) first(governed []string, before, table string) string {
	if len(governed) > 0 {
		return governed[0]
	}
	if usual := g.governs[table].otherwise; usual != "" {
		return usual
	}
	return g.role(before)
}

// role is the case of a number that no word governs: that of an object behind a verb.
func (g *Grammar) role(before string) string {
	const shortest = 5
	word := LastWords(before, 1)[0]
	small := strings.ToLower(word)
	if utf8.RuneCountInString(word) >= shortest && endsIn(small, g.Pack.Counted.Objects) && !isIn(small, g.Pack.Counted.Nominatives) {
		return accusative
	}
	if g.Pack.Numbers.MidCase != "" && word != "" && !StartsUpper(word) {
		return g.Pack.Numbers.MidCase
	}
	return nominative
}

// isUnsettled tells whether a number could be a nominative or an accusative here.
func (g *Grammar) isUnsettled(before string) bool {
	before = g.sharing(before)
	word := wordBefore(before)
	return endsIn(word, g.Pack.Counted.Verbs) && !isIn(word, g.Pack.Counted.Nominatives) && len(g.governed(before, "numbers")) == 0
}

// sharing is the text in front of the first of two numbers that share a noun and a case: without "5
// и " in "между 5 и 10".
func (g *Grammar) sharing(before string) string {
	tail := rewrite.Tail(before)
	if !g.hasEarlier.In(tail) {
		return before
	}
	return before[:len(before)-len(g.earlier().FindString(tail))]
}

// sharingItem is sharing for items of a law: in "за п. 2.1 і ст. 5" the second is governed as the
// first is.
func (g *Grammar) sharingItem(before, table string) string {
	before = g.sharing(before)
	if table != "item" || len(g.governed(before, table)) > 0 {
		return before
	}
	before = before[:len(before)-len(itemInFront().FindString(rewrite.Tail(before)))]
	for {
		whole := itemsInFront().FindString(rewrite.Tail(before))
		if before = before[:len(before)-len(whole)]; whole == "" {
			return before
		}
	}
}

// itemInFront matches the abbreviation of an item whose number is cut off, at the end of a text;
// itemsInFront items with their numbers, "ч. 5 ст. 191, ".
var (
	itemInFront  = lazyregexp.New(`\p{Ll}{1,4}\. ?$`)
	itemsInFront = lazyregexp.New(`(?:\p{Ll}{1,4}\. ?\d[\d–-]*,? )+$`)
)

// shared is the text after a number, without other numbers between it and the noun: without ", 2
// или 3" in "1, 2 или 3 часа".
func (g *Grammar) shared(after string) string {
	for {
		more := g.later().FindString(after)
		if more == "" {
			return after
		}
		after = after[len(more):]
	}
}

// isIn reports whether a word is one of words. Most are not even a part of them, which is told
// soonest.
func isIn(word, words string) bool {
	if word == "" || !strings.Contains(words, word) {
		return false
	}
	for known := range strings.FieldsSeq(words) {
		if known == word {
			return true
		}
	}
	return false
}

func endsIn(word, endings string) bool {
	for ending := range strings.FieldsSeq(endings) {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}
