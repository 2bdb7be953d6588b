package ssml

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is a range of the spoken form without a mark inside.
type piece struct {
	said string
	ipa  string // "": the voice decides
}

func (p piece) pronounced() bool { return p.ipa != "" }

// cut splits a text at its marks.
func (c Capabilities) cut(t Text) []piece {
	pieces := make([]piece, 0, 2*len(t.Marks)+1)
	at := 0
	for _, m := range t.Marks {
		if m.fits(t.Spoken, at) {
			pieces = c.add(pieces, t.Spoken[at:m.Start], "")
			pieces = c.add(pieces, t.Spoken[m.Start:m.End], m.IPA)
			at = m.End
		}
	}
	return c.add(pieces, t.Spoken[at:], "")
}

// add appends a sanitized piece unless nothing is left of it. White space has no pronunciation.
func (c Capabilities) add(pieces []piece, spoken, ipa string) []piece {
	p := piece{said: neutral(spoken)}
	if c.Brackets {
		p.said = parentheses.Replace(p.said)
	}
	if strings.TrimSpace(p.said) != "" {
		p.ipa = strings.TrimSpace(neutral(ipa))
	}
	if p.said == "" {
		return pieces
	}
	return append(pieces, p)
}

// fits reports whether a mark covers whole characters of spoken and begins at or after at.
func (m Mark) fits(spoken string, at int) bool {
	return at <= m.Start && m.Start <= m.End && m.End <= len(spoken) &&
		beginsCharacter(spoken[m.Start:]) && beginsCharacter(spoken[m.End:])
}

func beginsCharacter(s string) bool { return s == "" || utf8.RuneStart(s[0]) }

// parentheses replaces square brackets with parentheses, which sound the same, are never a command
// and have the same size.
var parentheses = strings.NewReplacer("[", "(", "]", ")")

// neutral removes everything that can upset a voice or its markup. Spoken forms should not contain
// any of it; this makes sure.
func neutral(text string) string { return strings.Map(neutralRune, text) }

// neutralRune keeps characters that have a sound or join others. It drops bidirectional marks (UAX
// #9), soft hyphens, byte order marks and zero-width spaces, which occur within words. Control
// characters, line ends, invalid UTF-8 and non-characters may separate words, so they become
// spaces. The result is valid in XML 1.0 (2.2, Char).
func neutralRune(r rune) rune {
	switch {
	case ' ' <= r && r <= '~':
		return r
	case r == '\u00AD', r == '\uFEFF', r == '\u200B', r == '\u2060', unicode.Is(unicode.Bidi_Control, r):
		return -1
	case r == utf8.RuneError, r == '\u2028', r == '\u2029', unicode.IsControl(r), unicode.Is(unicode.Noncharacter_Code_Point, r):
		return ' '
	default:
		return r
	}
}
