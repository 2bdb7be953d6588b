package script

import (
	"strings"
	"time"
	"unicode"

	"github.com/aloud-audio/aloud/internal/lang"
)

// Letters is how long a text takes to say. Its unit is the time of one letter of a word: voices
// differ in how many they say a second, and hardly in what they say for longer. Some characters may
// be said in several ways, so each text has bounds: a check takes the bound that favours the
// speech, an estimate what is likely.
type Letters struct {
	Least, Likely, Most float64 // of what is said
	Pauses              float64 // at punctuation
}

// What a character takes to say.
var (
	aLetter    = Letters{Least: 1, Likely: 1, Most: 1}
	aCapital   = Letters{Least: 1, Likely: 2, Most: 5} // within a word of capitals: read as a word, or spelt
	aFigure    = Letters{Least: 1, Likely: 4, Most: 8} // in "1,000,000", and by itself
	anIdeogram = Letters{Least: 3.5, Likely: 3.5, Most: 4}
	// A voice of a language that has no ideograms leaves them out, or says that it is one.
	aForeignIdeogram = Letters{Least: 1, Likely: 3.5, Most: 16}

	aFullStop = Letters{Pauses: 10}
	aComma    = Letters{Pauses: 3}
)

// SpeakingTime estimates how long a voice takes to say a text at its normal rate, pauses within it
// included. For paragraphs of one voice, flite's, the estimates are within 2 % of each other; by the
// number of characters they are 3 % apart.
func SpeakingTime(language, text string) time.Duration {
	l := LettersOf(language, text)
	return time.Duration((l.Likely + l.Pauses) / UsualPace * float64(time.Second))
}

// LettersOf measures the spoken form of a text. The language (BCP 47) decides on ideograms.
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
			l = aFigure
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
