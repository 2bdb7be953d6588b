package script

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// clauseCuts finds the positions after one of the marks, any closing quotation marks, and white
// space. Wide marks and the em dash need no space: «so—as they said—it ended».
func clauseCuts(marks string) func(language, text string) []int {
	return func(_, text string) []int {
		var cuts []int
		marked, spaced := false, false
		before := ' '
		for i, r := range text {
			switch {
			case strings.ContainsRune(marks, r):
				marked, spaced = true, r == '—' || r >= '\u3000'
			case marked && unicode.IsSpace(r):
				spaced = true
			case marked && !spaced && isCloser(r):
			default:
				inNumber := unicode.IsDigit(r) && !unicode.IsSpace(before) // 5—7
				if marked && spaced && !inNumber && startsCharacter(text, i) {
					cuts = append(cuts, i)
				}
				marked = false
			}
			before = r
		}
		return cuts
	}
}

// spaceCuts returns the positions between words. A non-breaking space (U+00A0 and its kin) does not
// separate words, nor does a space that groups digits, as in 10 000.
func spaceCuts(_, text string) []int {
	return cutsAfterSpace(text, func(before, space, after rune) bool {
		joins := strings.ContainsRune("\u00A0\u2007\u202F", space) || unicode.IsDigit(before) && unicode.IsDigit(after)
		return !joins
	})
}

func anySpaceCuts(_, text string) []int {
	return cutsAfterSpace(text, func(_, _, _ rune) bool { return true })
}

func cutsAfterSpace(text string, breaks func(before, space, after rune) bool) []int {
	var cuts []int
	var before, last rune // the last non-space character, and the last character
	for i, r := range text {
		if unicode.IsSpace(r) {
			last = r
			continue
		}
		if unicode.IsSpace(last) && before != 0 && breaks(before, last, r) && startsCharacter(text, i) {
			cuts = append(cuts, i)
		}
		before, last = r, r
	}
	return cuts
}

// characterCuts returns the ends of characters as readers see them (grapheme clusters, UAX #29),
// except within a number.
func characterCuts(language, text string) []int {
	var cuts []int
	for _, at := range anyCharacterCuts(language, text) {
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at:])
		if !numeric(before) || !numeric(after) {
			cuts = append(cuts, at)
		}
	}
	return cuts
}

func anyCharacterCuts(_, text string) []int {
	var cuts []int
	for characters := graphemes.FromString(text); characters.Next(); {
		if at := characters.End(); at < len(text) {
			cuts = append(cuts, at)
		}
	}
	return cuts
}

// numeric reports whether r can be part of a number: 3.5, 10,000, 7.62×39, 15:30, 2014–2015.
func numeric(r rune) bool {
	return unicode.IsDigit(r) || strings.ContainsRune(".,:/×'’-–", r)
}

// startsCharacter reports whether a grapheme cluster begins at i, after white space or punctuation.
func startsCharacter(text string, i int) bool {
	_, before := utf8.DecodeLastRuneInString(text[:i])
	characters := graphemes.FromString(text[i-before : min(len(text), i+utf8.UTFMax)])
	return characters.Next() && characters.End() == before
}
