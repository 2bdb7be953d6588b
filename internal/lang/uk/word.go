package uk

import (
	"strings"
	"unicode"
	"unicode/utf8"

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

// lastWord returns the word directly before the match, in lower case, and the text before that
// word.
func lastWord(before string) (word, rest string) {
	text := strings.TrimRight(before, " \u00A0\u2009\u202F")
	if len(text) == len(before) {
		return "", before
	}
	start := strings.LastIndexFunc(text, func(r rune) bool { return !letter(r) })
	_, size := utf8.DecodeRuneInString(text[max(start, 0):])
	if start < 0 {
		size = 0
	}
	at := max(start, 0) + size
	return strings.ToLower(text[at:]), text[:at]
}

func letter(r rune) bool {
	return unicode.IsLetter(r) || r == '\'' || r == '’' || r == 'ʼ'
}

// nextWords returns up to n words directly after the match, with nothing but single spaces
// between them.
func nextWords(after string, n int) []string {
	var words []string
	for len(words) < n {
		r, size := utf8.DecodeRuneInString(after)
		if !strings.ContainsRune(" \u00A0\u2009\u202F", r) {
			break
		}
		after = after[size:]
		end := strings.IndexFunc(after, func(r rune) bool { return !letter(r) })
		if end < 0 {
			end = len(after)
		}
		if end == 0 {
			break
		}
		words = append(words, after[:end])
		after = after[end:]
	}
	return words
}

// next returns the word directly after, "" if there is none.
func next(after string) string {
	if words := nextWords(after, 1); words != nil {
		return words[0]
	}
	return ""
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// What follows the last word of a text, and of a sentence with another one after it.
var (
	textEnd = rewrite.Lazy(`^["»”’)\]]*\s*$`)
	// numberStarts matches a sentence that begins with a calculation. After other numbers the
	// sentence goes on: 1 млн. 200 тис.
	numberStarts = rewrite.Lazy(`^["»”’)\]]*\s+\d+(?:[,.]\d+)? ?[-+=×–—] ?\d`)
	sentenceEnd  = rewrite.Lazy(`^["»”’)\]]*\s+["«„“(—–]*\s?[A-ZА-ЯІЇЄҐ]`)
)

// stop returns the full stop that a spelled-out abbreviation still needs: "." if it ended the
// sentence too.
func stop(m rewrite.Match) string {
	if !strings.HasSuffix(m.Groups[0], ".") {
		return ""
	}
	if textEnd().MatchString(m.After) || numberStarts().MatchString(m.After) && !opens(m.Before) || sentenceEnd().MatchString(m.After) && !opens(m.Before) {
		return "."
	}
	return ""
}

// opens reports whether only one word is between the start of the sentence and the match, so that
// the sentence can hardly end here: "У 2022 р. Україна …".
func opens(before string) bool {
	text := strings.TrimRight(before, " \u00A0")
	start := text[:strings.LastIndexAny(text, " \u00A0\n")+1]
	return text != "" && (strings.TrimSpace(start) == "" || sentenceStart().MatchString(start))
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
	return titled(said)
}

func titled(said string) string {
	r, size := utf8.DecodeRuneInString(said)
	return string(unicode.ToUpper(r)) + said[size:]
}

// continued matches what shows, after a number, that it is part of something else.
var continued = rewrite.Lazy(`^(?:[\p{L}\d_%@/\\]|[.,:–—-]\d|-\p{L}|:\d)`)

var digitsGoOn = rewrite.Lazy(`(?:[.,:/\d-]|\d–)$`)

// freeDigits reports whether digits may begin here, rather than go on.
func freeDigits(before string) bool {
	return !digitsGoOn().MatchString(before)
}
