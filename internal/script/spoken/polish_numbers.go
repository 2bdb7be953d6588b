package spoken

import "strings"

var (
	polishSmall = strings.Fields("zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście " +
		"trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście")
	polishTens = strings.Fields("- - dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt " +
		"osiemdziesiąt dziewięćdziesiąt")
	polishHundreds = strings.Fields("- sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset")

	polishObliqueSmall = strings.Fields("zera jednego dwóch trzech czterech pięciu sześciu siedmiu ośmiu dziewięciu dziesięciu " +
		"jedenastu dwunastu trzynastu czternastu piętnastu szesnastu siedemnastu osiemnastu dziewiętnastu")
	polishObliqueTens = strings.Fields("- - dwudziestu trzydziestu czterdziestu pięćdziesięciu sześćdziesięciu siedemdziesięciu " +
		"osiemdziesięciu dziewięćdziesięciu")
	polishObliqueHundreds = strings.Fields("- stu dwustu trzystu czterystu pięciuset sześciuset siedmiuset ośmiuset dziewięciuset")
)

var polishScales = []struct {
	value int64
	noun  noun
}{
	{1e12, polishBillion},
	{1e9, polishMilliard},
	{1e6, polishMillion},
	{1e3, polishThousand},
}

// polishCardinal says n, which counts something of the gender, in a case; the oblique cases are as the genitive.
func polishCardinal(n int64, g gender, c polishCase) string {
	if n < 1000 {
		return polishBelowThousand(int(n), g, c)
	}
	var words []string
	for _, scale := range polishScales {
		switch count := n / scale.value; {
		case count == 1:
			words = append(words, polishPlural(1, scale.noun, c))
		case count > 1:
			words = append(words, polishCardinal(count, masculine, c), polishPlural(count, scale.noun, c))
		}
		n %= scale.value
	}
	if n > 0 {
		words = append(words, polishBelowThousand(int(n), g, c))
	}
	return strings.Join(words, " ")
}

// polishPlural is the form of a noun that n of it take.
func polishPlural(n int64, of noun, c polishCase) string {
	const one, few, many, single, locative = 0, 1, 2, 3, 4
	switch {
	case c == polishNominative && n == 1:
		return of.of(one)
	case n == 1:
		return of.of(single)
	case c == polishNominative && n%10 >= 2 && n%10 <= 4 && n%100/10 != 1:
		return of.of(few)
	case c == polishLocative && len(of.forms) > locative:
		return of.of(locative)
	}
	return of.of(many)
}

func polishBelowThousand(n int, g gender, c polishCase) string {
	small, tens, hundreds := polishSmall, polishTens, polishHundreds
	if c != polishNominative {
		small, tens, hundreds = polishObliqueSmall, polishObliqueTens, polishObliqueHundreds
	}
	var words []string
	if n >= 100 {
		words = append(words, hundreds[n/100])
	}
	rest := n % 100
	if rest >= 20 {
		words = append(words, tens[rest/10])
		rest %= 10
	}
	switch {
	case rest == 1 && len(words) > 0:
		words = append(words, "jeden") // in all cases
	case rest == 1 && n == 1:
		words = append(words, polishOne(g, c))
	case rest == 2 && g == feminine && c == polishNominative:
		words = append(words, "dwie")
	case rest > 0 || n == 0:
		words = append(words, small[rest])
	}
	return strings.Join(words, " ")
}

func polishOne(g gender, c polishCase) string {
	switch {
	case g == feminine && c == polishNominative:
		return "jedna"
	case g == feminine:
		return "jednej"
	case c == polishLocative:
		return "jednym"
	case c != polishNominative:
		return "jednego"
	case g == neuter:
		return "jedno"
	}
	return "jeden"
}

// polishNumber says the figures of a: "trzy przecinek czternaście".
func polishNumber(a amount, g gender, c polishCase) string {
	if a.decimals == "" {
		return polishCardinal(a.whole, g, c)
	}
	return polishCardinal(a.whole, masculine, c) + " przecinek " + asNumber(a.decimals, polishAlone)
}

// polishAlone says n as in counting.
func polishAlone(n int64) string { return polishCardinal(n, masculine, polishNominative) }
