package fr

import (
	"github.com/aloud-audio/aloud/internal/lang/european"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

func ordinalRules() []rewrite.Rule {
	return []rewrite.Rule{
		{Name: "ordinal", Pattern: `(\d{1,3}|[IVX]+)(ère|ers?|res?|nde?s?|èmes?|es?|è)`, Say: func(m rewrite.Match) (string, bool) {
			n := european.Atoi(m.Groups[1])
			if n == 0 {
				n = european.RomanNumber(m.Groups[1])
			}
			if n == 0 || !european.Opens(m.Before) || !european.Closes(m.After) {
				return "", false
			}
			return rank(n, m.Groups[2])
		}},
	}
}

// rank says an ordinal by its letters: 1er, 1re, 2e, 2nd. Letters that do not fit the number are no ordinal's.
func rank(n int, letters string) (string, bool) {
	plural := ""
	if letters[len(letters)-1] == 's' {
		plural, letters = "s", letters[:len(letters)-1]
	}
	said := ""
	switch letters {
	case "er":
		said = "premier"
	case "re", "ère":
		said = "première"
	case "nd":
		return "second" + plural, n == 2
	case "nde":
		return "seconde" + plural, n == 2
	default:
		return ordinal(n) + plural, n > 1
	}
	return said + plural, n == 1
}
