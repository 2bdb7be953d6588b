package european

import (
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Grammar is what German, French, Spanish and Polish each have of their own when they say figures. What they share is how
// figures are written: groups of three digits, a decimal comma, and the unit or currency after the number.
type Grammar struct {
	// words says a number that counts n; before is the written text in front of it, for languages in which it governs the
	// case. False: it cannot be told how it is said.
	Words func(a Amount, n Noun, before string) (string, bool)
	// form is n as it stands after the number: "Kilometer", "d'euros".
	Form func(a Amount, n Noun, before string) string
	// scaled is n after a magnitude: "Euro" of five million euros.
	Scaled func(magnitude, n Noun) string
	// alone says a number that nothing known follows; the match is the whole number.
	Alone func(a Amount, m rewrite.Match) (string, bool)
	// cents joins a whole sum and what is below it: "drei Euro fünfzig".
	Cents func(sum string, cents Amount, n Noun, before string) (string, bool)
	// date says a day, a month from 1, and a year in figures or "".
	Date func(day, month int, year string, m rewrite.Match) (string, bool)
	// score says the points of two sides.
	Score func(points, against int64) string
	// ends guesses whether the full stop of an abbreviation is that of the sentence too.
	Ends func(m rewrite.Match) bool

	To    string   // between the ends of a range
	Until []string // words that are written there
	Times string   // between the sides of 7,62×39
	Per   string   // of "Euro pro Kilogramm"; "": not said
	Minus string
	Plus  string
	Link  string // pattern of what may stand between a magnitude and a noun: "de "

	Percents   map[string]Noun
	Spans      map[string]Noun // words that a sum may be paid by: "€/Monat"
	Units      map[string]Noun
	Magnitudes map[string]Noun
	Currencies map[string]Noun
}

type Gender int

const (
	Masculine Gender = iota
	Feminine
	Neuter
)

// Noun is a thing that is counted. The forms are one and many; in Polish one, few, many (which is the genitive plural),
// the genitive singular that follows a decimal, and the locative plural where news needs it. The last stands for those
// that are missing.
type Noun struct {
	Gender Gender
	Forms  []string
	Cent   *Noun // of a currency: its hundredth
}

func (n Noun) Of(i int) string {
	if len(n.Forms) == 0 {
		return ""
	}
	return n.Forms[min(i, len(n.Forms)-1)]
}

// Amount is a number as it is written.
type Amount struct {
	sign     string // as it is said: "minus"
	Whole    int64
	Decimals string
	Grouped  bool // 10.000 rather than 10000
}

// signed is what is said for a with its sign in front.
func (a Amount) signed(said string) string {
	if a.sign == "" {
		return said
	}
	return a.sign + " " + said
}

func (a Amount) IsOne() bool { return a.Whole == 1 && a.Decimals == "" }

// Figures is the pattern of a number: its whole part and its decimals.
const Figures = `(\d{1,3}(?:[.'’ \x{00A0}\x{202F}\x{2009}]\d{3})+|\d+)(?:,(\d+))?`

// gap is what may stand between a number and its unit.
const gap = `[ \x{00A0}\x{202F}\x{2009}]?`

const largest = 15 // digits

// ParseAmount reads the groups of figures. It is not an amount if it is longer than any language here has words for, or
// has a zero in front as codes and telephone numbers do.
func ParseAmount(whole, decimals string) (Amount, bool) {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, whole)
	if len(digits) > largest || len(decimals) > largest || len(digits) > 1 && digits[0] == '0' {
		return Amount{}, false
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	return Amount{Whole: n, Decimals: decimals, Grouped: len(digits) != len(whole)}, err == nil
}

// quantity is one amount, or a range of two.
type quantity struct {
	first  Amount // of a range
	joiner string // of a range, as it is said: "bis"
	last   Amount
}

// quantityGroups is how many groups the pattern of a quantity has.
const quantityGroups = 6

// quantityPattern is sign, figures, joiner, figures.
func (g *Grammar) quantityPattern() string {
	joiner := `[–-]|x|×`
	for _, word := range g.Until {
		joiner += `|` + word
	}
	return `([−–+-]?)` + Figures + `(?:` + gap + `(` + joiner + `)` + gap + Figures + `)?`
}

func (g *Grammar) quantity(groups []string) (quantity, bool) {
	joiner := groups[3]
	first, ok := ParseAmount(groups[1], groups[2])
	switch groups[0] {
	case "+":
		first.sign = g.Plus
	case "-", "–", "−":
		first.sign = g.Minus
	}
	if joiner == "" || !ok {
		return quantity{last: first}, ok
	}
	last, ok := ParseAmount(groups[4], groups[5])
	switch joiner {
	case "-", "–":
		joiner = g.To
	case "x", "×":
		joiner = g.Times
	}
	return quantity{first: first, joiner: joiner, last: last}, ok
}

// number says the figures of q, which counts n.
func (g *Grammar) number(q quantity, n Noun, before string) (string, bool) {
	last, ok := g.figure(q.last, n, q.governs(before))
	if !ok || q.joiner == "" {
		return last, ok
	}
	first, ok := g.figure(q.first, n, before)
	return first + " " + q.joiner + " " + last, ok
}

func (g *Grammar) figure(a Amount, n Noun, before string) (string, bool) {
	said, ok := g.Words(a, n, before)
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
func (g *Grammar) count(q quantity, n Noun, before string) (string, bool) {
	said, ok := g.number(q, n, before)
	if !ok {
		return "", false
	}
	return said + " " + g.Form(q.last, n, q.governs(before)), true
}

// AsNumber says decimals as one number and each zero in front of it; if they are many, one by one.
func AsNumber(figures string, cardinal func(int64) string) string {
	const longest = 3
	oneByOne := len(figures) > longest
	var words []string
	for len(figures) > 1 && (figures[0] == '0' || oneByOne) {
		words, figures = append(words, cardinal(int64(figures[0]-'0'))), figures[1:]
	}
	n, _ := strconv.ParseInt(figures, 10, 64)
	return strings.Join(append(words, cardinal(n)), " ")
}
