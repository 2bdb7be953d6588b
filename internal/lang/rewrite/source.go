package rewrite

import (
	"unicode"
	"unicode/utf8"
)

// source is a written text and the positions where each rule may match, found once for all rules.
// Its memory is reused for the next text.
type source struct {
	text       string
	places     [kinds][]int
	candidates [][]candidate // by rule, in order
	pieces     []piece       // the text as cut by the rules so far
	spare      []piece       // room for the output of the next rule
	trail      trail
	trial      trial
	groups     []string // of the last match
	repeats    bool     // the memo is worth its cost
	memo       memo
}

// source prepares a text. The caller passes the source to release when done.
func (b *ruleBook) source(text string) *source {
	s, _ := b.sources.Get().(*source)
	if s == nil {
		s = &source{candidates: make([][]candidate, len(b.rules))}
	}
	s.text = text
	s.findPlaces()
	for k, places := range s.places {
		b.unions[k].find(text, places, &s.trail, s.candidates)
	}
	b.behind.filter(text, &s.trail, s.candidates)
	found := 0
	for _, of := range s.candidates {
		found += len(of)
	}
	s.repeats = dense*found >= len(text)
	if s.repeats {
		s.memo.begin(text)
	}
	return s
}

func (b *ruleBook) release(s *source) {
	for i, found := range s.candidates {
		s.candidates[i] = found[:0]
	}
	b.sources.Put(s)
}

// from returns the index of the first candidate at or after a position.
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

// findPlaces finds the positions of each kind in the text, in order.
func (s *source) findPlaces() {
	places := &s.places
	for k := range places {
		places[k] = places[k][:0]
	}
	inWord, inNumber, inASCII := false, false, false
	for i, r := range s.text {
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
}
