package uk

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// sayAcronym says runs of capitals.
func (u ukrainian) sayAcronym(m rewrite.Match) (string, bool) {
	word := m.Groups[0]
	if !grammar.Apart(m) || u.word("short", word) != "" {
		return "", false
	}
	if said := u.word("read", word); said != "" {
		return said, true
	}
	if u.word("spelt", word) == "" && !ofUkraine(word) && !isHard(word) && (strings.ContainsAny(word, "АЕЄИІЇОУЮЯAEIOUY") || grammar.RomanNumber(word) > 0 || len([]rune(word)) > 5) {
		return "", false
	}
	return u.spell(word), true
}

// sayMixedAcronym spells initialisms that contain lower-case letters: drones and brigades.
func (u ukrainian) sayMixedAcronym(m rewrite.Match) (string, bool) {
	return u.spell(strings.ToUpper(m.Groups[0])), grammar.Apart(m)
}

// ofUkraine reports whether the only vowel is the last letter, which stands for "України": ДПСУ.
func ofUkraine(word string) bool {
	front, ok := strings.CutSuffix(word, "У")
	return ok && word != "ГРУ" && len([]rune(word)) > 2 && len([]rune(word)) < 6 && !strings.ContainsAny(front, "АЕЄИІЇОУЮЯ")
}

// isHard reports whether a short initialism with a vowel has too many consonants in a row to be
// read as a word: ОВДП, ІСЦ.
func isHard(word string) bool {
	run, longest, letters := 0, 0, []rune(word)
	for _, letter := range letters {
		run++
		if !strings.ContainsRune("БВГҐДЖЗЙКЛМНПРСТФХЦЧШЩ", letter) {
			run = 0
		}
		longest = max(longest, run)
	}
	return len(letters) == 3 && run == 2 || len(letters) == 4 && longest > 2 || len(letters) == 5 && longest > 3
}
