package en

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// spaces are the characters that separate words within a line.

const spaces = " \u00A0\u2009\u202F"

// alone wraps say for matches that are not part of a longer word or number.
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
	if unicode.IsDigit(last) && strings.ContainsRune(".,:/", first) {
		first, _ = utf8.DecodeRuneInString(m.After[size:])
		return unicode.IsDigit(first)
	}
	return inWord(first)
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_'
}

// apart reports whether no word or number ends directly before the match.
func apart(before string) bool {
	last, size := utf8.DecodeLastRuneInString(before)
	return size == 0 || !inWord(last) && !strings.ContainsRune(".,:/%)’'", last)
}

// wordBefore returns the preceding word, or "" if anything but spaces separates it.
func wordBefore(before string) string {
	before = strings.TrimRightFunc(before, isSpace)
	return before[len(strings.TrimRightFunc(before, isWord)):]
}

// wordAfter returns the following word, or "" if anything but spaces separates it.
func wordAfter(after string) string {
	rest := strings.TrimLeftFunc(after, isSpace)
	if len(rest) == len(after) {
		return ""
	}
	return rest[:len(rest)-len(strings.TrimLeftFunc(rest, isWord))]
}

// isSpace reports whether r is one of spaces. It is faster than searching the string.
func isSpace(r rune) bool { return r == ' ' || r == '\u00A0' || r == '\u2009' || r == '\u202F' }

func isWord(r rune) bool { return inWord(r) || r == '\'' || r == '’' }

func isUpper(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

func isLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

// sentenceStop returns the full stop of an abbreviation that also ends its sentence, or "" within a
// sentence. In the middle of a text, only a word that often begins sentences and is seldom a name
// shows a new sentence: "the U.S. It said", but "the U.S. Senate".
func sentenceStop(after string) string {
	rest := strings.TrimLeft(after, closers)
	if rest == "" {
		return "."
	}
	rest = strings.TrimLeft(rest, spaces+"\n\"“‘'(")
	if len(rest) < len(after) && is("starters", rest[:len(rest)-len(strings.TrimLeftFunc(rest, isWord))]) {
		return "."
	}
	return ""
}

const closers = "\"'”’)]"

// counts reports whether a number counts the word after it, so that it is neither a year nor a day.
func counts(after string) bool { return is("counted", strings.ToLower(wordAfter(after))) }

func lastRune(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}

func firstRune(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}
