package es

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/european"
)

var (
	small = strings.Fields("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince " +
		"dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis " +
		"veintisiete veintiocho veintinueve")
	tens         = strings.Fields("- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa")
	hundredWords = strings.Fields("- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos " +
		"ochocientos novecientos")
)

// cardinal says n: before a masculine noun "veintiún", before a feminine one "veintiuna", and alone (neuter)
// "veintiuno".
func cardinal(n int64, g european.Gender) string {
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
			words = append(words, cardinal(count, european.Masculine), scale.many)
		}
		n %= scale.value
	}
	if n > 0 || len(words) == 0 {
		words = append(words, belowMillion(int(n), g))
	}
	return strings.Join(words, " ")
}

func belowMillion(n int, g european.Gender) string {
	var words []string
	if n >= 2000 {
		words = append(words, thousands(n/1000, g))
	}
	if n >= 1000 {
		words = append(words, "mil")
	}
	if n%1000 > 0 || n == 0 {
		words = append(words, belowThousand(n%1000, g))
	}
	return strings.Join(words, " ")
}

// thousands says what stands before mil: "doscientas veintiún mil personas".
func thousands(n int, g european.Gender) string {
	said := belowThousand(n, european.Masculine)
	if g == european.Feminine {
		said = strings.ReplaceAll(strings.ReplaceAll(said, "cientos", "cientas"), "quinientos", "quinientas")
	}
	return said
}

func belowThousand(n int, g european.Gender) string {
	hundreds, rest := n/100, n%100
	if hundreds == 0 {
		return belowHundred(rest, g)
	}
	if n == 100 {
		return "cien"
	}
	said := hundredWords[hundreds]
	if g == european.Feminine && hundreds > 1 {
		said = strings.TrimSuffix(said, "os") + "as"
	}
	if rest == 0 {
		return said
	}
	return said + " " + belowHundred(rest, g)
}

func belowHundred(n int, g european.Gender) string {
	switch {
	case n == 21 && g == european.Masculine:
		return "veintiún"
	case n%10 == 1 && n != 11 && g == european.Masculine:
		return strings.TrimSuffix(counting(n), "o")
	case n%10 == 1 && n != 11 && g == european.Feminine:
		return strings.TrimSuffix(counting(n), "o") + "a"
	}
	return counting(n)
}

func counting(n int) string {
	switch {
	case n < 30:
		return small[n]
	case n%10 == 0:
		return tens[n/10]
	}
	return tens[n/10] + " y " + small[n%10]
}

// number says the figures of a: "tres coma catorce".
func number(a european.Amount, g european.Gender) string {
	if a.Decimals == "" {
		return cardinal(a.Whole, g)
	}
	return cardinal(a.Whole, european.Neuter) + " coma " + european.AsNumber(a.Decimals, Alone)
}

// Alone says n as in counting.
func Alone(n int64) string { return cardinal(n, european.Neuter) }

var ordinals = strings.Fields("- primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo " +
	"decimotercero decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo decimonoveno vigésimo")
