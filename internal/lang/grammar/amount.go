package grammar

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
	"github.com/aloud-audio/aloud/internal/lang/letters"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// amount is a number as written.
type amount struct {
	sign     string // as it is said: "minus"
	whole    string // digits, without groups
	decimals string
	grouped  bool // 10.000 rather than 10000
}

func (a amount) isOne() bool { return a.whole == "1" && a.decimals == "" }

// value returns the whole part as an int. parseAmount limits its length, so it does not overflow.
func (a amount) value() int { return Atoi(a.whole) }

// number returns a in the form that CLDR parses.
func (a amount) number() string {
	if a.decimals == "" {
		return a.whole
	}
	return a.whole + "." + a.decimals
}

func (a amount) category(tag string) cldr.Category { return cldr.Plural(tag, a.number()) }

// signed puts the sign of a, if it has one, before said.
func (a amount) signed(said string) string {
	if a.sign == "" {
		return said
	}
	return a.sign + " " + said
}

// gap matches what may separate a number from its unit.
const gap = `[ \x{00A0}\x{202F}\x{2009}]?`

// spacePattern returns a group for what separates a number from its unit. It includes the hyphen in
// languages where a measure can describe a noun.
func (g *Grammar) spacePattern() string {
	if g.Pack.Describing.Articles == "" {
		return `(` + gap + `)`
	}
	return `(` + gap + `|[-‑])`
}

// scaleGap returns a pattern for what separates a number from its magnitude. It includes the hyphen
// of "a $5-million loan".
func (g *Grammar) scaleGap() string {
	if g.Pack.Describing.Articles == "" {
		return gap
	}
	return `(?:` + gap + `|[-‑])`
}

// figurePattern returns the pattern of the language's numbers. Spaces and apostrophes may group
// digits in every language.
func (g *Grammar) figurePattern() string {
	decimal, group := ",", "."
	if mark, _ := cldr.Marks(g.Tag); mark == "." {
		decimal, group = ".", ","
	}
	whole, decimal := wholePattern(group), cmp.Or(g.Pack.Numbers.Marks, decimal)
	if g.Pack.Numbers.Every { // a space stands for no comma where other numbers may follow: in May 24 300 people
		whole = `\d{1,3}(?: \d{3})? 000|\d+(?:[` + group + `\x{00A0}\x{202F}\x{2009}]\d{3})*|[` + decimal + `]\d+`
	}
	return `(` + whole + `)(?:[` + decimal + `](\d+))?`
}

func wholePattern(group string) string {
	return `\d{1,3}(?:[` + group + `'’ \x{00A0}\x{202F}\x{2009}]\d{3})+|\d+`
}

const mostDigits = 15

// parseAmount parses the captured digits of a number. It returns false if the number is longer than
// any in news, or starts with a zero as codes and telephone numbers do.
func parseAmount(whole, decimals string) (amount, bool) {
	if rest, ok := strings.CutPrefix(whole, "."); ok { // .5
		return amount{decimals: rest}, decimals == ""
	}
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, whole)
	ok := digits != "" && len(digits) <= mostDigits && len(decimals) <= mostDigits && (len(digits) == 1 || digits[0] != '0')
	return amount{whole: digits, decimals: decimals, grouped: len(digits) != len(whole)}, ok
}

// quantity is an amount or a range of two amounts.
type quantity struct {
	first     amount // of a range
	scale     noun   // of first, if it has one of its own
	written   string // the joiner of a range
	joiner    string // as it is said
	governed  string // the case of last by the joiner, or ""
	last      amount
	describes bool // it describes the noun that follows, so its own noun is singular
}

// quantityGroups is the number of groups in the pattern of a quantity.
const quantityGroups = 7

// joinerGroup is the group of the joiner in a pattern that begins with a quantity.
const joinerGroup = 4

// quantityPattern returns a pattern with the groups sign, number, joiner, sign, number.
func (g *Grammar) quantityPattern() string {
	return g.signPattern() + g.figures + `(?:` + gap + g.joinerPattern() + gap + `([−–+-]?)` + g.figures + `)?`
}

// sumPattern returns the pattern of a quantity after a currency. A word joins two sums only if both
// have a currency.
func (g *Grammar) sumPattern() string {
	if !g.Pack.Numbers.Twice {
		return g.quantityPattern()
	}
	grouped := strings.Replace(g.figures, `(`, `(\d{1,3}(?: \d{3})+|`, 1) // €12 500
	return g.signPattern() + grouped + `(?:` + gap + `([` + g.dashes() + `])` + gap + `()` + grouped + `)?`
}

// numberPattern returns the pattern of a quantity without a noun. Where every number is spelled
// out, a range contains no spaces, because those could separate two numbers.
func (g *Grammar) numberPattern() string {
	if !g.Pack.Numbers.Every {
		return g.quantityPattern()
	}
	return g.signPattern() + g.figures + `(?:([` + g.dashes() + `]|` + gap + `[x×]` + gap + `|` + dots + `)([−–+-]?)` + g.figures + `)?`
}

