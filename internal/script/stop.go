package script

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stop is a position where a sentence may end: «… the door.” He …» has the mark «.», the closer «”»
// and a next sentence that would begin at «He».
type stop struct {
	lang     *language
	text     string
	start    int  // where the sentence began
	at       int  // the first mark
	marked   int  // after the first run of marks
	closed   int  // after the closing quotes and brackets
	next     int  // after the white space
	enclosed bool // within a quotation or parenthesis that continues

	word       string // before the marks, with its inner dots: «U.S» of «(U.S.)», «N.Y» of «D-N.Y.»
	wordBefore string // the word before that, in the same sentence
	ahead      string // the text that follows, after opening marks, as far as the rules look
	nextWord   string // the first word of ahead; "" if it does not begin with a letter
}

// near is how far a rule looks, in bytes. No abbreviation is longer, and the work must not grow
// with the text.
const near = 64

// readStop reads the stop at index at, in a sentence that began at index start.
func readStop(text string, start, at int) stop {
	s := stop{text: text, start: start, at: at}
	s.marked = skip(text, at, isTerminal)
	if s.marked == at+1 && text[at] == '.' {
		s.marked = spacedDots(text, at)
	}
	// Marks may also follow a closing mark: «Где мама?».
	for s.closed = s.marked; ; {
		end := skip(text, spacedGuillemet(text, s.closed), func(r rune) bool { return isTerminal(r) || isCloser(r) })
		if end == s.closed {
			break
		}
		s.closed = end
	}
	s.next = skip(text, s.closed, unicode.IsSpace)
	s.readWords()
	return s
}

// spacedDots returns the end of an ellipsis written «. . .». A full stop followed by three spaced
// dots is the end of a sentence, and an ellipsis before the next one: «It ended. . . . The rest is
// history.»
func spacedDots(text string, at int) int {
	end, dots := at+1, 1
	for strings.HasPrefix(text[end:], " .") {
		end, dots = end+2, dots+1
	}
	if dots == 4 && at > 0 && text[at-1] != ' ' {
		return at + 1
	}
	return end
}

// spacedGuillemet skips the space before a French closing mark: «Oui. ».
func spacedGuillemet(text string, at int) int {
	r, size := utf8.DecodeRuneInString(text[at:])
	if unicode.IsSpace(r) && strings.HasPrefix(text[at+size:], "»") {
		after, _ := utf8.DecodeRuneInString(text[at+size+len("»"):])
		if after == utf8.RuneError || unicode.IsSpace(after) || unicode.IsPunct(after) {
			return at + size
		}
	}
	return at
}

func isCloser(r rune) bool {
	return r == '"' || r == '\'' || unicode.In(r, unicode.Pe, unicode.Pf, unicode.Pi)
}

// isOpener reports whether r may come before the first word of a sentence.
func isOpener(r rune) bool {
	return r == '"' || r == '\'' || r == '¿' || r == '¡' || unicode.In(r, unicode.Ps, unicode.Pi, unicode.Pf)
}

// skip returns the index of the first rune at or after at that is not in the set.
func skip(text string, at int, in func(rune) bool) int {
	if i := strings.IndexFunc(text[at:], func(r rune) bool { return !in(r) }); i >= 0 {
		return at + i
	}
	return len(text)
}

func (s stop) marks() string   { return s.text[s.at:s.marked] }
func (s stop) closers() string { return s.text[s.marked:s.closed] }
func (s stop) spaced() bool    { return s.next > s.closed }

// readWords reads the words on both sides of the stop.
func (s *stop) readWords() {
	preceding := strings.TrimRightFunc(s.text[max(s.start, s.at-near):s.at], unicode.IsSpace)
	i := lastIndexAfter(preceding, unicode.IsSpace)
	last := preceding[i:]
	preceding = strings.TrimRightFunc(preceding[:i], unicode.IsSpace)
	s.wordBefore = preceding[lastIndexAfter(preceding, unicode.IsSpace):]
	joined := lastIndexAfter(last, func(r rune) bool { return r == '/' || r == '-' || r > unicode.MaxASCII && unicode.Is(unicode.Pd, r) })
	s.word = strings.TrimLeftFunc(last[joined:], unicode.IsPunct)

	s.ahead = strings.TrimLeftFunc(s.text[s.next:min(len(s.text), s.next+near)], isOpener)
	s.nextWord = s.ahead[:skip(s.ahead, 0, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) })]
}

// lastIndexAfter returns the index after the last rune that is in the set, or 0 if there is none.
func lastIndexAfter(text string, in func(rune) bool) int {
	i := strings.LastIndexFunc(text, in)
	if i < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return i + size
}

// sofar returns the words of the sentence up to the marks; ok is false if it is too long for the
// rules that use it.
func (s stop) sofar() (words []string, ok bool) {
	if s.at-s.start > near {
		return nil, false
	}
	return strings.Fields(s.text[s.start:s.at]), true
}
