package uk

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// saySymbol says a symbol, with a space on each side that touches a word.
func (u ukrainian) saySymbol(m rewrite.Match) (string, bool) {
	said := u.word("symbols", m.Groups[0])
	last, _ := utf8.DecodeLastRuneInString(m.Before)
	next, _ := utf8.DecodeRuneInString(m.After)
	if m.Groups[0] == "%" && hyphened().MatchString(m.After) { // 7,5%-ий
		return "", false
	}
	if strings.ContainsAny(m.Groups[0], "&=+<>") && (unicode.IsLetter(last) || unicode.IsLetter(next)) { // AT&T, C++
		return "", false
	}
	if grammar.InWord(last) {
		said = " " + said
	}
	if grammar.InWord(next) {
		said += " "
	}
	return said, true
}

// sayApostrophe replaces the letter apostrophe (U+02BC), which some voices name, with the
// apostrophe that every voice reads.
func sayApostrophe(m rewrite.Match) (string, bool) {
	last, _ := utf8.DecodeLastRuneInString(m.Before)
	next, _ := utf8.DecodeRuneInString(m.After)
	return "'", unicode.IsLetter(last) && unicode.IsLetter(next)
}

// sayPause replaces a hyphen used as a dash with a dash.
func sayPause(rewrite.Match) (string, bool) { return " — ", true }
