// Package letters has facts about letters that hold for every language of a script: which are
// vowels, which look like another script's, and which the same words are written with.
//
// It knows no words; what one language has otherwise is in that language's folder. The engines of
// internal/lang and the reading of articles ask it.
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

// columns reads a table by its first column; lines that begin with # are notes.
func columns(table string) map[string]string {
	rows := map[string]string{}
	for line := range strings.Lines(table) {
		if first, second, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && !strings.HasPrefix(line, "#") {
			rows[first] = second
		}
	}
	return rows
}

// replacer replaces what stands in the second column by the first.
func replacer(pairs map[string]string) *strings.Replacer {
	var oldNew []string
	for first, others := range pairs {
		for _, other := range others {
			oldNew = append(oldNew, string(other), first)
		}
	}
	return strings.NewReplacer(oldNew...)
}

// HaveVowel reports whether one of the letters is a vowel, with or without accents, or of a script
// whose vowels are not known.
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

// ToLatin replaces letters of other scripts that look like Latin ones.
func ToLatin(text string) string { return toLatin.Replace(text) }

// OneSpelling replaces letters that the same words may be written without: ещё is еще.
func OneSpelling(text string) string { return toOne.Replace(text) }

// Like returns a Latin letter and those of other scripts that look like it.
func Like(latin string) string { return latin + lookAlikes[latin] }
