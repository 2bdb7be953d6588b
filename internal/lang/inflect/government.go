package inflect

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// The cases that rules ask for themselves. All have the names that CLDR gives them.
const (
	nominative = "nominative"
	genitive   = "genitive"
	accusative = "accusative"
)

// government is what words govern, and the case where none does.
type government struct {
	byDefault string
	like      string // the table that has the words that this one lacks
	words     map[string][]string
}

func parseGovernment(tables map[string]map[string]string) map[string]government {
	all := map[string]government{}
	for name, lists := range tables {
		g := government{byDefault: nominative, words: map[string][]string{}}
		for cases, words := range lists {
			switch cases {
			case "default":
				g.byDefault = words
				continue
			case "like":
				g.like = words
				continue
			}
			for word := range strings.FieldsSeq(words) {
				g.words[word] = append(g.words[word], strings.Fields(cases)...)
			}
		}
		all[name] = g
	}
	return all
}

// governed are the cases that the words before a number ask for, the likelier first; none if
// nothing settles them.
func (l *language) governed(before, table string) []string {
	last := lastWords(before, 3)
	if slices.Contains(strings.Fields(l.data.Adverbs), last[0]) {
		last = last[1:]
	}
	for ; table != ""; table = l.government[table].like {
		words := l.government[table].words
		if cases := words[last[1]+"_"+last[0]]; cases != nil && last[1] != "" {
			return cases
		}
		if cases := words[last[0]]; cases != nil {
			return cases
		}
	}
	return nil
}

// governs is the case that the words in front ask for first, or what is usual where they ask for
// none.
func (l *language) governs(before, table string) string {
	if cases := l.governed(before, table); len(cases) > 0 {
		return cases[0]
	}
	if byDefault := l.government[table].byDefault; byDefault != nominative {
		return byDefault
	}
	return l.role(before)
}

// role is the case of a number that no word governs: that of an object behind a verb.
func (l *language) role(before string) string {
	const shortest = 5
	if word := wordBefore(before); utf8.RuneCountInString(word) >= shortest && endsIn(word, l.data.Objects) {
		return accusative
	}
	return nominative
}

// sharing is the text in front of the first of two numbers that share a noun and a case: without "5
// и " in "между 5 и 10".
func (l *language) sharing(before string) string {
	return before[:len(before)-len(l.earlier().FindString(rewrite.Tail(before)))]
}

// shared is the text after a number, without a second number between it and the noun: without " или
// 2" in "1 или 2 часа".
func (l *language) shared(after string) string { return after[len(l.later().FindString(after)):] }

// conjunctions is a pattern of the joiners that govern nothing.
func (l *language) conjunctions() string {
	return l.joinersThat(func(c string) bool { return c == "" })
}

// joiners is a pattern of the words between the numbers of a range that no conjunction is.
func (l *language) joiners() string {
	return l.joinersThat(func(c string) bool { return c != "" })
}

func (l *language) joinersThat(holds func(c string) bool) string {
	var words []string
	for word, c := range l.data.Joiners {
		if holds(c) && unicode.IsLetter([]rune(word)[0]) {
			words = append(words, word)
		}
	}
	return alternatives(words)
}

// lastWords are the n words in front in small letters, the last first; "" for those that are not
// there or stand behind a comma or the like. An abbreviation has its full stop, and "№" is a word.
func lastWords(before string, n int) []string {
	words := make([]string, n)
	for i := range words {
		before = strings.TrimRight(before, " \u00A0\u202F\n\"„“«»(")
		front := strings.TrimRightFunc(before, func(r rune) bool {
			return unicode.IsLetter(r) || unicode.IsMark(r) || strings.ContainsRune(".-№§<>≥≤", r)
		})
		words[i], before = strings.ToLower(before[len(front):]), front
	}
	return words
}

// wordBefore is the word in front.
func wordBefore(before string) string { return lastWords(before, 1)[0] }
