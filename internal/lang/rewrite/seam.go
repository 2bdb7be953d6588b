package rewrite

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// seam repairs the boundaries between pieces. Separate words stay separate, "10^6" not "tensix",
// and two adjacent spaces become one.
func seam(text string, pieces []piece) {
	last, end, apart := 0, utf8.RuneError, false // the last piece with text, its last character, and whether a silent piece follows it
	for i := range pieces {
		p := &pieces[i]
		said := p.spoken(text)
		if said == "" {
			apart = apart || p.rule != InvisibleRule
			continue
		}
		switch first, _ := utf8.DecodeRuneInString(said); {
		case i == 0:
		case end == ' ' && first == ' ':
			dropSpace(&pieces[i-1], p)
		case inWord(end) && inWord(first) && (!IsUnspaced(end) || !IsUnspaced(first)) && (apart || !joined(text, pieces[last], *p)):
			addSpace(&pieces[i-1], p)
		}
		if said = p.spoken(text); said != "" {
			end, _ = utf8.DecodeLastRuneInString(said)
			last, apart = i, false
		}
	}
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) && r != utf8.RuneError }

// firstUnspaced is the start of Thai in Unicode; the other scripts without spaces come later.
const firstUnspaced = '\u0E00'

// IsUnspaced reports whether r belongs to a script that puts no spaces between words.
func IsUnspaced(r rune) bool {
	return r >= firstUnspaced && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// joined reports whether a word continues from one piece to the next, directly or across an
// inserted bracket.
func joined(text string, first, next piece) bool {
	last, _ := utf8.DecodeLastRuneInString(text[:first.End])
	follows, _ := utf8.DecodeRuneInString(text[next.Start:])
	return unicode.IsLetter(last) && unicode.IsLetter(follows) ||
		last == ']' && first.rule == PauseRule || follows == '[' && next.rule == PauseRule
}

// addSpace puts a space between two pieces, at least one of which is an edit. It belongs to the
// edit.

func addSpace(first, next *piece) {
	if next.rule != "" {
		next.said = " " + next.said
		return
	}
	first.said += " "
}

// dropSpace removes one of two adjacent spaces. If neither space is from an edit, first is the
// silent edit between them and absorbs the second one.
func dropSpace(first, next *piece) {
	switch {
	case next.rule != "":
		next.said = next.said[1:]
	case strings.HasSuffix(first.said, " "):
		first.said = first.said[:len(first.said)-1]
	default:
		first.End++
		next.Start++
	}
}
