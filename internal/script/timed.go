package script

import (
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Words returns where the words of a text are: what stands between white space and has a letter or a
// digit. Each ideogram is a word.
func Words(text string) (words []rewrite.Span) {
	start, said := 0, false
	end := func(at int) {
		if said {
			words = append(words, rewrite.Span{Start: start, End: at})
		}
		start, said = at, false
	}
	for i, r := range text {
		switch {
		case unicode.IsSpace(r):
			end(i)
			start = i + utf8.RuneLen(r)
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			if said {
				end(i)
			}
			said = true
		default:
			said = said || speakable(r)
		}
	}
	end(len(text))
	return words
}

// Word is a word as it is written, and the byte of the spoken form at which a voice begins to say
// it.
type Word struct {
	Written rewrite.Span
	Said    int
}

// Words returns the words of the segment. Written words that are said as one, such as a date, are
// one word here.
func (s Segment) Words() (words []Word) {
	for _, written := range Words(s.Text) {
		said := s.SpokenAt(written.Start)
		if last := len(words) - 1; last >= 0 && said <= words[last].Said {
			words[last].Written.End = written.End
			continue
		}
		words = append(words, Word{written, said})
	}
	return words
}
