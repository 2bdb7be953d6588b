package uk

import (
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// space matches one space within a number or between it and its unit.
const space = `[ \x{A0}\x{2009}\x{202F}]`

// apart reports whether m begins and ends at word boundaries. Regexp's own \b knows only ASCII
// letters.
func apart(m rewrite.Match) bool {
	first, _ := utf8.DecodeLastRuneInString(m.Before)
	last, _ := utf8.DecodeRuneInString(m.After)
	return !inWord(first) && !inWord(last)
}

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_')
}

// sentenceStart matches text that ends directly before a new sentence: its last word is no short
// abbreviation.
var sentenceStart = rewrite.Lazy(`(?:[\p{L}\d]{4}\.|[!?…]|[)»”"]\.)["»”)]*` + space + `+["«„(]*$`)

// capitalised begins what a rule says with a capital if the match begins a sentence.
func capitalised(m rewrite.Match, said string) string {
	r, _ := utf8.DecodeRuneInString(m.Groups[0])
	opens := unicode.IsDigit(r) || unicode.IsUpper(r)
	if m.Before == "" || !opens || !sentenceStart().MatchString(m.Before[max(0, len(m.Before)-32):]) {
		return said
	}
	return grammar.Capitalised(said)
}

// continued matches what shows, after a number, that it is part of something else.
var continued = rewrite.Lazy(`^(?:[\p{L}\d_%@/\\]|[.,:–—-]\d|-\p{L}|:\d)`)

var digitsGoOn = rewrite.Lazy(`(?:[.,:/\d-]|\d–)$`)

// freeDigits reports whether digits may begin here, rather than go on.
func freeDigits(before string) bool {
	return !digitsGoOn().MatchString(before)
}
