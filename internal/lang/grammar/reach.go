package grammar

import (
	"regexp/syntax"
	"slices"
	"sync"
	"unicode/utf8"
)

// The bytes that a pattern in front of a phrase is given to match: at least the first, which most
// patterns need less of, and the second for what repeats without end.
const (
	usualReach  = 32
	repeatReach = 32
)

// newReach is how many bytes in front of a phrase the longest of some patterns can match, and a
// letter more, for \b.
func newReach(patterns ...string) func() int {
	return sync.OnceValue(func() int {
		reach := usualReach
		for _, pattern := range patterns {
			if parsed, err := syntax.Parse(pattern, syntax.Perl); err == nil {
				reach = max(reach, longest(parsed)+utf8.UTFMax)
			}
		}
		return reach
	})
}

// longest is the length in bytes of the longest text that a pattern matches.
func longest(re *syntax.Regexp) int {
	switch re.Op {
	case syntax.OpLiteral:
		return len(string(re.Rune))
	case syntax.OpCharClass:
		return utf8.RuneLen(slices.Max(append(re.Rune, 0)))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return utf8.UTFMax
	case syntax.OpStar, syntax.OpPlus:
		return max(repeatReach, longest(re.Sub[0]))
	case syntax.OpRepeat:
		return max(1, re.Max) * longest(re.Sub[0])
	}
	sum, most := 0, 0
	for _, sub := range re.Sub {
		sum, most = sum+longest(sub), max(most, longest(sub))
	}
	if re.Op == syntax.OpAlternate {
		return most
	}
	return sum
}
