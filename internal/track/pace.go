package track

import (
	"fmt"
	"slices"
	"unicode"
)

// checkPace compares how fast the segments are spoken. A segment that takes little more than half of its expected time is
// truncated; one that takes nearly twice is repeated. A speech that ends abruptly is judged more strictly. Text that a voice
// may either spell or read gets the benefit of the doubt.
func (b *Builder) checkPace() error {
	const (
		judged = 60  // letters: a shorter text has no meaningful pace
		far    = 1.8 // times the usual pace: no list of numbers or names reached it
		near   = 1.25
	)
	paces := make([]letterCount, len(b.pieces)) // letters a second, zero if not judged
	var known []float64
	for i, p := range b.pieces {
		if said := lettersToSay(b.segments[i].Spoken); said.likely >= judged {
			paces[i] = said.over(p.seconds())
			known = append(known, paces[i].likely)
		}
	}
	if len(known) < 3 {
		return nil
	}
	slices.Sort(known)
	usual := known[len(known)/2]
	for i, pace := range paces {
		switch {
		case pace.likely == 0:
		case pace.least > far*usual, pace.least > near*usual && b.pieces[i].abrupt:
			return fmt.Errorf("%w: the speech of segment %d is truncated: %.1f s is too short for its text", ErrCheck, i, b.pieces[i].seconds())
		case pace.most < usual/far:
			return fmt.Errorf("%w: the speech of segment %d has more than its text: %.1f s is too long", ErrCheck, i, b.pieces[i].seconds())
		}
	}
	return nil
}

// letterCount is how many letters' time a text takes to say: likely, and between which bounds.
type letterCount struct{ least, likely, most float64 }

func (c letterCount) over(seconds float64) letterCount {
	return letterCount{c.least / seconds, c.likely / seconds, c.most / seconds}
}

// What a character takes to say, in letters.
var (
	aLetter    = letterCount{1, 1, 1}
	aCapital   = letterCount{1, 2, 5} // within a word of capitals: read as a word, or spelt
	aFigure    = letterCount{1, 4, 8}
	anIdeogram = letterCount{1, 3.5, 16} // most by a voice that says only that it is one
)

// lettersToSay are those of a text.
func lettersToSay(text string) (sum letterCount) {
	runes := []rune(text)
	for i, r := range runes {
		c := letterCount{}
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			c = anIdeogram
		case unicode.IsNumber(r):
			c = aFigure
		case unicode.IsUpper(r) && !isLowerAt(runes, i+1):
			c = aCapital
		case unicode.IsLetter(r):
			c = aLetter
		}
		sum = letterCount{sum.least + c.least, sum.likely + c.likely, sum.most + c.most}
	}
	return sum
}

func isLowerAt(runes []rune, i int) bool { return i < len(runes) && unicode.IsLower(runes[i]) }
