package article

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang"
)

// What a line break means depends on the text around it: nothing within a wrapped sentence, a full
// stop between the lines of a typed list, and a new paragraph after an abbreviation, which would
// otherwise belong to the next line.

// divider is what comes between two lines.
type divider string

const (
	wrapped  divider = " "
	stop     divider = ". "
	fullStop divider = "。" // of Chinese and Japanese
	apart    divider = ""  // two paragraphs
)

// dividerOf returns what comes between two lines. A long line without punctuation at its end was
// wrapped, unless the author typed the line breaks.
func dividerOf(line, next string) divider {
	const long = 60 // code points
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, `"'”’»)]*_`))
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, `"'“‘„«([¿¡*_`))
	switch {
	case endsWithAbbreviation(line):
		return apart
	case unicode.IsLower(first), unicode.IsPunct(last), strings.ContainsRune("+=<>|", last), !isWordRune(first):
		return wrapped
	case unicode.In(last, unicode.Han, unicode.Hiragana, unicode.Katakana):
		return fullStop
	case utf8.RuneCountInString(line) >= long:
		return wrapped
	}
	return stop
}

// endsWithAbbreviation reports whether a line ends with an abbreviation that may be said together
// with what follows: "12 Harbour St."
func endsWithAbbreviation(line string) bool {
	word, isShort := strings.CutSuffix(line[strings.LastIndexByte(line, ' ')+1:], ".")
	return isShort && abbreviations()[strings.ToLower(word)]
}

// abbreviations are those of all languages, in lower case.
var abbreviations = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	for _, section := range []string{"before a word", "before a name or at the end", "before a number"} {
		for _, phrase := range lang.Phrases(section) {
			for word := range strings.FieldsSeq(phrase) {
				known[strings.ToLower(word)] = true
			}
		}
	}
	return known
})
