package en

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// acronymRules spell initialisms (UN: "U N") and leave acronyms, which are words (NATO). Lists
// decide first. Of the words that no list has, short and unpronounceable ones are spelled. Text set
// in capitals is not spelled.
var acronymRules = []rewrite.Rule{
	{Name: "acronym", Pattern: `\b([A-Z]{2,5})\.[A-Z]{1,2}\b`, Say: func(m rewrite.Match) (string, bool) { // a share: Apple (AAPL.O)
		return spelled(m.Groups[1]), strings.HasSuffix(m.Before, "(") && strings.HasPrefix(m.After, ")")
	}},
	{Name: "acronym", Pattern: `\b([A-Z]{1,4}) ?& ?([A-Z]{1,4})(s?)\b`, Say: alone(func(m rewrite.Match) (string, bool) {
		return withEnding(spelled(m.Groups[1])+" and "+spelled(m.Groups[2]), m.Groups[3], false), len(m.Groups[1])+len(m.Groups[2]) < 6
	})},
	{Name: "acronym", Pattern: `\b([A-Z]{2,})((?:[’']?s)?)\b`, Say: alone(sayAcronym)},
}

// sayAcronym says UN, the UN's, POWs and every other word in capitals.
func sayAcronym(m rewrite.Match) (string, bool) {
	written, ending := m.Groups[1], m.Groups[2]
	if said, ok := list("acronym_said")[written]; ok {
		return said + ending, true
	}
	if respelt(m) {
		return strings.ToLower(written), true
	}
	if !speltOut(written, m) {
		return "", false
	}
	if ending != "" {
		ending = "'s"
	}
	return spelled(written) + ending, true
}

// respelt reports whether capitals mark the stress of a phonetic respelling: "ze-LEN-skee", and, in
// the parentheses of a pronunciation, "KHAR-keev".
func respelt(m rewrite.Match) bool {
	before, joined := strings.CutSuffix(m.Before, "-")
	after, joins := strings.CutPrefix(m.After, "-")
	last, next := wordBefore(before), wordAfter(" "+after)
	front, end := joined && isLower(last) && len(last) < 6, joins && isLower(next) && len(next) < 7
	known := is("initialisms", m.Groups[1]) || is("ambiguous", m.Groups[1]) || is("spoken_words", m.Groups[1]) || is("behind_initials", next)
	given := !known && respelling().MatchString(rewrite.Tail(m.Before))
	return strings.ContainsAny(m.Groups[1], "AEIOUY") && (front && end && len(last) < 5 || (front && len(m.Groups[1]) > 2 || end) && given)
}

// respelling matches text that introduces the pronunciation of a word.
var respelling = lazyregexp.New(`(?:\([^()]{0,60}|(?i:pronounced|sounds like|rhymes with)[^.]{0,30})$`)

// speltOut reports whether a word in capitals is an initialism.
func speltOut(word string, m rewrite.Match) bool {
	contracted := m.Groups[2] == "" && contraction().MatchString(m.After) || strings.HasSuffix(m.Before, "'") || strings.HasSuffix(m.Before, "’")
	switch {
	case is("spoken_words", word), contracted && !is("initialisms", word) && !is("ambiguous", word), is("ordinary_words", word):
		return false
	case is("ambiguous", word):
		return !shouted(m)
	case is("initialisms", word):
		return true
	case shouted(m):
		return !strings.ContainsAny(word, "AEIOUY")
	}
	return !pronounceable(word)
}

var contraction = lazyregexp.New(pattern(`^[’'][A-Za-z]`)) // DON'T

// pronounceable guesses from the letters whether a word can be pronounced.
func pronounceable(word string) bool {
	switch vowel := strings.IndexAny(word, "AEIOUY"); {
	case vowel < 0, len(word) < 4:
		return false
	case len(word) > 4, vowel == 1:
		return true
	case vowel == 0:
		return strings.ContainsAny(word[1:], "AEIOUY")
	}
	return is("onsets", word[:2])
}

// shouted reports whether the neighbouring words are in capitals too, so that the capitals are not
// those of an initialism.
func shouted(m rewrite.Match) bool {
	before, after := wordBefore(m.Before), wordAfter(m.After)
	return shouts(before) && shouts(after) || (shouts(before) || shouts(after)) && (before == "" || after == "" || isWordToo(before) || isWordToo(after))
}

func isWordToo(word string) bool { return is("ordinary_words", word) || is("ambiguous", word) }

func shouts(word string) bool {
	return len(word) > 1 && strings.ToUpper(word) == word && !is("initialisms", word) && !is("ambiguous", word) && !is("spoken_words", word) && strings.ToLower(word) != word
}

// spelled spells out letters: U N.
func spelled(letters string) string {
	return strings.Join(strings.Split(strings.ToUpper(letters), ""), " ")
}

// initials says the letters of a designation: it spells capitals that are not an acronym, and
// leaves others as written.
func initials(letters string) string {
	if said, ok := list("acronym_said")[letters]; ok {
		return said
	}
	word := strings.ToUpper(letters) != letters || len(letters) == 1 || is("spoken_words", letters) || len(letters) > 4 && pronounceable(letters)
	if word && !is("spelt_in_names", letters) {
		return letters
	}
	return spelled(letters)
}
