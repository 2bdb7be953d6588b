package grammar

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
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

func (a amount) category(tag string) cldr.Category { return cldr.Plural(tag, a.number()) }

// signed is what is said for a with its sign in front.
func (a amount) signed(said string) string {
	if a.sign == "" {
		return said
	}
	return a.sign + " " + said
}

// gap is what may stand between a number and its unit.
const gap = `[ \x{00A0}\x{202F}\x{2009}]?`

// figurePattern is the pattern of the language's numbers. Whatever groups the language has, spaces
// and apostrophes do as well.
func (g *Grammar) figurePattern() string {
	decimal, group := ",", "."
	if mark, _ := cldr.Marks(g.Tag); mark == "." {
		decimal, group = ".", ","
	}
	return `(` + wholePattern(group) + `)(?:[` + cmp.Or(g.Pack.Numbers.Marks, decimal) + `](\d+))?`
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

// quantity is an amount, or a range of two.
type quantity struct {
	first    amount // of a range
	joiner   string // of a range, as it is said
	governed string // the case of last by the joiner, or ""
	last     amount
}

// quantityGroups is how many groups the pattern of a quantity has.
const quantityGroups = 7

// joinerGroup is the one of them that has the joiner, if the pattern begins with a quantity.
const joinerGroup = 4

// quantityPattern is sign, figures, joiner, sign, figures.
func (g *Grammar) quantityPattern() string {
	joiner := `[–-]|x|×`
	if words := alternatives(slices.Collect(maps.Keys(g.Pack.Numbers.Joiners))); words != "" {
		joiner += `|` + words
	}
	signs := strings.Join(slices.Sorted(maps.Keys(g.Pack.Numbers.Signs)), "")
	return `([−–+` + strings.ReplaceAll(signs, "-", "") + `-]?)` + g.figures + `(?:` + gap + `(` + joiner + `)` + gap + `([−–+-]?)` + g.figures + `)?`
}

func (g *Grammar) quantity(groups []string) (quantity, bool) {
	n, joiner := g.Pack.Numbers, groups[3]
	first, ok := g.signedAmount(groups[0:3])
	if joiner == "" || !ok {
		return quantity{last: first}, ok
	}
	last, ok := g.signedAmount(groups[4:7])
	if last.sign != "" && !StartsLetter(joiner) {
		return quantity{}, false // "5--10"
	}
	switch joiner {
	case "-", "–":
		joiner = n.To
	case "x", "×":
		joiner = n.Times
	}
	return quantity{first: first, joiner: joiner, governed: n.Joiners[joiner], last: last}, ok && joiner != ""
}

// signedAmount reads the groups of a sign and figures. It is none if the sign has no word.
func (g *Grammar) signedAmount(groups []string) (amount, bool) {
	a, ok := parseAmount(groups[1], groups[2])
	a.sign = g.Pack.Numbers.Signs[groups[0]]
	switch groups[0] {
	case "+":
		a.sign = cmp.Or(a.sign, g.Pack.Numbers.Plus)
	case "-", "–", "−":
		a.sign = cmp.Or(a.sign, g.Pack.Numbers.Minus)
	}
	return a, ok && (groups[0] == "" || a.sign != "")
}

// of is the case of the last amount of q if the first stands in c.
func (q quantity) of(c string) string { return cmp.Or(q.governed, c) }

// joined is a range. A hyphen joins two numbers of one word: "п'ять-сім мільйонів", but "двадцять
// п'ять – тридцять".
func (q quantity) joined(first, last string) string {
	word, _, _ := strings.Cut(last, " ")
	switch {
	case q.joiner != "-":
		return first + " " + q.joiner + " " + last
	case strings.Contains(first, " ") || word == q.last.sign:
		return first + " – " + last
	}
	return first + "-" + last
}

// joinersThat is a pattern of the words between two numbers that govern nothing, or that govern a
// case.
func (g *Grammar) joinersThat(governNothing bool) string {
	var words []string
	for word, c := range g.Pack.Numbers.Joiners {
		if r, _ := utf8.DecodeRuneInString(word); (c == "") == governNothing && unicode.IsLetter(r) {
			words = append(words, word)
		}
	}
	if words == nil {
		return `\z.` // matches nothing
	}
	return alternatives(words)
}
