package spoken

import "strings"

var (
	spanishSmall = strings.Fields("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince " +
		"dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis " +
		"veintisiete veintiocho veintinueve")
	spanishTens     = strings.Fields("- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa")
	spanishHundreds = strings.Fields("- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos " +
		"ochocientos novecientos")
)

// spanishCardinal says n: before a masculine noun "veintiún", before a feminine one "veintiuna", and alone (neuter)
// "veintiuno".
func spanishCardinal(n int64, g gender) string {
	const billion, million = 1_000_000_000_000, 1_000_000
	var words []string
	for _, scale := range []struct {
		value     int64
		one, many string
	}{{billion, "un billón", "billones"}, {million, "un millón", "millones"}} {
		switch count := n / scale.value; {
		case count == 1:
			words = append(words, scale.one)
		case count > 1:
			words = append(words, spanishCardinal(count, masculine), scale.many)
		}
		n %= scale.value
	}
	if n > 0 || len(words) == 0 {
		words = append(words, spanishBelowMillion(int(n), g))
	}
	return strings.Join(words, " ")
}

func spanishBelowMillion(n int, g gender) string {
	var words []string
	if n >= 2000 {
		words = append(words, spanishThousands(n/1000, g))
	}
	if n >= 1000 {
		words = append(words, "mil")
	}
	if n%1000 > 0 || n == 0 {
		words = append(words, spanishBelowThousand(n%1000, g))
	}
	return strings.Join(words, " ")
}

// spanishThousands says what stands before mil: "doscientas veintiún mil personas".
func spanishThousands(n int, g gender) string {
	said := spanishBelowThousand(n, masculine)
	if g == feminine {
		said = strings.ReplaceAll(strings.ReplaceAll(said, "cientos", "cientas"), "quinientos", "quinientas")
	}
	return said
}

func spanishBelowThousand(n int, g gender) string {
	hundreds, rest := n/100, n%100
	if hundreds == 0 {
		return spanishBelowHundred(rest, g)
	}
	if n == 100 {
		return "cien"
	}
	said := spanishHundreds[hundreds]
	if g == feminine && hundreds > 1 {
		said = strings.TrimSuffix(said, "os") + "as"
	}
	if rest == 0 {
		return said
	}
	return said + " " + spanishBelowHundred(rest, g)
}

func spanishBelowHundred(n int, g gender) string {
	switch {
	case n == 21 && g == masculine:
		return "veintiún"
	case n%10 == 1 && n != 11 && g == masculine:
		return strings.TrimSuffix(spanishCounting(n), "o")
	case n%10 == 1 && n != 11 && g == feminine:
		return strings.TrimSuffix(spanishCounting(n), "o") + "a"
	}
	return spanishCounting(n)
}

func spanishCounting(n int) string {
	switch {
	case n < 30:
		return spanishSmall[n]
	case n%10 == 0:
		return spanishTens[n/10]
	}
	return spanishTens[n/10] + " y " + spanishSmall[n%10]
}

// spanishNumber says the figures of a: "tres coma catorce".
func spanishNumber(a amount, g gender) string {
	if a.decimals == "" {
		return spanishCardinal(a.whole, g)
	}
	return spanishCardinal(a.whole, neuter) + " coma " + asNumber(a.decimals, spanishAlone)
}

// spanishAlone says n as in counting.
func spanishAlone(n int64) string { return spanishCardinal(n, neuter) }

var spanishOrdinals = strings.Fields("- primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo " +
	"decimotercero decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo decimonoveno vigésimo")
