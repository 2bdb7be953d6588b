package grammar

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// table is a vocabulary that can be matched in text. The spaces in its words may be missing or
// non-breaking: "z. B." matches "z.B." too.
type table[V any] struct {
	pattern string // any of the words, the longest first
	values  map[string]V
}

func newTable[V any](words map[string]V) table[V] {
	t := table[V]{values: map[string]V{}}
	var patterns []string
	for word, value := range words {
		t.values[unspaced(word)] = value
		patterns = append(patterns, strings.ReplaceAll(regexp.QuoteMeta(word), " ", gap))
	}
	t.pattern = alternatives(patterns)
	return t
}

// alternatives returns a pattern of any of the words, whose gaps are already patterns. A longer
// word precedes its prefixes, and words with a common prefix are adjacent, so that regexp reads the
// prefix once.
func alternatives(words []string) string {
	slices.SortFunc(words, func(a, b string) int {
		return cmp.Or(strings.Compare(withoutGaps(b), withoutGaps(a)), strings.Compare(b, a))
	})
	return strings.Join(slices.Compact(words), "|")
}

var withoutGaps = strings.NewReplacer(gap, "").Replace

// of returns the value of a word that the pattern matched.
func (t table[V]) of(written string) V { return t.values[unspaced(written)] }

var unspaced = strings.NewReplacer(" ", "", "\u00A0", "", "\u202F", "", "\u2009", "").Replace

// withCapitals adds each word with an initial capital. What is said may have several forms.
func withCapitals(words map[string]string) map[string]string {
	all := map[string]string{}
	for word, said := range words {
		if _, size := utf8.DecodeRuneInString(word); word[size:] == "." {
			continue // a capital alone is an initial
		}
		forms := strings.Split(said, ", ")
		for i, form := range forms {
			forms[i] = Capitalised(form)
		}
		all[Capitalised(word)] = strings.Join(forms, ", ")
	}
	maps.Copy(all, words)
	return all
}
