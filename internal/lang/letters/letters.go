// Package letters has facts about letters that hold for every language of a script: which are
// vowels, which look like letters of another script, and which are optional spellings of each
// other.
//
// It knows no words. Facts that differ in one language are in that language's folder. The engines
// of internal/lang and the reading of articles call it.
package letters

import (
	_ "embed" // of the tables
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

var (
	//go:embed vowels.tsv
	vowelTable string
	//go:embed lookalikes.tsv
	lookAlikeTable string
	//go:embed spellings.tsv
	spellingTable string

	vowels     = columns(vowelTable)
	lookAlikes = columns(lookAlikeTable)
	toLatin    = replacer(lookAlikes)
	toOne      = replacer(columns(spellingTable))
)

// columns maps the first column of a table to the second. Lines that begin with # are comments.
func columns(table string) map[string]string {
	rows := map[string]string{}
	for line := range strings.Lines(table) {
		if first, second, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && !strings.HasPrefix(line, "#") {
			rows[first] = second
		}
	}
	return rows
}

// replacer replaces the characters of the second column with the first column.
func replacer(pairs map[string]string) *strings.Replacer {
	var oldNew []string
	for first, others := range pairs {
		for _, other := range others {
			oldNew = append(oldNew, string(other), first)
		}
	}
	return strings.NewReplacer(oldNew...)
}

// HaveVowel reports whether a letter of word is a vowel, with or without accents, or belongs to a
// script whose vowels are not known.
func HaveVowel(word string) bool {
	for _, r := range word {
		if isVowel(r) {
			return true
		}
	}
	return false
}

func isVowel(r rune) bool {
	base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(unicode.ToLower(r))))
	for script, row := range vowels {
		if unicode.Is(unicode.Scripts[script], base) {
			letters, consonants, _ := strings.Cut(row, "\t")
			return strings.ContainsRune(letters, base) && !strings.ContainsRune(consonants, unicode.ToLower(r))
		}
	}
	return unicode.IsLetter(r)
}

// ToLatin replaces letters of other scripts with the Latin letters that they look like.
func ToLatin(text string) string { return toLatin.Replace(text) }

// OneSpelling replaces letters that are optional in spelling: ещё becomes еще.
func OneSpelling(text string) string { return toOne.Replace(text) }

// Like returns a Latin letter and the letters of other scripts that look like it.
func Like(latin string) string { return latin + lookAlikes[latin] }
