package spoken

import "strings"

var (
	germanSmall = strings.Fields("null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn " +
		"fünfzehn sechzehn siebzehn achtzehn neunzehn")
	germanTens   = strings.Fields("- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
	germanScales = []struct {
		value     int64
		one, many string
	}{
		{1e12, "eine Billion", "Billionen"},
		{1e9, "eine Milliarde", "Milliarden"},
		{1e6, "eine Million", "Millionen"},
	}
)

// germanNumber says the figures of a: "eins Komma fünf".
func germanNumber(a amount) string {
	if a.decimals == "" {
		return germanCardinal(a.whole)
	}
	said := germanCardinal(a.whole) + " Komma"
	for _, figure := range a.decimals {
		said += " " + germanCardinal(int64(figure-'0'))
	}
	return said
}

// germanCardinal says n as in counting: 1 is "eins".
func germanCardinal(n int64) string {
	if n == 0 {
		return "null"
	}
	var words []string
	for _, scale := range germanScales {
		switch count := n / scale.value; {
		case count == 1:
			words = append(words, scale.one)
		case count > 1:
			words = append(words, germanCardinal(count)+" "+scale.many)
		}
		n %= scale.value
	}
	if n > 0 {
		words = append(words, germanBelowMillion(int(n)))
	}
	return strings.Join(words, " ")
}

func germanBelowMillion(n int) string {
	said := ""
	if n >= 1000 {
		said = germanBelowThousand(n/1000) + "tausend"
		n %= 1000
	}
	said += germanBelowThousand(n)
	if n%100 == 1 {
		said += "s"
	}
	return said
}

// germanBelowThousand is "" for 0 and ends in "ein" for 1, as compounds have it.
func germanBelowThousand(n int) string {
	said := ""
	if n >= 100 {
		said = germanSmall[n/100] + "hundert"
		n %= 100
	}
	switch {
	case n == 0:
		return said
	case n < 20:
		return said + germanSmall[n]
	case n%10 == 0:
		return said + germanTens[n/10]
	}
	return said + germanSmall[n%10] + "und" + germanTens[n/10]
}

// germanYear says 1100 to 1999 in hundreds, and other years as numbers.
func germanYear(year int) string {
	if year < 1100 || year > 1999 {
		return germanCardinal(int64(year))
	}
	return germanBelowThousand(year/100) + "hundert" + germanBelowMillion(year%100)
}

var germanIrregular = map[int]string{1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}

// germanOrdinal is the stem of an ordinal from 1 to 999,999: "vierundzwanzigst".
func germanOrdinal(n int) string {
	last := n % 100
	if last == 0 || last > 19 {
		return germanBelowMillion(n) + "st"
	}
	above := ""
	if n > 100 {
		above = germanBelowMillion(n - last)
	}
	if stem, ok := germanIrregular[last]; ok {
		return above + stem
	}
	return above + germanSmall[last] + "t"
}
