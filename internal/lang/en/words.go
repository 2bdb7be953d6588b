package en

import (
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/cldr"
)

// The number words of American English are CLDR's: without "and" before the tens, tens and ones with a hyphen.

// cardinal says a count: one hundred fifty-five.
func cardinal(n int64) string { return spell("cardinal", n) }

// ordinal says a rank: one hundred first.
func ordinal(n int64) string { return spell("ordinal", n) }

func spell(form string, n int64) string {
	words, ok := cldr.Spell("en", "spellout-"+form, strconv.FormatInt(n, 10))
	if !ok {
		panic("en: CLDR has no " + form) // it has them for all whole numbers
	}
	return words
}

// yearWords says a year of four figures in pairs: nineteen oh five, twenty twenty-two; but two thousand eight.
func yearWords(n int64) string {
	century, rest := n/100, n%100
	switch {
	case n < 1000 || century%10 == 0 && rest < 10:
		return cardinal(n)
	case rest == 0:
		return cardinal(century) + " hundred"
	case rest < 10:
		return cardinal(century) + " oh " + cardinal(rest)
	}
	return cardinal(century) + " " + cardinal(rest)
}

// code says the figures of a name as people do: 34 thirty-four, 101 one oh one, 136 one thirty-six, 300 three hundred,
// 1500 fifteen hundred. More than four, and those with a zero in front, one by one.
func code(figures string) string {
	n := atoi(figures)
	switch {
	case len(figures) > 4 || figures[0] == '0':
		return digits(figures)
	case len(figures) == 4:
		return yearWords(n)
	case len(figures) < 3 || n%100 == 0:
		return cardinal(n)
	case n%100 < 10:
		return cardinal(n/100) + " oh " + cardinal(n%10)
	}
	return cardinal(n/100) + " " + cardinal(n%100)
}

// digits says figures one by one and leaves out what is between them.
func digits(figures string) string {
	var words []string
	for _, r := range figures {
		if '0' <= r && r <= '9' {
			words = append(words, cardinal(int64(r-'0')))
		}
	}
	return strings.Join(words, " ")
}

// number says a number as it is written: 1,234.5.
func number(written string) string {
	whole, decimals, _ := strings.Cut(ungrouped(written), ".")
	said := wholeNumber(whole)
	if decimals != "" {
		said = strings.TrimSpace(said + " point " + digits(decimals))
	}
	return said
}

const mostFigures = 15 // in a number; a longer one is a code

func wholeNumber(figures string) string {
	switch {
	case figures == "":
		return ""
	case len(figures) > mostFigures || figures[0] == '0':
		return digits(figures)
	}
	return cardinal(atoi(figures))
}

// ungrouped takes out what is between groups of three figures.
func ungrouped(number string) string {
	return strings.Map(func(r rune) rune {
		if r != '.' && (r < '0' || r > '9') {
			return -1
		}
		return r
	}, number)
}

// atoi is the value of at most mostFigures figures.
func atoi(figures string) int64 {
	n, _ := strconv.ParseInt(figures, 10, 64) // patterns let figures only pass
	return n
}

// plural is the plural of the last of number words or of a noun: nineties, sixes, sixteens.
func plural(word string) string {
	switch {
	case strings.HasSuffix(word, "y"):
		return word[:len(word)-1] + "ies"
	case strings.HasSuffix(word, "x"):
		return word + "es"
	}
	return word + "s"
}
