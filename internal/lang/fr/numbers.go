package fr

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/european"
)

var (
	small = strings.Fields("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze " +
		"seize dix-sept dix-huit dix-neuf")
	tens   = strings.Fields("- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt")
	scales = []struct {
		value int64
		name  string
	}{{1e12, "billion"}, {1e9, "milliard"}, {1e6, "million"}}
)

// Cardinal says n, which counts something of the gender: "vingt et une".
func Cardinal(n int64, g european.Gender) string {
	if n == 0 {
		return "zéro"
	}
	var words []string
	for _, scale := range scales {
		if count := n / scale.value; count > 0 {
			words = append(words, Cardinal(count, european.Masculine), plural(scale.name, count))
		}
		n %= scale.value
	}
	if thousands := n / 1000; thousands > 1 {
		words = append(words, belowThousand(int(thousands), european.Masculine, false))
	}
	if n >= 1000 {
		words = append(words, "mille")
	}
	if n%1000 > 0 {
		words = append(words, belowThousand(int(n%1000), g, true))
	}
	return strings.Join(words, " ")
}

func plural(name string, count int64) string {
	if count > 1 {
		return name + "s"
	}
	return name
}

// belowThousand says 1 to 999. Cent and vingt take their s only at the end of the number.
func belowThousand(n int, g european.Gender, end bool) string {
	var words []string
	hundreds, rest := n/100, n%100
	if hundreds > 1 {
		words = append(words, small[hundreds])
	}
	switch {
	case hundreds > 1 && rest == 0 && end:
		words = append(words, "cents")
	case hundreds > 0:
		words = append(words, "cent")
	}
	if rest > 0 {
		words = append(words, belowHundred(rest, g, end))
	}
	return strings.Join(words, " ")
}

func belowHundred(n int, g european.Gender, end bool) string {
	units := n % 10
	if n >= 60 {
		units = n % 20 // soixante-dix, quatre-vingt-dix
	}
	one := "un"
	if g == european.Feminine {
		one = "une"
	}
	switch {
	case n == 1:
		return one
	case n < 20:
		return small[n]
	case n == 80 && end:
		return "quatre-vingts"
	case units == 0:
		return tens[n/10]
	case units == 1 && n < 80:
		return tens[n/10] + " et " + one
	case units == 1:
		return tens[n/10] + "-" + one
	case n == 71:
		return "soixante et onze"
	}
	return tens[n/10] + "-" + small[units]
}

// number says the figures of a: "trois virgule quatorze".
func number(a european.Amount, g european.Gender) string {
	if a.Decimals == "" {
		return Cardinal(a.Whole, g)
	}
	return Cardinal(a.Whole, european.Masculine) + " virgule " + european.AsNumber(a.Decimals, func(n int64) string {
		return Cardinal(n, european.Masculine)
	})
}

var irregular = map[string]string{"un": "unième", "cinq": "cinquième", "neuf": "neuvième"}

// ordinal says an ordinal above the first: "deuxième".
func ordinal(n int) string {
	said := Cardinal(int64(n), european.Masculine)
	last := said[strings.LastIndexAny(said, " -")+1:]
	front := strings.TrimSuffix(said, last)
	if ordinal, ok := irregular[last]; ok {
		return front + ordinal
	}
	switch last {
	case "cents", "vingts":
		last = strings.TrimSuffix(last, "s")
	}
	return front + strings.TrimSuffix(last, "e") + "ième"
}
