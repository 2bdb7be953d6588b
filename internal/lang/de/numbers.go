package de

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
)

var (
	small = strings.Fields("null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn " +
		"fünfzehn sechzehn siebzehn achtzehn neunzehn")
	tens   = strings.Fields("- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
	scales = []struct {
		value     int64
		one, many string
	}{
		{1e12, "eine Billion", "Billionen"},
		{1e9, "eine Milliarde", "Milliarden"},
		{1e6, "eine Million", "Millionen"},
	}
)

// number says the figures of a: "eins Komma fünf".
func number(a grammar.Amount) string {
	if a.Decimals == "" {
		return Cardinal(a.Whole)
	}
	said := Cardinal(a.Whole) + " Komma"
	for _, figure := range a.Decimals {
		said += " " + Cardinal(int64(figure-'0'))
	}
	return said
}

// Cardinal says n as in counting: 1 is "eins".
func Cardinal(n int64) string {
	if n == 0 {
		return "null"
	}
	var words []string
	for _, scale := range scales {
		switch count := n / scale.value; {
		case count == 1:
			words = append(words, scale.one)
		case count > 1:
			words = append(words, Cardinal(count)+" "+scale.many)
		}
		n %= scale.value
	}
	if n > 0 {
		words = append(words, belowMillion(int(n)))
	}
	return strings.Join(words, " ")
}

func belowMillion(n int) string {
	said := ""
	if n >= 1000 {
		said = belowThousand(n/1000) + "tausend"
		n %= 1000
	}
	said += belowThousand(n)
	if n%100 == 1 {
		said += "s"
	}
	return said
}

// belowThousand is "" for 0 and ends in "ein" for 1, as compounds have it.
func belowThousand(n int) string {
	said := ""
	if n >= 100 {
		said = small[n/100] + "hundert"
		n %= 100
	}
	switch {
	case n == 0:
		return said
	case n < 20:
		return said + small[n]
	case n%10 == 0:
		return said + tens[n/10]
	}
	return said + small[n%10] + "und" + tens[n/10]
}

// yearWords says 1100 to 1999 in hundreds, and other years as numbers.
func yearWords(year int) string {
	if year < 1100 || year > 1999 {
		return Cardinal(int64(year))
	}
	return belowThousand(year/100) + "hundert" + belowMillion(year%100)
}

var irregular = map[int]string{1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}

// ordinal is the stem of an ordinal from 1 to 999,999: "vierundzwanzigst".
func ordinal(n int) string {
	last := n % 100
	if last == 0 || last > 19 {
		return belowMillion(n) + "st"
	}
	above := ""
	if n > 100 {
		above = belowMillion(n - last)
	}
	if stem, ok := irregular[last]; ok {
		return above + stem
	}
	return above + small[last] + "t"
}
