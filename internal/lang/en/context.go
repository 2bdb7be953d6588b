package en

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// What English rules ask about the text around a match.

const spaces = " \u00A0\u2009\u202F"

// alone is say for matches that are no part of a longer word or number.
func alone(say func(rewrite.Match) (string, bool)) func(rewrite.Match) (string, bool) {
	return func(m rewrite.Match) (string, bool) {
		if joinedBefore(m) || joinedAfter(m) {
			return "", false
		}
		return say(m)
	}
}

func joinedBefore(m rewrite.Match) bool {
	first, _ := utf8.DecodeRuneInString(m.Groups[0])
	last, size := utf8.DecodeLastRuneInString(m.Before)
	if !inWord(first) || size == 0 {
		return false
	}
	if unicode.IsDigit(first) && strings.ContainsRune(".,:/", last) {
		last, _ = utf8.DecodeLastRuneInString(m.Before[:len(m.Before)-size])
		return unicode.IsDigit(last)
	}
	return inWord(last)
}

func joinedAfter(m rewrite.Match) bool {
	last, _ := utf8.DecodeLastRuneInString(m.Groups[0])
	first, size := utf8.DecodeRuneInString(m.After)
	if !inWord(last) || size == 0 {
		return false
	}
	if unicode.IsDigit(last) && strings.ContainsRune(".,:", first) {
		first, _ = utf8.DecodeRuneInString(m.After[size:])
		return unicode.IsDigit(first)
	}
	return inWord(first)
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_'
}

// apart tells whether nothing of a word or number stands right before.
func apart(before string) bool {
	last, size := utf8.DecodeLastRuneInString(before)
	return size == 0 || !inWord(last) && !strings.ContainsRune(".,:/%)’'", last)
}

// wordBefore is the word before, if nothing but spaces is between, and "" if there is none.
func wordBefore(before string) string {
	before = strings.TrimRight(before, spaces)
	return before[len(strings.TrimRightFunc(before, isWord)):]
}

// wordsAfter are the next n words, as far as nothing but spaces is before each.
func wordsAfter(after string, n int) []string {
	var words []string
	for len(words) < n {
		rest := strings.TrimLeft(after, spaces)
		next := strings.TrimLeftFunc(rest, isWord)
		if len(rest) == len(after) || len(next) == len(rest) {
			break
		}
		words, after = append(words, rest[:len(rest)-len(next)]), next
	}
	return words
}

func wordAfter(after string) string { return strings.Join(wordsAfter(after, 1), "") }

func isWord(r rune) bool { return inWord(r) || r == '\'' || r == '’' }

func isUpper(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

func isLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

// sentenceStop is the full stop of an abbreviation that ends its sentence too, and "" within a sentence. Only a word that
// often begins sentences and seldom a name tells one in the middle of a text: "the U.S. It said", but "the U.S. Senate".
func sentenceStop(after string) string {
	rest := strings.TrimLeft(after, closers)
	if rest == "" {
		return "."
	}
	rest = strings.TrimLeft(rest, spaces+"\n\"“‘'(")
	if len(rest) < len(after) && vocab().Starters[rest[:len(rest)-len(strings.TrimLeftFunc(rest, isWord))]] {
		return "."
	}
	return ""
}

const closers = "\"'”’)]"

// adjective tells whether a quantity describes the noun that follows it, and so is singular: "a $61bn package", "the
// 5-km zone", "Japan’s 10 MW plant", but "the 5 km of road".
func adjective(m rewrite.Match) bool {
	next := wordsAfter(m.After, 2)
	before := strings.ToLower(wordBefore(m.Before))
	described := before == "a" || before == "an"
	switch {
	case strings.HasPrefix(m.After, "-") && len(m.After) > 1 && isWord(rune(m.After[1])):
		return true
	case len(next) > 0 && vocab().Dimensions[next[0]]:
		return described
	case len(next) == 0 || vocab().Function[next[0]]:
		return false
	case vocab().DescribedThings[next[0]] || len(next) == 2 && vocab().DescribedThings[next[1]] && !vocab().Function[next[0]]:
		return true
	}
	owned := strings.HasSuffix(before, "'s") || strings.HasSuffix(before, "’s")
	return described || (owned || vocab().Determiners[before]) && !strings.HasSuffix(next[0], "ed") && !strings.HasSuffix(next[0], "ing")
}

// counts tells whether the word after a number is counted by it, so that it is neither a year nor a day.
func counts(after string) bool { return vocab().Counted[strings.ToLower(wordAfter(after))] }

func lastRune(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}

func firstRune(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}
