package uk

import (
	"strconv"
	"strings"
)

// scales are the powers of a thousand, the greatest first.
var scales = []struct {
	value int64
	noun  string
}{{1e12, "трильйон"}, {1e9, "мільярд"}, {1e6, "мільйон"}, {1e3, "тисяча"}}

// greatest is the greatest number that is spelled out; longer digit strings are not amounts.
const greatest = 1e15 - 1

// cardinalWords spells out n, 0 to greatest.
func cardinalWords(n int64, c grammaticalCase, g gender) string {
	if n == 0 {
		return vocab().Cardinals[0][c]
	}
	var words []string
	for _, scale := range scales {
		many := n / scale.value
		n %= scale.value
		switch {
		case many == 0:
		case many == 1 && scale.value == 1e3 && len(words) == 0: // 1500 is "тисяча п'ятсот", without "одна"
			words = append(words, nouns()[scale.noun].singular[c])
		default:
			words = append(words, hundreds(many, c, nouns()[scale.noun].gender)...)
			words = append(words, nouns()[scale.noun].counted(many, c))
		}
	}
	return strings.Join(append(words, hundreds(n, c, g)...), " ")
}

// hundreds returns the words of a number below a thousand, none for 0.
func hundreds(n int64, c grammaticalCase, g gender) []string {
	var words []string
	for _, part := range parts(n) {
		switch part {
		case 1:
			words = append(words, vocab().Ones[g][c])
		case 2:
			words = append(words, vocab().Twos[g][c])
		default:
			words = append(words, vocab().Cardinals[part][c])
		}
	}
	return words
}

// parts splits a number below a thousand into numbers that have a word: 321 is 300, 20, 1.
func parts(n int64) []int64 {
	parts := []int64{n / 100 * 100}
	if n %= 100; n < 20 {
		parts = append(parts, n)
	} else {
		parts = append(parts, n/10*10, n%10)
	}
	var spoken []int64
	for _, part := range parts {
		if part > 0 {
			spoken = append(spoken, part)
		}
	}
	return spoken
}

// number is a written number: "14,7" is 14 and "7".
type number struct {
	whole    int64
	decimals string
}

// numeral matches a number: spaces or, from a million on, dots or commas may group its thousands.
const numeral = `(?:\d{1,3}(?:` + space + `\d{3}\b)+|\d{1,3}(?:\.\d{3}){2,}\b|\d{1,3}(?:,\d{3}){2,}\b|\d+)(?:[.,]\d+)?`

// parse reads a match of numeral; false if it is no amount: 007, a string of too many digits.
func parse(written string) (number, bool) {
	digits := strings.Map(func(r rune) rune {
		if r == '.' || r == ',' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, written)
	for _, mark := range []string{".", ","} {
		if strings.Count(digits, mark) > 1 || dottedThousand(digits, mark) {
			digits = strings.ReplaceAll(digits, mark, "")
		}
	}
	whole, decimals, _ := strings.Cut(strings.ReplaceAll(digits, ",", "."), ".")
	n, err := strconv.ParseInt(whole, 10, 64)
	padded := len(whole) > 1 && whole[0] == '0'
	return number{n, decimals}, err == nil && n <= greatest && !padded && len(decimals) <= 3
}

// dottedThousand tells 14.000 from 1.25: only a dot can group thousands, a comma never does in
// Ukrainian.
func dottedThousand(digits, mark string) bool {
	whole, rest, found := strings.Cut(digits, ".")
	return mark == "." && found && len(rest) == 3 && whole != "0" && !strings.Contains(rest, ",")
}

// fractions are the values of the places after the comma.
var fractions = [...]int64{1: 10, 2: 100, 3: 1000}

// say spells out the number by itself.
func (n number) say(c grammaticalCase, g gender) string {
	if n.decimals == "" {
		return cardinalWords(n.whole, c, g)
	}
	parts, _ := strconv.ParseInt(n.decimals, 10, 64)
	return cardinalWords(n.whole, c, feminine) + " " + whole(n.whole, c) + " " + fraction(parts, fractions[len(n.decimals)], c)
}

// whole returns "ціла" in the form that the number governs.
func whole(whole int64, c grammaticalCase) string {
	if count(whole) == one {
		return "ціл" + vocab().Hard[feminine][c]
	}
	return "ціл" + vocab().HardPlural[oblique(c)]
}

// fraction says the fraction parts/of: "дві третіх".
func fraction(parts, of int64, c grammaticalCase) string {
	if count(parts) == one {
		return cardinalWords(parts, c, feminine) + " " + ordinal(of, c, feminine)
	}
	return cardinalWords(parts, c, feminine) + " " + ordinals(of, oblique(c))
}

// oblique returns the case of an adjective or noun after "два" and more: the genitive if the
// number is nominative or accusative.
func oblique(c grammaticalCase) grammaticalCase {
	if c == nominative || c == accusative {
		return genitive
	}
	return c
}

// of spells out the number with what it counts: "п'ять кілометрів", "п'ять цілих дві десятих
// кілометра".
func (n number) of(noun noun, c grammaticalCase) string {
	if n.decimals != "" {
		return n.say(c, noun.gender) + " " + noun.singular[genitive]
	}
	return n.say(c, noun.gender) + " " + noun.counted(n.whole, c)
}
