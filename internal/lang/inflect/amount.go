package inflect

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
)

// amount is a number as it is written: "-", "1234", "5".
type amount struct {
	sign     string // as it is said
	figures  string
	decimals string
	grouped  bool // 10 000 rather than 10000
}

// text is the number as CLDR takes it.
func (a amount) text() string {
	if a.decimals == "" {
		return a.figures
	}
	return a.figures + "." + a.decimals
}

func (a amount) category(tag string) cldr.Category { return cldr.Plural(tag, a.text()) }

// longest is how many digits an amount may have.
const longest = 15

// newAmount reads a number and its decimals; false for codes, which have a zero in front, and for
// what is too long.
func newAmount(whole, decimals string) (amount, bool) {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, whole)
	const most = 3
	code := len(digits) > 1 && digits[0] == '0'
	return amount{figures: digits, decimals: decimals, grouped: len(digits) != len(whole)},
		digits != "" && !code && len(digits) <= longest && len(decimals) <= most
}

// quantity is an amount, or a range of two.
type quantity struct {
	first    amount // of a range
	joiner   string // of a range, as it is said
	governed string // by the joiner, or ""
	last     amount
}

// figures is the pattern of a number: its whole part and its decimals.
const figures = `(\d{1,3}(?:[.'’ \x{00A0}\x{202F}\x{2009}]\d{3})+|\d+)(?:,(\d+))?`

// pointed is figures with the decimal marks of the language.
func (l *language) pointed() string {
	return strings.Replace(figures, ",(", "["+cmp.Or(l.data.Point, ",")+"](", 1)
}

// gap is what may stand between a number and its unit.
const gap = `[ \x{00A0}\x{202F}\x{2009}]?`

// quantityGroups is how many groups the pattern of a quantity has.
const quantityGroups = 7

// joinerGroup is the one of them that has the joiner, if the pattern begins with a quantity.
const joinerGroup = 4

// quantityPattern is sign, figures, joiner, sign, figures.
func (l *language) quantityPattern() string {
	joiner := `[–-]|x|×`
	for word := range l.data.Joiners {
		joiner += `|` + word
	}
	signs := strings.Join(slices.Collect(maps.Keys(l.data.Signs)), "")
	return `([−–+` + strings.ReplaceAll(signs, "-", "") + `-]?)` + l.pointed() + `(?:` + gap + `(` + joiner + `)` + gap + `([−–+-]?)` + l.pointed() + `)?`
}

func (l *language) quantity(groups []string) (quantity, bool) {
	first, ok := newAmount(groups[1], groups[2])
	first.sign = l.sign(groups[0])
	if groups[3] == "" || !ok {
		return quantity{last: first}, ok
	}
	last, ok := newAmount(groups[5], groups[6])
	if last.sign = l.sign(groups[4]); last.sign != "" && !unicode.IsLetter([]rune(groups[3])[0]) {
		return quantity{}, false // "5--10"
	}
	q := quantity{first: first, joiner: groups[3], last: last, governed: l.data.Joiners[groups[3]]}
	switch q.joiner {
	case "-", "–":
		q.joiner = l.data.To
		q.governed = l.data.Joiners[l.data.To]
	case "x", "×":
		q.joiner = l.data.Times
	}
	return q, ok
}

// of is the case of the last amount of q if the first stands in c.
func (q quantity) of(c string) string {
	if q.governed != "" {
		return q.governed
	}
	return c
}

// sign is how a sign in front of a number is said.
func (l *language) sign(written string) string {
	switch written {
	case "+":
		return cmp.Or(l.data.Signs[written], l.data.Plus)
	case "-", "–", "−":
		return cmp.Or(l.data.Signs[written], l.data.Minus)
	}
	return l.data.Signs[written]
}

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
