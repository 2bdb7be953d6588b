package article

import (
	"strings"
	"sync"
	"unicode"

	"github.com/aloud-audio/aloud/internal/lang"
)

// languageMarks distinguish languages.
type languageMarks struct {
	words   map[string][]string // languages by small words that nearly every sentence of theirs has some of; a word of two tells neither
	letters map[rune][]string   // languages by letters that few others have
	sure    map[rune]string     // the same of letters that no quotation brings in
}

var marksOfLanguages = sync.OnceValue(func() languageMarks {
	m := languageMarks{map[string][]string{}, map[rune][]string{}, map[rune]string{}}
	for _, tag := range lang.TextLanguages() {
		for _, word := range strings.Fields(strings.Join(lang.PhrasesIn(tag, "small words"), " ")) {
			m.words[word] = append(m.words[word], tag)
		}
		for _, letter := range strings.Join(lang.PhrasesIn(tag, "letters"), "") {
			m.letters[letter] = append(m.letters[letter], tag)
		}
		for _, letter := range strings.Join(lang.PhrasesIn(tag, "sure letters"), "") {
			m.sure[letter] = tag
		}
	}
	return m
})

// bySmallWords returns the language with the most small words, or words with a letter of its own,
// in the text; "" unless it has at least two and twice as many as any other language.
func bySmallWords(text string) string {
	best, most, second := mostVotes(votesOf(text))
	if most < 2 || most < 2*second {
		return ""
	}
	return best
}

// mostVotes returns the language with the most votes, and how many it and the next one have.
func mostVotes(votes map[string]int) (best string, most, second int) {
	for tag, n := range votes {
		if n > most {
			best, most, second = tag, n, most
		} else {
			second = max(second, n)
		}
	}
	return best, most, second
}

func votesOf(text string) map[string]int {
	marks, votes := marksOfLanguages(), map[string]int{}
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && marks.letters[r] == nil }) {
		for _, tag := range marks.words[word] {
			votes[tag]++
		}
		voted := map[string]bool{}
		for _, letter := range word {
			for _, tag := range marks.letters[letter] {
				if !voted[tag] {
					votes[tag]++
					voted[tag] = true
				}
			}
		}
	}
	return votes
}

// byLetters distinguishes languages of one script by letters that only one of them has, which is
// more reliable than trigrams. A Ukrainian text may quote a Russian name, so the most frequent such
// letters decide; a tie decides nothing.
func byLetters(text string) string {
	marks, votes := marksOfLanguages(), map[string]int{}
	for _, letter := range strings.ToLower(text) {
		if tag := marks.sure[letter]; tag != "" {
			return tag
		}
		for _, tag := range marks.letters[letter] {
			votes[tag]++
		}
	}
	best, most, second := mostVotes(votes)
	if most == second {
		return ""
	}
	return best
}
