package pl

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/european"
)

var (
	small = strings.Fields("zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście " +
		"trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście")
	tens = strings.Fields("- - dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt " +
		"osiemdziesiąt dziewięćdziesiąt")
	hundreds = strings.Fields("- sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset")

	obliqueSmall = strings.Fields("zera jednego dwóch trzech czterech pięciu sześciu siedmiu ośmiu dziewięciu dziesięciu " +
		"jedenastu dwunastu trzynastu czternastu piętnastu szesnastu siedemnastu osiemnastu dziewiętnastu")
	obliqueTens = strings.Fields("- - dwudziestu trzydziestu czterdziestu pięćdziesięciu sześćdziesięciu siedemdziesięciu " +
		"osiemdziesięciu dziewięćdziesięciu")
	obliqueHundreds = strings.Fields("- stu dwustu trzystu czterystu pięciuset sześciuset siedmiuset ośmiuset dziewięciuset")
)

var scales = []struct {
	value int64
	noun  european.Noun
}{
	{1e12, billion},
	{1e9, milliard},
	{1e6, million},
	{1e3, thousand},
}

// cardinal says n, which counts something of the gender, in a case; the oblique cases are as the genitive.
func cardinal(n int64, g european.Gender, c grammaticalCase) string {
	if n < 1000 {
		return belowThousand(int(n), g, c)
	}
	var words []string
	for _, scale := range scales {
		switch count := n / scale.value; {
		case count == 1:
			words = append(words, plural(1, scale.noun, c))
		case count > 1:
			words = append(words, cardinal(count, european.Masculine, c), plural(count, scale.noun, c))
		}
		n %= scale.value
	}
	if n > 0 {
		words = append(words, belowThousand(int(n), g, c))
	}
	return strings.Join(words, " ")
}

// plural is the form of a noun that n of it take.
func plural(n int64, of european.Noun, c grammaticalCase) string {
	const one, few, many, single, locative = 0, 1, 2, 3, 4
	switch {
	case c == nominativeCase && n == 1:
		return of.Of(one)
	case n == 1:
		return of.Of(single)
	case c == nominativeCase && n%10 >= 2 && n%10 <= 4 && n%100/10 != 1:
		return of.Of(few)
	case c == locativeCase && len(of.Forms) > locative:
		return of.Of(locative)
	}
	return of.Of(many)
}

func belowThousand(n int, g european.Gender, c grammaticalCase) string {
	small, tens, hundreds := small, tens, hundreds
	if c != nominativeCase {
		small, tens, hundreds = obliqueSmall, obliqueTens, obliqueHundreds
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
		words = append(words, one(g, c))
	case rest == 2 && g == european.Feminine && c == nominativeCase:
		words = append(words, "dwie")
	case rest > 0 || n == 0:
		words = append(words, small[rest])
	}
	return strings.Join(words, " ")
}

func one(g european.Gender, c grammaticalCase) string {
	switch {
	case g == european.Feminine && c == nominativeCase:
		return "jedna"
	case g == european.Feminine:
		return "jednej"
	case c == locativeCase:
		return "jednym"
	case c != nominativeCase:
		return "jednego"
	case g == european.Neuter:
		return "jedno"
	}
	return "jeden"
}

// number says the figures of a: "trzy przecinek czternaście".
func number(a european.Amount, g european.Gender, c grammaticalCase) string {
	if a.Decimals == "" {
		return cardinal(a.Whole, g, c)
	}
	return cardinal(a.Whole, european.Masculine, c) + " przecinek " + european.AsNumber(a.Decimals, Alone)
}

// Alone says n as in counting.
func Alone(n int64) string { return cardinal(n, european.Masculine, nominativeCase) }
