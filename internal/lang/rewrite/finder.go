package rewrite

import (
	"regexp"
	"regexp/syntax"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// finder finds the matches of a rule's pattern. It tries the pattern only where an automaton
// reports a possible match, which is many times faster than a search with package regexp. Anchors
// and \b see the whole text, not only the part that is searched.
type finder struct {
	*groups
	kind   kind
	rule   int                   // index in the order of rules
	begins func() *regexp.Regexp // the pattern, anchored at the start of the text
	behind func() *regexp.Regexp // the pattern after one character
}

// newFinder returns the finder of a rule, and the program of its pattern.
func newFinder(r Rule, place int) (*finder, *syntax.Prog) {
	tree := parse(r.Pattern)
	program := compile(tree)
	return &finder{
		groups: newGroups(tree, program),
		kind:   kindOf(tree, program, r.Whole),
		rule:   place,
		begins: lazyregexp.New(`\A(?:` + r.Pattern + `)`),
		behind: lazyregexp.New(`\A(?s:.)(?:` + r.Pattern + `)`),
	}, program
}

// Matches are short, so match reads the usual number of bytes first, and up to longest if the match
// reaches their end. After that regexp decides: it bounds its memory.
const usual, longest = 256, 4096

// match returns the match that begins at the start of part, or nil. It ignores empty matches. It
// tries reach bytes first.
func (f *finder) match(s *source, part Span, reach int) []int {
	for size := reach; ; size *= 16 {
		end := min(part.Start+size, part.End)
		var at []int
		if size <= usual {
			at = f.at(&s.trial, s.text[:end], part.Start)
		} else {
			at = f.search(s.text[:end], part.Start)
		}
		if at == nil || at[1] == part.Start {
			return nil
		}
		if at[1] < end || end == part.End || size >= longest {
			return at
		}
	}
}

// search matches with package regexp at a position.
func (f *finder) search(text string, place int) []int {
	_, before := utf8.DecodeLastRuneInString(text[:place])
	pattern := f.behind
	if before == 0 {
		pattern = f.begins
	}
	from := place - before
	at := pattern().FindStringSubmatchIndex(text[from:])
	if at == nil {
		return nil
	}
	for i := range at {
		if at[i] >= 0 {
			at[i] += from
		}
	}
	at[0] = place
	return at
}

// resume returns where to continue after a match that its rule refused. That is after its first
// word or number, because another match may begin there, or after the whole match if it is not
// ordinary text.
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
