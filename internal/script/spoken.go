package script

import (
	"strings"
	"unicode"
)

// Spoken is the spoken form of text, written in language (BCP 47), as a voice gets it: without markup, on one line, with
// single spaces, and without characters that have no sound and can upset a voice or its markup.
func Spoken(language, text string) string {
	audible := strings.Map(func(r rune) rune {
		if silent(r) {
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(audible), " ")
}

// silent are control characters, those that set the direction of writing (UAX #9, property Bidi_Control), soft hyphens
// and byte order marks. Joiners stay: emoji and several scripts are written with them.
func silent(r rune) bool {
	return unicode.IsControl(r) && !unicode.IsSpace(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u00AD' || r == '\uFEFF'
}
