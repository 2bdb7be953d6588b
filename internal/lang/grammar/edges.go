package grammar

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// Opens reports whether a number or word can begin after the text before. It cannot if it would
// continue a name (F-16), an address, a longer number or a code.
func Opens(before string) bool {
	r, size := utf8.DecodeLastRuneInString(before)
	return size == 0 || rewrite.IsUnspaced(r) || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(`_@#/\:+*×=~^.,$€£₴&-–−`, r)
}

// Closes reports whether a number or word can end before the text after.
func Closes(after string) bool {
	r, size := utf8.DecodeRuneInString(after)
	switch {
	case size == 0, rewrite.IsUnspaced(r):
		return true
	case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), strings.ContainsRune(`_@#/\+*×=~^°·⋅%‰$€£₴⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞`, r):
		return false
	}
	next, _ := utf8.DecodeRuneInString(after[size:])
	switch {
	case strings.ContainsRune(`.,:`, r):
		return !unicode.IsDigit(next) && next != 'º' && next != 'ª'
	case strings.ContainsRune(`-–'’`, r):
		return !unicode.IsDigit(next) && !unicode.IsLetter(next)
	}
	return true
}

// Apart reports whether a match begins and ends at word boundaries. The \b of package regexp knows
// only ASCII letters.
func Apart(m rewrite.Match) bool {
	before, _ := utf8.DecodeLastRuneInString(m.Before)
	after, _ := utf8.DecodeRuneInString(m.After)
	return !InWord(before) && !InWord(after)
}

// InWord reports whether r can be part of a word.
func InWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_')
}

// closing are the characters that may follow the full stop of a sentence.
const closing = "\"'“”»«’)] \u00A0\n"

// endsSentence guesses whether the full stop of an abbreviation also ends the sentence, in
// languages that write nouns in lower case. It does not within the first words of a sentence, as in
// "W 2022 r. Rosja". opening is how many words those are; 0 means 4.
func endsSentence(m rewrite.Match, opening int) bool {
	rest := strings.TrimLeft(m.After, closing)
	if rest == "" || calculation().MatchString(rest) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(first) && !isInitialism(rest) && wordsSoFar(m.Before) > cmp.Or(opening, 4)
}

// calculation matches a calculation at the start of a sentence. Before other digits the sentence
// continues: 1 млн. 200 тис.
var calculation = lazyregexp.New(`^\d+(?:[,.]\d+)? ?[-+=×–—] ?\d[^%]*=`)

// isInitialism reports whether text begins with two capitals, which no ordinary first word of a
// sentence does.
func isInitialism(text string) bool {
	_, size := utf8.DecodeRuneInString(text)
	second, _ := utf8.DecodeRuneInString(text[size:])
	return unicode.IsUpper(second)
}

// wordsSoFar returns how many words of the current sentence precede the match. A sentence begins
// after the last stop that is followed by a capital.
func wordsSoFar(before string) int {
	words := strings.Fields(before)
	for i := len(words) - 2; i >= 0; i-- {
		if strings.ContainsAny(words[i][len(words[i])-1:], ".!?") && StartsUpper(words[i+1]) {
			return len(words) - i - 1
		}
	}
	return len(words)
}

// wordBefore returns the preceding word in lower case.
func wordBefore(before string) string { return lastWords(before, 1)[0] }

// lastWords is LastWords in lower case.
func lastWords(before string, n int) []string {
	words := LastWords(before, n)
	for i, word := range words {
		words[i] = strings.ToLower(word)
	}
	return words
}

// LastWords returns the n preceding words, the nearest first. A word that is missing, or separated
// by a comma or the like, is "". An abbreviation keeps its full stop, and "№" is a word.
func LastWords(before string, n int) []string {
	words := make([]string, n)
	for i := range words {
		before = strings.TrimRight(before, " \u00A0\u202F\n\"„“«»(")
		front := strings.TrimRightFunc(before, func(r rune) bool {
			return unicode.IsLetter(r) || unicode.IsMark(r) || strings.ContainsRune(".-№§<>≥≤", r)
		})
		words[i], before = before[len(front):], front
	}
	return words
}

// WordAfter returns the next word if only spaces precede it, and "" otherwise.
func WordAfter(after string) string { return strings.Join(nextWords(after, 1), "") }

// nextWords returns up to n following words that are separated only by spaces.
func nextWords(after string, n int) []string {
	var words []string
	for range n {
		rest := strings.TrimLeft(after, " \u00A0\u202F")
		next := behindWord(rest)
		if len(next) == len(rest) || len(rest) == len(after) {
			break
		}
		words, after = append(words, straight(rest[:len(rest)-len(next)])), next
	}
	return words
}

// behindWord is what follows the word that text begins with. Between Cyrillic letters an apostrophe
// is part of the word: об'єкт.
func behindWord(text string) string {
	rest := strings.TrimLeftFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) })
	r, size := utf8.DecodeRuneInString(rest)
	if next, _ := utf8.DecodeRuneInString(rest[size:]); len(rest) < len(text) && isApostrophe(r) && unicode.Is(unicode.Cyrillic, next) {
		return behindWord(rest[size:])
	}
	return rest
}

// continuesWord reports whether a text goes on with the word before it: "яч" or "'яч".
func continuesWord(after string) bool {
	r, size := utf8.DecodeRuneInString(after)
	next, _ := utf8.DecodeRuneInString(after[size:])
	return unicode.IsLetter(r) || isApostrophe(r) && unicode.Is(unicode.Cyrillic, next)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

// straight is a word with the apostrophe that packs write.
func straight(word string) string {
	if !strings.ContainsAny(word, "’ʼ") {
		return word
	}
	return apostrophes.Replace(word)
}

var apostrophes = strings.NewReplacer("’", "'", "ʼ", "'")

// StartsUpper reports whether word begins with a capital letter.
func StartsUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// StartsLetter reports whether text begins with a letter.
func StartsLetter(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r)
}

// StartsDigit reports whether text begins with an ASCII digit.
func StartsDigit(text string) bool { return text != "" && text[0] >= '0' && text[0] <= '9' }

// Capitalised returns word with a capital first letter.
func Capitalised(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[size:]
}

// blankAfter reports whether nothing but closing marks follows the match.
func blankAfter(m rewrite.Match) bool { return strings.TrimLeft(m.After, closing) == "" }
