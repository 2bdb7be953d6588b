package detect

import (
	"strings"
	"unicode/utf8"
)

// A quotation may be in another language than the text.

// closing maps an opening quotation mark to the marks that close it.
var closing = map[rune]string{'«': "»", '„': "“”", '“': "”", '"': `"`}

const opening = `«„“"`

// Quotations returns the byte ranges of the quotations in text, including their marks.
func Quotations(text string) (found [][2]int) {
	unclosed := "" // marks that nothing closes in the rest of the text
	for start := nextMark(text, 0); start < len(text); {
		mark, size := utf8.DecodeRuneInString(text[start:])
		if strings.ContainsRune(unclosed, mark) {
			start = nextMark(text, start+size)
			continue
		}
		end := strings.IndexAny(text[start+size:], closing[mark])
		if end < 0 {
			unclosed += string(mark)
			start = nextMark(text, start+size)
			continue
		}
		end += start + size
		_, size = utf8.DecodeRuneInString(text[end:])
		found = append(found, [2]int{start, end + size})
		start = nextMark(text, end+size)
	}
	return found
}

// nextMark returns the position of the next opening mark, or the end of the text.
func nextMark(text string, from int) int {
	if at := strings.IndexAny(text[from:], opening); at >= 0 {
		return from + at
	}
	return len(text)
}

// Unquoted returns text with each quotation replaced by a space.
func Unquoted(text string) string {
	quotations := Quotations(text)
	if quotations == nil {
		return text
	}
	var b strings.Builder
	last := 0
	for _, q := range quotations {
		b.WriteString(text[last:q[0]])
		b.WriteByte(' ')
		last = q[1]
	}
	b.WriteString(text[last:])
	return b.String()
}