// signPattern returns a group for the sign before a number. A dash followed by a space is not a
// minus: "the pressure – 745 mm".
func (g *Grammar) signPattern() string {
	signs := strings.Map(func(r rune) rune {
		if strings.ContainsRune("−–‑-+", r) {
			return -1
		}
		return r
	}, strings.Join(slices.Sorted(maps.Keys(g.Pack.Numbers.Signs)), ""))
	if signs == "" {
		return `([−–+-]?)`
	}
	return `([` + signs + `] ?|[−–‑+-]?)`
}

// joinerPattern returns a group for what joins the numbers of a range.
func (g *Grammar) joinerPattern() string {
	joiner := `[` + g.dashes() + `]|[` + letters.Like("x") + `×*]`
	words := slices.Collect(maps.Keys(g.Pack.Numbers.Joiners))
	if g.Pack.Numbers.Dots {
		joiner += `|` + dots
	}
	if g.Pack.Numbers.Twice {
		words = slices.Concat(words, slices.Collect(maps.Values(g.Pack.Numbers.Between)))
	}
	if words := alternatives(words); words != "" {
		joiner += `|` + words
	}
	return `(` + joiner + `)`
}

const dots = `\.\.\.?|…` // -5…-7

func (g *Grammar) dashes() string { return cmp.Or(g.Pack.Numbers.Dashes, "–-") }

func (g *Grammar) isDash(joiner string) bool {
	return joiner != "" && strings.Contains(g.dashes(), joiner)
}

// isBetween reports whether a word joins two numbers only after another word: between 5 and 10 km.
func (g *Grammar) isBetween(joiner string) bool {
	return slices.Contains(slices.Collect(maps.Values(g.Pack.Numbers.Between)), joiner)
}

// joins reports whether the joiner joins two numbers in this context.
func (g *Grammar) joins(joiner string, m rewrite.Match) bool {
	words := lastWords(m.Before, 2)
	if isIn(words[0], g.Pack.Counted.Adverbs) { // between roughly 5 and 10
		words = words[1:]
	}
	return !g.isBetween(joiner) || g.Pack.Numbers.Between[words[0]] == joiner
}

// behindWords returns q with the joiner that the preceding word requires: between 5-10.
func (g *Grammar) behindWords(q quantity, before string) quantity {
	if g.isDash(q.written) {
		q.joiner = cmp.Or(g.Pack.Numbers.Between[wordBefore(before)], q.joiner)
	}
	return q
}

func (g *Grammar) quantity(groups []string) (quantity, bool) {
	n, joiner := g.Pack.Numbers, groups[3]
	first, ok := g.signedAmount(groups[0:3])
	if joiner == "" || !ok {
		return quantity{last: first}, ok
	}
	last, ok := g.signedAmount(groups[4:7])
	dotted := strings.Trim(joiner, ".…") == ""
	if last.sign != "" && !StartsLetter(joiner) && !dotted {
		return quantity{}, false // "5--10"
	}
	q := quantity{first: first, written: joiner, joiner: joiner, last: last}
	switch trimmed := strings.Trim(joiner, " \u00A0\u2009\u202F"); {
	case g.isDash(joiner), dotted:
		q.joiner = n.To
	case strings.Contains(letters.Like("x")+"×*", trimmed):
		q.joiner = n.Times
	default:
		q.joiner = strings.Trim(joiner, "-")
	}
	q.governed = n.Joiners[q.joiner]
	return q, ok && q.joiner != ""
}

// signedAmount parses the groups of a sign and a number. It returns false if the language has no
// word for the sign.
func (g *Grammar) signedAmount(groups []string) (amount, bool) {
	a, ok := parseAmount(groups[1], groups[2])
	sign, known := g.signWord(groups[0])
	a.sign = sign
	return a, (ok || g.Pack.Numbers.Every) && (groups[0] == "" || known)
}

// signWord returns the word for a sign before a number.
func (g *Grammar) signWord(sign string) (string, bool) {
	sign = strings.TrimRight(sign, " ")
	word := g.Pack.Numbers.Signs[sign]
	switch sign {
	case "+":
		word = cmp.Or(word, g.Pack.Numbers.Plus)
	case "-", "–", "−":
		word = cmp.Or(word, g.Pack.Numbers.Minus)
	}
	return word, word != ""
}

// setSign applies to q a sign that precedes the whole quantity.
func (q *quantity) setSign(sign string) {
	switch {
	case sign == "":
	case q.joiner != "":
		q.first.sign = sign
	default:
		q.last.sign = sign
	}
}

// of returns the case of the last amount of q if the first is in case c.
func (q quantity) of(c string) string { return cmp.Or(q.governed, c) }

// joined returns the words of a range. A hyphen joins two one-word numbers: "п'ять-сім мільйонів",
// but "двадцять п'ять – тридцять".
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

// joinersThat returns a pattern of the words that join two numbers: those that govern nothing, or
// those that govern a case.
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
