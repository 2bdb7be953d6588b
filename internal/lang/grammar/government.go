package grammar

import (
	"strings"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// The cases that the rules name themselves, as CLDR calls them.
const (
	nominative = "nominative"
	genitive   = "genitive"
	accusative = "accusative"
	dative     = "dative"
	locative   = "locative"
)

// government lists the cases that words govern, and the case if no word governs one.
type government struct {
	otherwise string // "": the nominative, or the accusative after a verb
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
	if _, apart := all["people"]; !apart {
		all["people"] = government{like: "places"}
	}
	return all
}

// splitCases splits a list of cases. An empty list is one case "": an empty ending.
func splitCases(cases string) []string {
	if cases == "" {
		return []string{""}
	}
	return strings.Fields(cases)
}

// governed returns the cases that the words before a number govern, the likeliest first. It is
// empty if nothing governs one.
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

// governing returns the likeliest case that the preceding words govern, or the default if they
// govern none.
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

// role returns the case of a number that no word governs: the accusative after a verb, for its
// object.
func (g *Grammar) role(before string) string {
	const shortest = 5
	words := LastWords(before, 2)
	if g.Pack.Counted.Objects != "" && isIn(words[0], g.Pack.Counted.Adverbs) {
		words = words[1:]
	}
	word := words[0]
	small := strings.ToLower(word)
	if utf8.RuneCountInString(word) >= shortest && endsIn(small, g.Pack.Counted.Objects) && !isIn(small, g.Pack.Counted.Nominatives) {
		return accusative
	}
	if g.Pack.Numbers.MidCase != "" && word != "" && !StartsUpper(word) {
		return g.Pack.Numbers.MidCase
	}
	return nominative
}

// isUnsettled reports whether a number here could be a nominative or an accusative.
func (g *Grammar) isUnsettled(before string) bool {
	before = g.sharing(before)
	word := wordBefore(before)
	return endsIn(word, g.Pack.Counted.Verbs) && !isIn(word, g.Pack.Counted.Nominatives) && len(g.governed(before, "numbers")) == 0
}

// sharing returns the text before the first of two numbers that share a noun and a case. It cuts
// off "5 и " in "между 5 и 10".
func (g *Grammar) sharing(before string) string {
	tail := rewrite.Tail(before)
	if !g.hasEarlier.In(tail) {
		return before
	}
	return before[:len(before)-len(g.earlier().FindString(tail))]
}

// sharingItem is sharing for items of a law: in "за п. 2.1 і ст. 5" both items have the same case.
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

// itemInFront matches, at the end of a text, the abbreviation of an item whose number is cut off.
// itemsInFront matches items with their numbers: "ч. 5 ст. 191, ".
var (
	itemInFront  = lazyregexp.New(`\p{Ll}{1,4}\. ?$`)
	itemsInFront = lazyregexp.New(`(?:\p{Ll}{1,4}\. ?\d[\d–-]*,? )+$`)
)

// shared returns the text after a number without the other numbers before its noun. It cuts off ",
// 2 или 3" in "1, 2 или 3 часа".
func (g *Grammar) shared(after string) string {
	for {
		more := g.later().FindString(after)
		if more == "" {
			return after
		}
		after = after[len(more):]
	}
}

// isIn reports whether word is one of words. Most words are not even a substring, so that is
// checked first.
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
