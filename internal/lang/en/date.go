package en

import (
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// isMonth reports whether a word, without its full stop, is the name of a month or its
// abbreviation.
func isMonth(word string) bool {
	return len(word) > 2 && slices.ContainsFunc(cldr.Months("en"), func(name string) bool {
		return strings.EqualFold(word, name) || len(word) < 5 && strings.HasPrefix(name, word[:3])
	})
}

// dot returns sentenceStop for a match that ends in a full stop, and "" for others.
func dot(m rewrite.Match) string {
	if strings.HasSuffix(m.Groups[0], ".") {
		return sentenceStop(m.After)
	}
	return ""
}
