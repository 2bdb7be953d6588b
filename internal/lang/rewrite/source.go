package rewrite

import (
	"sort"
	"unicode"
	"unicode/utf8"
)

// source is a written text with what all rules ask of it, found once.
type source struct {
	text    string
	numbers []int // where figures follow what is none
	starts  []int // where no word or number goes on
	pairs   *pairSet

	candidates [][]int // by rule, of those that a union has: where it may match; nil: not known
}

func newSource(text string) source {
	s := source{text: text, pairs: new(pairSet)}
	inWord, inNumber := false, false
	for i, r := range text {
		digit := r < utf8.RuneSelf && IsDigit(byte(r))
		if digit && !inNumber {
			s.numbers = append(s.numbers, i)
		}
		if !inWord {
			s.starts = append(s.starts, i)
		}
		inNumber, inWord = digit, digit || (unicode.IsLetter(r) || unicode.IsDigit(r)) && !IsUnspaced(r)
	}
	for i := 1; i < len(text); i++ {
		s.pairs.add(pair(text[i-1], text[i]))
	}
	return s
}

// placesOf are the places in a part of the text where a finder may find something, in order; or
// that it may do so anywhere.
func (s source) placesOf(f *finder, part Span) (places []int, anywhere bool) {
	switch {
	case !f.isPlaced():
		return nil, true
	case s.candidates != nil:
		places = s.candidates[f.rule]
	case f.numeric:
		places = s.numbers
	default:
		places = s.starts
	}
	places = places[sort.SearchInts(places, part.Start):]
	return places[:sort.SearchInts(places, part.End)], false
}

// mayHave reports whether the text may have a literal, given by its pairs. It is quicker than to
// look for each rule's literal.
func (s source) mayHave(pairs []uint16) bool {
	for _, p := range pairs {
		if !s.pairs.has(p) {
			return false
		}
	}
	return true
}

// pairSet says in bits which pairs of neighbouring bytes a text has, or pairs with the same hash.
type pairSet [64]uint64

func pair(first, second byte) uint16 { return (uint16(first)*61 + uint16(second)) % (64 * 64) }

func (s *pairSet) add(pair uint16)      { s[pair/64] |= 1 << (pair % 64) }
func (s *pairSet) has(pair uint16) bool { return s[pair/64]&(1<<(pair%64)) != 0 }

func pairsOf(literal string) []uint16 {
	var pairs []uint16
	for i := 1; i < len(literal); i++ {
		pairs = append(pairs, pair(literal[i-1], literal[i]))
	}
	return pairs
}
