package lexicon

import (
	"strings"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang"
)

// suffixesOf returns the suffixes that a text may add to the written form of any entry. English has
// a possessive and a plural that sound the same after every name. Languages that decline have none:
// their forms are entries ([Decline]).
func suffixesOf(language string) []string {
	return append([]string{""}, strings.Fields(strings.Join(lang.PhrasesIn(language, "name endings"), " "))...)
}

// cutSuffix returns a phrase without the suffix if that can be a name: two letters before a suffix
// of one letter are not, but MiGs are.
func cutSuffix(phrase, suffix string) (stem string, ok bool) {
	stem, ok = strings.CutSuffix(phrase, suffix)
	return stem, ok && (len(suffix) != 1 || utf8.RuneCountInString(stem) > 2)
}

// soundOf returns the IPA of a suffix after a word in IPA, by the word's last sound: "szʃʒ ɪz"
// means /ɪz/ after one of these sounds, "z" means /z/ after any.
func (l *Lexicon) soundOf(suffix, ipa string) string {
	last, _ := utf8.DecodeLastRuneInString(ipa)
	for _, row := range l.sounds {
		after, sound, some := strings.Cut(row, " ")
		switch {
		case suffix == "":
		case !some:
			return row
		case strings.ContainsRune(after, last):
			return sound
		}
	}
	return ""
}
