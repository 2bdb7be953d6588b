package script

import (
	"strings"
	"time"
	"unicode"

	"github.com/aloud-audio/aloud/internal/lang"
)

// Letters measures how long a text takes to say. Its unit is the time of one letter of a word:
// voices differ in how many they say per second, but hardly in which texts take longer. Some
// characters may be said in several ways, so each text has bounds. A check uses the bound that
// favours the speech, an estimate uses the likely value.
type Letters struct {
	Least, Likely, Most float64 // of what is said
	Pauses              float64 // at punctuation
}

// How long a character takes to say.
var (
	aLetter    = Letters{Least: 1, Likely: 1, Most: 1}
	aCapital   = Letters{Least: 1, Likely: 2, Most: 5} // in a word of capitals: read as a word, or spelled
	aDigit     = Letters{Least: 1, Likely: 4, Most: 8} // in "1,000,000", and alone
	anIdeogram = Letters{Least: 3.5, Likely: 3.5, Most: 4}
	// A voice whose language has no ideograms omits them, or says "ideogram".
	aForeignIdeogram = Letters{Least: 1, Likely: 3.5, Most: 16}

	aFullStop = Letters{Pauses: 10}
	aComma    = Letters{Pauses: 3}
)

// SpeakingTime estimates how long a voice takes to say a text at its normal rate, including pauses.
// For paragraphs of one voice (flite), the estimates vary by 2 %; estimates from the number of
// characters vary by 3 %.
func SpeakingTime(language, text string) time.Duration {
	l := LettersOf(language, text)
	return time.Duration((l.Likely + l.Pauses) / UsualPace * float64(time.Second))
}

// LettersOf measures the spoken form of a text. The language (BCP 47) determines how ideograms
// count.
func LettersOf(language, text string) (sum Letters) {
	ideogram := aForeignIdeogram
	if lang.HasIdeograms(language) {
		ideogram = anIdeogram
	}
	runes := []rune(text)
	for i, r := range runes {
		var l Letters
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			l = ideogram
		case unicode.IsNumber(r):
			l = aDigit
		case unicode.IsUpper(r) && !isLowerAt(runes, i+1):
			l = aCapital
		case unicode.IsLetter(r):
			l = aLetter
		case strings.ContainsRune(".!?…。", r):
			l = aFullStop
		case strings.ContainsRune(",;:–—、", r):
			l = aComma
		}
		sum = Letters{sum.Least + l.Least, sum.Likely + l.Likely, sum.Most + l.Most, sum.Pauses + l.Pauses}
	}
	return sum
}

func isLowerAt(runes []rune, i int) bool { return i < len(runes) && unicode.IsLower(runes[i]) }
