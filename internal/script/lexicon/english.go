package lexicon

import (
	"strings"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang"
)

// suffixesOf are the endings that a text may add to the written form of any entry: English has a possessive and a plural
// that voices say the same behind every name. Languages that decline have none: their forms are entries ([Decline]).
func suffixesOf(language string) []string {
	return append([]string{""}, strings.Fields(strings.Join(lang.PhrasesIn(language, "name endings"), " "))...)
}

// shortest is how many letters a name has at least that may have a plural: MiGs.
const shortest = 3

// cutSuffix returns a phrase without the suffix, if it can be had without.
func cutSuffix(phrase, suffix string) (stem string, ok bool) {
	stem, ok = strings.CutSuffix(phrase, suffix)
	if suffix == "s" && utf8.RuneCountInString(stem) < shortest {
		return "", false
	}
	return stem, ok
}

// soundOf is the IPA of an English suffix behind a word in IPA: by the word's last sound /ɪz/, /s/ or /z/.
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
