package inflect

import (
	"regexp"
	"slices"
	"strings"
)

// vocabulary is a set of written words with the nouns that they stand for. The spaces in them may
// be missing, or be of a kind that does not break.
type vocabulary struct {
	pattern string // any of the words, the longest first
	nouns   map[string]noun
}

func newVocabulary(words map[string]noun) vocabulary {
	v := vocabulary{nouns: map[string]noun{}}
	var patterns []string
	for word, n := range words {
		v.nouns[unspaced(word)] = n
		patterns = append(patterns, strings.ReplaceAll(regexp.QuoteMeta(word), " ", gap))
	}
	v.pattern = alternatives(patterns)
	return v
}

// of is the noun of a word that the pattern has found.
func (v vocabulary) of(written string) noun { return v.nouns[unspaced(written)] }

// alternatives is a pattern of any of the patterns, the longest first.
func alternatives(patterns []string) string {
	slices.SortFunc(patterns, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	return strings.Join(patterns, "|")
}

var unspaced = strings.NewReplacer(" ", "", "\u00A0", "", "\u202F", "", "\u2009", "").Replace
