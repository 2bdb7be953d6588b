package rewrite

import (
	"regexp/syntax"
	"slices"
	"unicode/utf8"
)

// usualReach and repeatReach are how many bytes at the end of a text a pattern sees: at least
// usualReach, which is more than most patterns need, and repeatReach for an unbounded repetition.
const (
	usualReach  = 32
	repeatReach = 32
)

// reachOf returns how many bytes at the end of a text a pattern can match, plus a character for \b.
func reachOf(tree *syntax.Regexp) int { return max(usualReach, widest(tree)+utf8.UTFMax) }

// widest returns the length in bytes of the longest text that a pattern matches.
func widest(re *syntax.Regexp) int {
	switch re.Op {
	case syntax.OpLiteral:
		return len(string(re.Rune))
	case syntax.OpCharClass:
		return utf8.RuneLen(slices.Max(append(re.Rune, 0)))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return utf8.UTFMax
	case syntax.OpStar, syntax.OpPlus:
		return max(repeatReach, widest(re.Sub[0]))
	case syntax.OpRepeat:
		return max(1, re.Max) * widest(re.Sub[0])
	}
	sum, most := 0, 0
	for _, sub := range re.Sub {
		sum, most = sum+widest(sub), max(most, widest(sub))
	}
	if re.Op == syntax.OpAlternate {
		return most
	}
	return sum
}
