package spoken

import (
	"strconv"
	"strings"
)

// grammar is what German, French, Spanish and Polish each have of their own when they say figures. What they share is how
// figures are written: groups of three digits, a decimal comma, and the unit or currency after the number.
type grammar struct {
	// words says a number that counts n; before is the written text in front of it, for languages in which it governs the
	// case. False: it cannot be told how it is said.
	words func(a amount, n noun, before string) (string, bool)
	// form is n as it stands after the number: "Kilometer", "d'euros".
	form func(a amount, n noun, before string) string
	// scaled is n after a magnitude: "Euro" of five million euros.
	scaled func(magnitude, n noun) string
	// alone says a number that nothing known follows; the match is the whole number.
	alone func(a amount, m match) (string, bool)
	// cents joins a whole sum and what is below it: "drei Euro fünfzig".
	cents func(sum string, cents amount, n noun, before string) (string, bool)
	// date says a day, a month from 1, and a year in figures or "".
	date func(day, month int, year string, m match) (string, bool)
	// score says the points of two sides.
	score func(points, against int64) string
	// ends guesses whether the full stop of an abbreviation is that of the sentence too.
	ends func(m match) bool

	to    string   // between the ends of a range
	until []string // words that are written there
	times string   // between the sides of 7,62×39
	per   string   // of "Euro pro Kilogramm"; "": not said
	minus string
	plus  string
	link  string // pattern of what may stand between a magnitude and a noun: "de "

	percents   map[string]noun
	spans      map[string]noun // words that a sum may be paid by: "€/Monat"
	units      map[string]noun
	magnitudes map[string]noun
	currencies map[string]noun
}

type gender int

const (
	masculine gender = iota
	feminine
	neuter
)

// noun is a thing that is counted. The forms are one and many; in Polish one, few, many (which is the genitive plural),
// the genitive singular that follows a decimal, and the locative plural where news needs it. The last stands for those
// that are missing.
type noun struct {
	gender gender
	forms  []string
	cent   *noun // of a currency: its hundredth
}

func (n noun) of(i int) string {
	if len(n.forms) == 0 {
		return ""
	}
	return n.forms[min(i, len(n.forms)-1)]
}

// amount is a number as it is written.
type amount struct {
	sign     string // as it is said: "minus"
	whole    int64
	decimals string
	grouped  bool // 10.000 rather than 10000
}

// signed is what is said for a with its sign in front.
func (a amount) signed(said string) string {
	if a.sign == "" {
		return said
	}
	return a.sign + " " + said
}

func (a amount) isOne() bool { return a.whole == 1 && a.decimals == "" }

// figures is the pattern of a number: its whole part and its decimals.
const figures = `(\d{1,3}(?:[.'’ \x{00A0}\x{202F}\x{2009}]\d{3})+|\d+)(?:,(\d+))?`

// gap is what may stand between a number and its unit.
const gap = `[ \x{00A0}\x{202F}\x{2009}]?`

const largest = 15 // digits

// parseAmount reads the groups of figures. It is not an amount if it is longer than any language here has words for, or
// has a zero in front as codes and telephone numbers do.
func parseAmount(whole, decimals string) (amount, bool) {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, whole)
	if len(digits) > largest || len(decimals) > largest || len(digits) > 1 && digits[0] == '0' {
		return amount{}, false
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	return amount{whole: n, decimals: decimals, grouped: len(digits) != len(whole)}, err == nil
}

// quantity is one amount, or a range of two.
type quantity struct {
	first  amount // of a range
	joiner string // of a range, as it is said: "bis"
	last   amount
}

// quantityGroups is how many groups the pattern of a quantity has.
const quantityGroups = 6

// quantityPattern is sign, figures, joiner, figures.
func (g *grammar) quantityPattern() string {
	joiner := `[–-]|x|×`
	for _, word := range g.until {
		joiner += `|` + word
	}
	return `([−–+-]?)` + figures + `(?:` + gap + `(` + joiner + `)` + gap + figures + `)?`
}

func (g *grammar) quantity(groups []string) (quantity, bool) {
	joiner := groups[3]
	first, ok := parseAmount(groups[1], groups[2])
	switch groups[0] {
	case "+":
		first.sign = g.plus
	case "-", "–", "−":
		first.sign = g.minus
	}
	if joiner == "" || !ok {
		return quantity{last: first}, ok
	}
	last, ok := parseAmount(groups[4], groups[5])
	switch joiner {
	case "-", "–":
		joiner = g.to
	case "x", "×":
		joiner = g.times
	}
	return quantity{first: first, joiner: joiner, last: last}, ok
}

// number says the figures of q, which counts n.
func (g *grammar) number(q quantity, n noun, before string) (string, bool) {
	last, ok := g.figure(q.last, n, q.governs(before))
	if !ok || q.joiner == "" {
		return last, ok
	}
	first, ok := g.figure(q.first, n, before)
	return first + " " + q.joiner + " " + last, ok
}

func (g *grammar) figure(a amount, n noun, before string) (string, bool) {
	said, ok := g.words(a, n, before)
	return a.signed(said), ok
}

// governs is the text that decides the case of the last amount.
func (q quantity) governs(before string) string {
	if q.joiner == "" {
		return before
	}
	return q.joiner + " "
}

// count says q of n.
func (g *grammar) count(q quantity, n noun, before string) (string, bool) {
	said, ok := g.number(q, n, before)
	if !ok {
		return "", false
	}
	return said + " " + g.form(q.last, n, q.governs(before)), true
}

// asNumber says decimals as one number and each zero in front of it; if they are many, one by one.
func asNumber(figures string, cardinal func(int64) string) string {
	const longest = 3
	oneByOne := len(figures) > longest
	var words []string
	for len(figures) > 1 && (figures[0] == '0' || oneByOne) {
		words, figures = append(words, cardinal(int64(figures[0]-'0'))), figures[1:]
	}
	n, _ := strconv.ParseInt(figures, 10, 64)
	return strings.Join(append(words, cardinal(n)), " ")
}
