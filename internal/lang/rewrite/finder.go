package rewrite

import (
	"regexp"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// finder finds the matches of a rule's pattern. Most patterns begin with a digit, a capital or a
// sign, which are rare in a text. So it tries the pattern only there, which is many times faster
// than regexp's own search. Anchors and \b see the whole text, not only the part that is searched.
type finder struct {
	clues
	whole  bool                  // no match begins within a word
	rule   int                   // its place in the order of rules
	begins func() *regexp.Regexp // the pattern, anchored at the start of the text
	behind func() *regexp.Regexp // the pattern after one character
}

func newFinder(pattern string, whole bool) *finder {
	return &finder{
		whole:  whole,
		clues:  newClues(pattern),
		begins: lazyregexp.New(`\A(?:` + pattern + `)`),
		behind: lazyregexp.New(`\A(?s:.)(?:` + pattern + `)`),
	}
}

// isPlaced reports whether matches begin only with a number, or where no word goes on.
func (f *finder) isPlaced() bool { return f.numeric || f.whole }

// next returns the first match in part of text as regexp does (byte offsets of the groups), or nil.
func (f *finder) next(s source, part Span) []int {
	places, anywhere := s.placesOf(f, part)
	if anywhere {
		return f.nextAnywhere(s.text, part)
	}
	for len(places) > 0 {
		at, size := f.at(s.text, Span{places[0], part.End})
		if at != nil {
			return at
		}
		for from := places[0] + size; len(places) > 0 && places[0] < from; {
			places = places[1:]
		}
	}
	return nil
}

func (f *finder) nextAnywhere(text string, part Span) []int {
	for i := part.Start; i < part.End; {
		at, size := f.at(text, Span{i, part.End})
		if at != nil {
			return at
		}
		i += size
	}
	return nil
}

// at returns the match that begins where part does; or nil, and how far none begins.
func (f *finder) at(text string, part Span) (at []int, size int) {
	i := part.Start
	if !f.first.bytes.has(text[i]) {
		return nil, 1
	}
	r, size := rune(text[i]), 1
	if r >= utf8.RuneSelf {
		r, size = utf8.DecodeRuneInString(text[i:part.End])
	}
	if !f.first.has(r) || f.insideWord(text, i) {
		return nil, size
	}
	if figures := f.hopelessFigures(text[i:part.End]); figures > 0 {
		return nil, figures
	}
	reach, hopeless := f.reach(text[i:min(i+usual, part.End)])
	if reach == 0 {
		return nil, max(size, hopeless)
	}
	return f.match(text, part, reach), size
}

// hopelessFigures is how many figures text begins with, if what stands behind them can be no part
// of a match; 0 if it can.
func (f *finder) hopelessFigures(text string) int {
	if f.figures || !IsDigit(text[0]) {
		return 0
	}
	end := 1
	for end < len(text) && IsDigit(text[end]) {
		end++
	}
	if end < len(text) && f.figured.has(text[end]) {
		return 0
	}
	return end
}

// insideWord reports that no match begins at a byte because a word or number goes on there.
func (f *finder) insideWord(text string, i int) bool {
	return i > 0 && (f.word && isASCIIWord(text[i]) && isASCIIWord(text[i-1]) || IsDigit(text[i]) && IsDigit(text[i-1]))
}

// Matches are short, so match looks at the usual number of bytes first, and at up to longest if the
// match reaches their end.
const usual, longest = 256, 4096

// match returns the match that begins where part begins, or nil. An empty match counts as none. It
// tries reach bytes first.
func (f *finder) match(text string, part Span, reach int) []int {
	_, before := utf8.DecodeLastRuneInString(text[:part.Start])
	pattern := f.behind
	if before == 0 {
		pattern = f.begins
	}
	from := part.Start - before
	for size := reach; ; size *= 16 {
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

// placed moves a match in text[from:] to its place in text, where it begins at start.
func placed(at []int, from, start int) []int {
	for i := range at {
		if at[i] >= 0 {
			at[i] += from
		}
	}
	at[0] = start
	return at
}

// resume returns where to search on after a match that its rule refused: after its first word or
// number, because another match may begin there, but after all of it if it is not ordinary text.
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

// IsDigit reports whether b is an ASCII digit.
func IsDigit(b byte) bool { return '0' <= b && b <= '9' }

func isASCIIWord(b byte) bool {
	return b == '_' || IsDigit(b) || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z'
}
