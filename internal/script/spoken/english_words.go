package spoken

import (
	"strconv"
	"strings"
)

// The number words of American English: without "and" before the tens, tens and ones with a hyphen.

var (
	enSmall = strings.Fields(`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
		sixteen seventeen eighteen nineteen`)
	enTens   = strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")
	enScales = []struct {
		value int64
		word  string
	}{{1e15, "quadrillion"}, {1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}, {1e3, "thousand"}}
	enOrdinals = map[string]string{
		"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
	}
)

// enCardinal says a count: one hundred fifty-five.
func enCardinal(n int64) string {
	var words []string
	for _, scale := range enScales {
		if n >= scale.value {
			words = append(words, enCardinal(n/scale.value), scale.word)
			n %= scale.value
		}
	}
	if n >= 100 {
		words = append(words, enSmall[n/100], "hundred")
		n %= 100
	}
	if n > 0 || len(words) == 0 {
		words = append(words, enBelowHundred(n))
	}
	return strings.Join(words, " ")
}

func enBelowHundred(n int64) string {
	switch {
	case n < 20:
		return enSmall[n]
	case n%10 == 0:
		return enTens[n/10]
	}
	return enTens[n/10] + "-" + enSmall[n%10]
}

// enOrdinal says a rank: one hundred first.
func enOrdinal(n int64) string { return enRank(enCardinal(n)) }

// enRank makes the last of number words a rank.
func enRank(words string) string {
	cut := strings.LastIndexAny(words, " -") + 1
	last := words[cut:]
	if rank, ok := enOrdinals[last]; ok {
		return words[:cut] + rank
	}
	if stem, ok := strings.CutSuffix(last, "y"); ok {
		return words[:cut] + stem + "ieth"
	}
	return words + "th"
}

// enYear says a year of four figures in pairs: nineteen oh five, twenty twenty-two; but two thousand eight.
func enYear(n int64) string {
	century, rest := n/100, n%100
	switch {
	case n < 1000 || century%10 == 0 && rest < 10:
		return enCardinal(n)
	case rest == 0:
		return enBelowHundred(century) + " hundred"
	case rest < 10:
		return enBelowHundred(century) + " oh " + enSmall[rest]
	}
	return enBelowHundred(century) + " " + enBelowHundred(rest)
}

// enCode says the figures of a name as people do: 34 thirty-four, 101 one oh one, 136 one thirty-six, 300 three hundred,
// 1500 fifteen hundred. More than four, and those with a zero in front, one by one.
func enCode(figures string) string {
	n := enInt(figures)
	switch {
	case len(figures) > 4 || figures[0] == '0':
		return enDigits(figures)
	case len(figures) == 4:
		return enYear(n)
	case len(figures) < 3 || n%100 == 0:
		return enCardinal(n)
	case n%100 < 10:
		return enSmall[n/100] + " oh " + enSmall[n%10]
	}
	return enSmall[n/100] + " " + enBelowHundred(n%100)
}

// enDigits says figures one by one and leaves out what is between them.
func enDigits(figures string) string {
	var words []string
	for _, r := range figures {
		if '0' <= r && r <= '9' {
			words = append(words, enSmall[r-'0'])
		}
	}
	return strings.Join(words, " ")
}

// enNumber says a number as it is written: 1,234.5.
func enNumber(written string) string {
	whole, decimals, _ := strings.Cut(enUngrouped(written), ".")
	said := enWhole(whole)
	if decimals != "" {
		said = strings.TrimSpace(said + " point " + enDigits(decimals))
	}
	return said
}

const enMostFigures = 15 // in a number; a longer one is a code

func enWhole(figures string) string {
	switch {
	case figures == "":
		return ""
	case len(figures) > enMostFigures || figures[0] == '0':
		return enDigits(figures)
	}
	return enCardinal(enInt(figures))
}

// enUngrouped takes out what is between groups of three figures.
func enUngrouped(number string) string {
	return strings.Map(func(r rune) rune {
		if r != '.' && (r < '0' || r > '9') {
			return -1
		}
		return r
	}, number)
}

// enInt is the value of at most enMostFigures figures.
func enInt(figures string) int64 {
	n, _ := strconv.ParseInt(figures, 10, 64) // patterns let figures only pass
	return n
}

// enPlural is the plural of the last of number words or of a noun: nineties, sixes, sixteens.
func enPlural(word string) string {
	switch {
	case strings.HasSuffix(word, "y"):
		return word[:len(word)-1] + "ies"
	case strings.HasSuffix(word, "x"):
		return word + "es"
	}
	return word + "s"
}
