package lexicon

import (
	"strings"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang"
)

// suffixesOf returns the suffixes that a text may add to the written form of any entry. English has
// a possessive and a plural that voices say the same after every name. Languages that decline have
// none: their forms are entries ([Decline]).
func suffixesOf(language string) []string {
	return append([]string{""}, strings.Fields(strings.Join(lang.PhrasesIn(language, "name endings"), " "))...)
}

// shortest is the least number of letters of a name that may have a plural: MiGs.
const shortest = 3

// cutSuffix returns a phrase without the suffix, if it can do without.
func cutSuffix(phrase, suffix string) (stem string, ok bool) {
	stem, ok = strings.CutSuffix(phrase, suffix)
	if suffix == "s" && utf8.RuneCountInString(stem) < shortest {
		return "", false
	}
	return stem, ok
}

// soundOf returns the IPA of an English suffix after a word in IPA: /ɪz/, /s/ or /z/, by the word's
// last sound.
func soundOf(suffix, ipa string) string {
	last, _ := utf8.DecodeLastRuneInString(ipa)
	switch {
	case suffix == "":
		return ""
	case strings.ContainsRune("szʃʒ", last):
		return "ɪz"
	case strings.ContainsRune("ptkfθ", last):
		return "s"
	default:
		return "z"
	}
}
