package rewrite

import (
	"sort"
	"unicode"
	"unicode/utf8"
)

// kind says where the matches of a rule can begin. The more is known of that, the less of a text is
// read for the rule.
type kind int

const (
	anywhere kind = iota // but not within a number: no rule says a part of one
	atEdge               // where \b matches
	atStart              // where no word or number goes on
	atNumber             // where a number begins
	kinds
)

// source is a written text with what all rules ask of it, found once.
type source struct {
	text       string
	places     [kinds][]int // in order
	candidates [][]int      // by rule: those of its places where it may match; nil: not known
}

func newSource(text string) source {
	s := source{text: text}
	s.places[anywhere] = make([]int, 0, len(text))
	inWord, inNumber, inASCII := false, false, false
	for i, r := range text {
		ascii := r < utf8.RuneSelf && isASCIIWord(byte(r))
		digit := ascii && IsDigit(byte(r))
		if !digit || !inNumber {
			s.add(anywhere, i)
			if ascii != inASCII {
				s.add(atEdge, i)
			}
		}
		if digit && !inNumber {
			s.add(atNumber, i)
		}
		if !inWord {
			s.add(atStart, i)
		}
		inNumber, inASCII = digit, ascii
		inWord = digit || (unicode.IsLetter(r) || unicode.IsDigit(r)) && !IsUnspaced(r)
	}
	return s
}

func (s *source) add(k kind, place int) { s.places[k] = append(s.places[k], place) }

// placesOf are the places in a part of the text where a finder may find something.
func (s source) placesOf(f *finder, part Span) []int {
	places := s.places[f.kind]
	if s.candidates != nil {
		places = s.candidates[f.rule]
	}
	places = places[sort.SearchInts(places, part.Start):]
	return places[:sort.SearchInts(places, part.End)]
}
