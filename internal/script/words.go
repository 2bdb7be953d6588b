package script

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang"
)

// words is a set of words. A word in lower case matches both cases: вул. and Вул., but only Gen.
// and not gen.
type words map[string]bool

func list(all ...string) words {
	set := make(words, len(all))
	for _, word := range all {
		set[word] = true
	}
	return set
}

func (w words) has(word string) bool { return w[word] || w[strings.ToLower(word)] }

// isLetter reports whether word is a single letter: an initial, a list item or a short
// abbreviation.
func isLetter(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size > 0 && size == len(word) && unicode.IsLetter(r)
}

// isAcronym reports whether word has one or two letters between dots: U.S, H.R, Ph.D, h.c, Т.Г.
func isAcronym(word string) bool {
	if !strings.Contains(word, ".") {
		return false
	}
	for part := range strings.SplitSeq(word, ".") {
		if n := utf8.RuneCountInString(part); n == 0 || n > 2 || skip(part, 0, unicode.IsLetter) < len(part) {
			return false
		}
	}
	return true
}

func isNumber(word string) bool {
	return word != "" && skip(word, 0, unicode.IsDigit) == len(word)
}

// isNumeral reports whether word is a number: 1990, 1,5, XX, 2014–2015.
func isNumeral(word string) bool {
	return strings.ContainsAny(word, "0123456789") || lang.IsRoman(word)
}
