package script

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stop is a place where a sentence may end: «… the door.”  He …» has the marks «.», the closers «”» and a next
// sentence that would begin at «He».
type stop struct {
	lang     *language
	text     string
	start    int  // where the sentence began
	at       int  // the first mark
	marked   int  // behind the first run of marks
	closed   int  // behind the closing quotes and brackets
	next     int  // behind the white space
	enclosed bool // within a quotation or parenthesis that goes on

	word       string // before the marks, with its inner dots: «U.S» of «(U.S.)», «N.Y» of «D-N.Y.»
	wordBefore string // the one before that, in the same sentence
	ahead      string // what follows, behind opening marks and as far as the rules look
	nextWord   string // at the beginning of ahead, empty if that is no letter
}

// near bounds how far a rule looks, in bytes: no abbreviation is longer, and work must not grow with the text.
const near = 64

// readStop reads the stop that begins at index at, in a sentence that began at index start.
func readStop(text string, start, at int) stop {
	s := stop{text: text, start: start, at: at}
	s.marked = skip(text, at, isTerminal)
	if s.marked == at+1 && text[at] == '.' {
		s.marked = spacedDots(text, at)
	}
	// Marks can stand behind a closing mark too: «Где мама?».
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

// spacedDots is the end of an ellipsis written «. . .». One full stop behind a word and then three spaced dots are the
// end of a sentence and an ellipsis before the next: «It ended. . . . The rest is history.»
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

// spacedGuillemet steps over the space before a French closing mark: «Oui. ».
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

// isOpener is a mark that may stand before the first word of a sentence.
func isOpener(r rune) bool {
	return r == '"' || r == '\'' || r == '¿' || r == '¡' || unicode.In(r, unicode.Ps, unicode.Pi, unicode.Pf)
}

// skip is the index of the first rune at or behind at that is not in the set.
func skip(text string, at int, in func(rune) bool) int {
	if i := strings.IndexFunc(text[at:], func(r rune) bool { return !in(r) }); i >= 0 {
		return at + i
	}
	return len(text)
}

func (s stop) marks() string   { return s.text[s.at:s.marked] }
func (s stop) closers() string { return s.text[s.marked:s.closed] }
func (s stop) spaced() bool    { return s.next > s.closed }

// readWords reads what stands on both sides of the stop.
func (s *stop) readWords() {
	behind := strings.TrimRightFunc(s.text[max(s.start, s.at-near):s.at], unicode.IsSpace)
	i := lastIndexAfter(behind, unicode.IsSpace)
	last := behind[i:]
	behind = strings.TrimRightFunc(behind[:i], unicode.IsSpace)
	s.wordBefore = behind[lastIndexAfter(behind, unicode.IsSpace):]
	joined := lastIndexAfter(last, func(r rune) bool { return r == '/' || unicode.Is(unicode.Pd, r) })
	s.word = strings.TrimLeftFunc(last[joined:], unicode.IsPunct)

	s.ahead = strings.TrimLeftFunc(s.text[s.next:min(len(s.text), s.next+near)], isOpener)
	s.nextWord = s.ahead[:skip(s.ahead, 0, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) })]
}

// lastIndexAfter is the index behind the last rune of the set, 0 if there is none.
func lastIndexAfter(text string, in func(rune) bool) int {
	i := strings.LastIndexFunc(text, in)
	if i < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return i + size
}

// sofar is the sentence up to the marks, if it is short enough for the rules that ask; otherwise ok is false.
func (s stop) sofar() (words []string, ok bool) {
	if s.at-s.start > near {
		return nil, false
	}
	return strings.Fields(s.text[s.start:s.at]), true
}
