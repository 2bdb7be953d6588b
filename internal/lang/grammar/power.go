package grammar

import (
	"slices"
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// Powers returns the rules for superscripts that follow no known unit: powers of a letter, a number
// or another unit; isotopes; charges. Other superscripts are note marks, which rewrite removes.
func (g *Grammar) Powers() []rewrite.Rule {
	return []rewrite.Rule{
		{Name: "unit", Pattern: `([⁰¹²³⁴-⁹]{1,3})([A-Z][a-z]?)`, Say: func(m rewrite.Match) (string, bool) {
			said, ok := g.numbering(lowered(m.Groups[1]))
			return said + " " + m.Groups[2], ok && Opens(m.Before) && !StartsLetter(m.After)
		}},
		{Name: "unit", Pattern: `([A-Z][a-z]?)([⁰¹²³⁴-⁹]{2,3}|[⁰¹²³⁴-⁹]?[⁺⁻])`, Whole: true, Say: g.sayIon},
		{Name: "unit", Pattern: `(\d{1,9})([²³])`, Say: func(m rewrite.Match) (string, bool) {
			said, ok := g.numbering(m.Groups[1])
			power := g.Pack.Numbers.Powers[m.Groups[2]]
			return said + " " + power, ok && power != "" && Opens(m.Before) && Closes(m.After)
		}},
		{Name: "unit", Pattern: `[²³]`, Say: func(m rewrite.Match) (string, bool) {
			said, ok := g.Pack.Numbers.Powers[m.Groups[0]]
			return said, ok && rewrite.IsRaised(m) && Closes(m.After) && !perUnit().MatchString(rewrite.Tail(m.Before))
		}},
	}
}

// perUnit matches the end of an unknown measure: осіб/км².
var perUnit = lazyregexp.New(`/\pL+$|[\d⁰¹²³⁴-⁹⁺⁻]$`)

// sayIon expands an element with its mass or charge: U²³⁵, Fe³⁺.
func (g *Grammar) sayIon(m rewrite.Match) (string, bool) {
	figures, sign := m.Groups[2], ""
	for mark, plain := range map[string]string{"⁺": "+", "⁻": "-"} {
		if front, ok := strings.CutSuffix(figures, mark); ok {
			word, known := g.signWord(plain)
			if !known {
				return "", false
			}
			figures, sign = front, " "+word
		}
	}
	said, ok := "", true
	if figures != "" {
		said, ok = g.numbering(lowered(figures))
	}
	return strings.TrimRight(m.Groups[1]+" "+said, " ") + sign, ok && Opens(m.Before) && Closes(m.After)
}

var raisedFigures = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")

// lowered converts superscript digits to ordinary ones.
func lowered(raised string) string {
	var figures strings.Builder
	for _, r := range raised {
		figures.WriteString(strconv.Itoa(slices.Index(raisedFigures, r)))
	}
	return figures.String()
}
