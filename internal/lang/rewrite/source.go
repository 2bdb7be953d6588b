package rewrite

import (
	"unicode"
	"unicode/utf8"
)

// source is a written text with where each rule may match, found once for all rules.
type source struct {
	text       string
	candidates [][]candidate // by rule, in order
}

// source reads a text.
func (b *ruleBook) source(text string) source {
	s := source{text: text, candidates: make([][]candidate, len(b.rules))}
	for k, places := range placesIn(text) {
		b.unions[k].find(text, places, s.candidates)
	}
	return s
}

// in are the candidates of a rule in a part of the text.
func (s source) in(part Span, rule int) []candidate {
	all := s.candidates[rule]
	return all[from(all, part.Start):from(all, part.End)]
}

// from is the index of the first candidate that does not stand before a place.
func from(all []candidate, place int) int {
	low, high := 0, len(all)
	for low < high {
		if middle := (low + high) / 2; all[middle].place < place {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// placesIn are the places of each kind in a text, in order.
func placesIn(text string) (places [kinds][]int) {
	places[anywhere] = make([]int, 0, len(text))
	places[atEdge], places[atStart] = make([]int, 0, len(text)/2), make([]int, 0, len(text)/4)
	inWord, inNumber, inASCII := false, false, false
	for i, r := range text {
		ascii := r < utf8.RuneSelf && isASCIIWord(byte(r))
		digit := ascii && IsDigit(byte(r))
		if !digit || !inNumber {
			places[anywhere] = append(places[anywhere], i)
			if ascii != inASCII {
				places[atEdge] = append(places[atEdge], i)
			}
		}
		if digit && !inNumber {
			places[atNumber] = append(places[atNumber], i)
		}
		if !inWord {
			places[atStart] = append(places[atStart], i)
		}
		inNumber, inASCII = digit, ascii
		inWord = digit || (unicode.IsLetter(r) || unicode.IsDigit(r)) && !IsUnspaced(r)
	}
	return places
}
