package en

import (
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
)

// The number words of American English are CLDR's: without "and" before the tens, and with a hyphen
// between tens and ones.

// cardinal spells out a count: one hundred fifty-five.
func cardinal(n int64) string { return spell("cardinal", n) }

// ordinal spells out a rank: one hundred first.
func ordinal(n int64) string { return spell("ordinal", n) }

func spell(form string, n int64) string {
	words, ok := cldr.Spell("en", "spellout-"+form, strconv.FormatInt(n, 10))
	if !ok {
		panic("en: CLDR has no " + form) // it has them for all whole numbers
	}
	return words
}

// code reads the digits of a name, or a year, in the usual way: 34 thirty-four, 101 one oh one, 136
// one thirty-six, 300 three hundred, 1500 fifteen hundred. It reads more than four digits, or a
// leading zero, digit by digit.
func code(figures string) string {
	if len(figures) > 4 || figures[0] == '0' {
		return digits(figures)
	}
	said, _ := english.Load().Spelt("code", figures)
	return said
}

// digits reads digits one by one and skips anything between them.
func digits(figures string) string {
	var words []string
	for _, r := range figures {
		if '0' <= r && r <= '9' {
			words = append(words, cardinal(int64(r-'0')))
		}
	}
	return strings.Join(words, " ")
}

// number spells out a number as written: 1,234.5.
func number(written string) string {
	whole, decimals, _ := strings.Cut(ungrouped(written), ".")
	said := wholeNumber(whole)
	if decimals != "" {
		said = strings.TrimSpace(said + " point " + digits(decimals))
	}
	return said
}

const mostFigures = 15 // longer digit strings are codes

func wholeNumber(figures string) string {
	switch {
	case figures == "":
		return ""
	case len(figures) > mostFigures || figures[0] == '0':
		return digits(figures)
	}
	return cardinal(atoi(figures))
}

// ungrouped removes the separators between groups of three digits.
func ungrouped(number string) string {
	return strings.Map(func(r rune) rune {
		if r != '.' && (r < '0' || r > '9') {
			return -1
		}
		return r
	}, number)
}

// atoi returns the value of at most mostFigures digits.
func atoi(figures string) int64 {
	n, _ := strconv.ParseInt(figures, 10, 64) // patterns match digits only
	return n
}

// plural returns the plural of a noun or of the last number word: nineties, sixes, sixteens.
func plural(word string) string {
	switch {
	case strings.HasSuffix(word, "y"):
		return word[:len(word)-1] + "ies"
	case strings.HasSuffix(word, "x"):
		return word + "es"
	}
	return word + "s"
}
