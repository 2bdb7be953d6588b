package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

const (
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
)

// fold puts s on one line: any white space becomes a single space, and characters that are neither
// seen nor heard (soft hyphens, zero-width and bidirectional marks, control characters) are
// dropped. Invalid UTF-8 becomes U+FFFD.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space, last := false, rune(0)
	for i, r := range s {
		switch {
		case '!' <= r && r <= '~': // most are
		case unicode.IsSpace(r):
			space = true
			continue
		case r == zeroWidthJoiner || r == zeroWidthNonJoiner:
			if next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):]); !joins(last) || !joins(next) {
				continue
			}
		case silent(r):
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		if r < utf8.RuneSelf {
			b.WriteByte(byte(r))
		} else {
			b.WriteRune(r)
		}
		space, last = false, r
	}
	return b.String()
}

// silent reports whether a character has neither shape nor sound: control and format characters,
// unassigned ones, and private ones, which are the glyphs of icon fonts.
func silent(r rune) bool {
	const objectReplacement, firstTag, lastTag = 0xFFFC, 0xE0020, 0xE007F
	if unicode.IsPrint(r) {
		return r == objectReplacement
	}
	isTag := r >= firstTag && r <= lastTag // the flags of England, Scotland and Wales are spelt with them
	return !isTag && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// joins reports whether joiners have a meaning next to r: between the parts of an emoji, and in
// scripts that shape letters by their neighbours.
func joins(r rune) bool {
	return r != utf8.RuneError && unicode.In(r, unicode.So, unicode.Sk, unicode.Mn, unicode.Mc,
		unicode.Arabic, unicode.Syriac, unicode.Mongolian, unicode.Khmer, unicode.Myanmar,
		unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya,
		unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala)
}

// hasWord reports whether there is anything to say: a letter or a number.
func hasWord(s string) bool { return strings.ContainsFunc(s, isWordRune) }

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// sameWords compares only the letters and numbers of texts.
func sameWords(a, b string) bool { return hasWord(a) && strings.EqualFold(words(a), words(b)) }

func words(s string) string {
	return strings.Map(func(r rune) rune {
		if isWordRune(r) {
			return r
		}
		return -1
	}, s)
}

// excerptsOf returns the text of an element for that list: short paragraphs together, and of a long
// one the beginning.
func excerptsOf(n *html.Node) []string {
	var excerpts []string
	room := 0 // code points that the last one can still take
	for line := range strings.SplitSeq(rawText(n), lineBreak) {
		line = fold(line)
		size := utf8.RuneCountInString(line)
		switch {
		case line == "":
		case 1+size <= room:
			excerpts[len(excerpts)-1] += " " + line
			room -= 1 + size
		default:
			excerpts = append(excerpts, excerpt(line))
			room = excerptLimit - size
		}
	}
	return excerpts
}

const excerptLimit = 300 // code points

// excerpt shortens a text for the list of what is skipped.
func excerpt(s string) string {
	runes := 0
	for i := range s {
		if runes == excerptLimit-1 && utf8.RuneCountInString(s[i:]) > 1 {
			return strings.TrimRight(s[:i], " ") + "…"
		}
		runes++
		if runes >= excerptLimit {
			break
		}
	}
	return s
}
