package grammar

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/pack"
)

// amount is a number as it is written.
type amount struct {
	sign     string // as it is said: "minus"
	whole    string // digits, without groups
	decimals string
	grouped  bool // 10.000 rather than 10000
}

func (a amount) isOne() bool { return a.whole == "1" && a.decimals == "" }

// value is the whole part; amounts are short enough.
func (a amount) value() int { return Atoi(a.whole) }

// number is a as CLDR reads it.
func (a amount) number() string {
	if a.decimals == "" {
		return a.whole
	}
	return a.whole + "." + a.decimals
}

// signed is what is said for a with its sign in front.
func (a amount) signed(said string) string {
	if a.sign == "" {
		return said
	}
	return a.sign + " " + said
}

// gap is what may stand between a number and its unit.
const gap = `[ \x{00A0}\x{202F}\x{2009}]?`

// figuresOf is the pattern of a language's numbers. Whatever groups the language has, spaces and
// apostrophes do as well.
func figuresOf(tag string) string {
	decimal, group := ",", "."
	if mark, _ := cldr.Marks(tag); mark == "." {
		decimal, group = ".", ","
	}
	return `(` + wholePattern(group) + `)(?:[` + decimal + `](\d+))?`
}

func wholePattern(group string) string {
	return `\d{1,3}(?:[` + group + `'’ \x{00A0}\x{202F}\x{2009}]\d{3})+|\d+`
}

const mostDigits = 15

// parseAmount reads the groups of figures. It is no amount if it is longer than news has any, or
// has a zero in front as codes and telephone numbers do.
func parseAmount(whole, decimals string) (amount, bool) {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, whole)
	ok := digits != "" && len(digits) <= mostDigits && len(decimals) <= mostDigits && (len(digits) == 1 || digits[0] != '0')
	return amount{whole: digits, decimals: decimals, grouped: len(digits) != len(whole)}, ok
}

// spell says a whole number by CLDR's rule set, whose name lacks "spellout-" here.
func (g *Grammar) spell(ruleset, number string) (string, bool) {
	if g.Spell != nil {
		if words, ok := g.Spell(ruleset, number); ok {
			return words, true
		}
	}
	return cldr.Spell(g.Tag, "spellout-"+ruleset, number)
}

// numbering says a number as in counting.
func (g *Grammar) numbering(number string) (string, bool) { return g.spell("numbering", number) }

// cardinal says a number of things by their gender and case.
func (g *Grammar) cardinal(number, gender, grammaticalCase string) (string, bool) {
	for _, ruleset := range g.cardinals(gender, grammaticalCase) {
		if words, ok := g.spell(ruleset, number); ok {
			return words, true
		}
	}
	return "", false
}

// cardinals are the rule sets that may say a number of a gender and case, the best first. A number
// that is declined has no other than its own.
func (g *Grammar) cardinals(gender, grammaticalCase string) []string {
	n := g.Pack.Numbers
	if other, ok := n.Genders[gender]; ok {
		gender = other
	}
	var sets []string
	if gender == "" {
		sets = []string{"numbering"}
	} else {
		sets = []string{n.Cardinals[gender+"-"+grammaticalCase], "cardinal-" + gender + "-" + grammaticalCase}
	}
	if grammaticalCase != nominative && g.hasCases() {
		return sets
	}
	return append(sets, n.Cardinals[gender], "cardinal-"+gender, "cardinal", "numbering")
}

// words says a with its decimals, as it stands before a noun of the gender and case.
func (g *Grammar) words(a amount, gender, grammaticalCase string) (string, bool) {
	if a.decimals == "" {
		return g.cardinal(a.whole, gender, grammaticalCase)
	}
	n := g.Pack.Numbers
	if n.Thousands && len(a.decimals) == 3 && a.whole != "0" {
		return "", false
	}
	if n.Point == "" || n.Decimals == pack.CLDRs {
		return g.cardinal(a.number(), gender, grammaticalCase)
	}
	if grammaticalCase == nominative || n.Counting == nil {
		gender, grammaticalCase = "", nominative
	}
	whole, ok := g.cardinal(a.whole, gender, grammaticalCase)
	behind, said := g.digits(a.decimals, n.Decimals == pack.AsNumber)
	return whole + " " + n.Point + " " + behind, ok && said
}

// digits says figures as one number, and each zero in front of it; or one by one, as also if they
// are many.
func (g *Grammar) digits(figures string, asNumber bool) (string, bool) {
	const longest = 3
	oneByOne := !asNumber || len(figures) > longest
	var words []string
	for figures != "" {
		next := figures
		if oneByOne || figures[0] == '0' {
			next = figures[:1]
		}
		said, ok := g.numbering(next)
		if !ok {
			return "", false
		}
		words, figures = append(words, said), figures[len(next):]
	}
	return strings.Join(words, " "), true
}

// year says a year of four figures, or of two: "05" with its zero.
func (g *Grammar) year(figures string) (string, bool) {
	const hundreds, thousands = 1100, 2000
	n := Atoi(figures)
	switch ruleset := g.Pack.Numbers.Year; {
	case len(figures) == 2:
		return g.digits(figures, true)
	case ruleset != "" && n >= hundreds && n < thousands:
		return g.spell(ruleset, figures)
	}
	return g.numbering(figures)
}
