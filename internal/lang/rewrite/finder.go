package rewrite

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// finder finds what a rule's pattern fits. Most patterns begin with a digit, a capital or a sign, of which a text has
// few: it tries the pattern there and nowhere else, which is many times as fast as regexp's own search through all.
// Anchors and \b see the whole text, not only the piece that is searched.
type finder struct {
	clues
	begins func() *regexp.Regexp // the pattern where the text begins
	behind func() *regexp.Regexp // the pattern behind one character
}

func newFinder(pattern string) *finder {
	return &finder{
		clues:  newClues(pattern),
		begins: Lazy(`\A(?:` + pattern + `)`),
		behind: Lazy(`\A(?s:.)(?:` + pattern + `)`),
	}
}

// next is the first match in part of text, as regexp gives it (the bytes of text where the groups begin and end), or nil.
func (f *finder) next(text string, part Span) []int {
	size := 0
	for i := part.Start; i < part.End; i += size {
		r := rune(text[i])
		size = 1
		if r >= utf8.RuneSelf {
			if !f.starts.wide {
				continue
			}
			r, size = utf8.DecodeRuneInString(text[i:part.End])
		}
		if !f.first.has(r) || !f.promising(text, Span{i, part.End}, size) {
			continue
		}
		if at := f.match(text, Span{i, part.End}); at != nil {
			return at
		}
	}
	return nil
}

// promising looks at the clues that cost little for a match at the start of rest, of whose first character the size is given.
// No match begins inside a number.
func (f *finder) promising(text string, rest Span, size int) bool {
	i, next := rest.Start, rest.Start+size
	if i > 0 && (f.word && isASCIIWord(text[i]) && isASCIIWord(text[i-1]) || IsDigit(text[i]) && IsDigit(text[i-1])) {
		return false
	}
	second := &f.second[1]
	if text[i] == ' ' {
		second = &f.second[0]
	}
	if !second.any {
		if r, size := utf8.DecodeRuneInString(text[next:rest.End]); size == 0 || !second.has(r) {
			return false
		}
	}
	if f.must == 0 {
		return true
	}
	token := text[i:min(rest.End, i+usual)]
	if space := strings.IndexByte(token, ' '); space >= 0 {
		token = token[:space]
	}
	return strings.IndexByte(token, f.must) >= 0
}

// Matches are short, so that only so many bytes are looked at; where one needs them all, up to the longest.
const usual, longest = 256, 4096

// Match is the Match that begins where part begins, or nil. An empty one is none.
func (f *finder) match(text string, part Span) []int {
	_, before := utf8.DecodeLastRuneInString(text[:part.Start])
	pattern := f.behind
	if before == 0 {
		pattern = f.begins
	}
	from := part.Start - before
	for size := usual; ; size *= 16 {
		end := min(part.Start+size, part.End)
		at := pattern().FindStringSubmatchIndex(text[from:end])
		if at == nil || from+at[1] == part.Start {
			return nil
		}
		if from+at[1] < end || end == part.End || size >= longest {
			return placed(at, from, part.Start)
		}
	}
}

// placed moves a match of text[from:] to its place in text, where it begins at start.
func placed(at []int, from, start int) []int {
	for i := range at {
		if at[i] >= 0 {
			at[i] += from
		}
	}
	at[0] = start
	return at
}

// resume is where to look on after a match that its rule refused: behind the first word or number in it, as another match
// may begin there, but behind all of one that is no usual text.
func resume(text string, refused Span) int {
	if refused.End-refused.Start > usual {
		return refused.End
	}
	for at := refused.Start; at < refused.End; {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return max(at, refused.Start+size)
		}
		at += size
	}
	return refused.End
}

func IsDigit(b byte) bool { return '0' <= b && b <= '9' }

func isASCIIWord(b byte) bool {
	return b == '_' || IsDigit(b) || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z'
}
