package rewrite

import (
	"sort"
	"unicode"
	"unicode/utf8"
)

// source is a written text with what all rules ask of it, found once.
type source struct {
	text    string
	numbers []int // where figures follow what is none; the end of the text is the last
	starts  []int // where no word or number goes on, likewise
	pairs   *pairSet

	atNumbers, atStarts []ruleSet // which rules may match there
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
	s.numbers, s.starts = append(s.numbers, len(text)), append(s.starts, len(text))
	for i := 1; i < len(text); i++ {
		s.pairs.add(pair(text[i-1], text[i]))
	}
	return s
}

// places are those where a rule may match, in order. Without any it may do so anywhere.
type places struct {
	at  []int
	may []ruleSet // by place; nil: not known
}

// placesOf are the places from i on where a finder may find something.
func (s source) placesOf(f *finder, i int) places {
	all := places{s.numbers, s.atNumbers}
	switch {
	case f.numeric:
	case f.whole:
		all = places{s.starts, s.atStarts}
	default:
		return places{}
	}
	from := sort.SearchInts(all.at, i)
	all.at = all.at[from:]
	if all.may != nil {
		all.may = all.may[from:]
	}
	return all
}

// from drops the places before i, and those where the rule can't match, and returns the first that is
// left.
func (p *places) from(i, rule int) int {
	if p.at == nil {
		return i
	}
	for len(p.at) > 1 && (p.at[0] < i || p.may != nil && !p.may[0].has(rule)) {
		p.at = p.at[1:]
		if p.may != nil {
			p.may = p.may[1:]
		}
	}
	return p.at[0]
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
