package spoken

import "strings"

var (
	frenchSmall = strings.Fields("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze " +
		"seize dix-sept dix-huit dix-neuf")
	frenchTens   = strings.Fields("- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt")
	frenchScales = []struct {
		value int64
		name  string
	}{{1e12, "billion"}, {1e9, "milliard"}, {1e6, "million"}}
)

// frenchCardinal says n, which counts something of the gender: "vingt et une".
func frenchCardinal(n int64, g gender) string {
	if n == 0 {
		return "zéro"
	}
	var words []string
	for _, scale := range frenchScales {
		if count := n / scale.value; count > 0 {
			words = append(words, frenchCardinal(count, masculine), frenchPlural(scale.name, count))
		}
		n %= scale.value
	}
	if thousands := n / 1000; thousands > 1 {
		words = append(words, frenchBelowThousand(int(thousands), masculine, false))
	}
	if n >= 1000 {
		words = append(words, "mille")
	}
	if n%1000 > 0 {
		words = append(words, frenchBelowThousand(int(n%1000), g, true))
	}
	return strings.Join(words, " ")
}

func frenchPlural(name string, count int64) string {
	if count > 1 {
		return name + "s"
	}
	return name
}

// frenchBelowThousand says 1 to 999. Cent and vingt take their s only at the end of the number.
func frenchBelowThousand(n int, g gender, end bool) string {
	var words []string
	hundreds, rest := n/100, n%100
	if hundreds > 1 {
		words = append(words, frenchSmall[hundreds])
	}
	switch {
	case hundreds > 1 && rest == 0 && end:
		words = append(words, "cents")
	case hundreds > 0:
		words = append(words, "cent")
	}
	if rest > 0 {
		words = append(words, frenchBelowHundred(rest, g, end))
	}
	return strings.Join(words, " ")
}

func frenchBelowHundred(n int, g gender, end bool) string {
	units := n % 10
	if n >= 60 {
		units = n % 20 // soixante-dix, quatre-vingt-dix
	}
	one := "un"
	if g == feminine {
		one = "une"
	}
	switch {
	case n == 1:
		return one
	case n < 20:
		return frenchSmall[n]
	case n == 80 && end:
		return "quatre-vingts"
	case units == 0:
		return frenchTens[n/10]
	case units == 1 && n < 80:
		return frenchTens[n/10] + " et " + one
	case units == 1:
		return frenchTens[n/10] + "-" + one
	case n == 71:
		return "soixante et onze"
	}
	return frenchTens[n/10] + "-" + frenchSmall[units]
}

// frenchNumber says the figures of a: "trois virgule quatorze".
func frenchNumber(a amount, g gender) string {
	if a.decimals == "" {
		return frenchCardinal(a.whole, g)
	}
	return frenchCardinal(a.whole, masculine) + " virgule " + asNumber(a.decimals, func(n int64) string {
		return frenchCardinal(n, masculine)
	})
}

var frenchIrregular = map[string]string{"un": "unième", "cinq": "cinquième", "neuf": "neuvième"}

// frenchOrdinal says an ordinal above the first: "deuxième".
func frenchOrdinal(n int) string {
	said := frenchCardinal(int64(n), masculine)
	last := said[strings.LastIndexAny(said, " -")+1:]
	front := strings.TrimSuffix(said, last)
	if ordinal, ok := frenchIrregular[last]; ok {
		return front + ordinal
	}
	switch last {
	case "cents", "vingts":
		last = strings.TrimSuffix(last, "s")
	}
	return front + strings.TrimSuffix(last, "e") + "ième"
}
