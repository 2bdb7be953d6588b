package pl

import "strings"

// The stems of ordinals.
var (
	ordinalSmall = strings.Fields("zerow pierwsz drug trzec czwart piąt szóst siódm ósm dziewiąt dziesiąt jedenast dwunast " +
		"trzynast czternast piętnast szesnast siedemnast osiemnast dziewiętnast")
	ordinalTens = strings.Fields("- - dwudziest trzydziest czterdziest pięćdziesiąt sześćdziesiąt siedemdziesiąt " +
		"osiemdziesiąt dziewięćdziesiąt")
	ordinalHundreds  = strings.Fields("- setn dwusetn trzechsetn czterechsetn pięćsetn sześćsetn siedemsetn osiemsetn dziewięćsetn")
	ordinalThousands = strings.Fields("- tysięczn dwutysięczn")
)

// ending is the ending of an ordinal, as after most stems.
type ending string

const (
	y   ending = "y"   // dwudziesty rok
	ego ending = "ego" // dwudziestego lutego
	ym  ending = "ym"  // w dwudziestym roku
	a   ending = "a"   // godzina dwudziesta
	ej  ending = "ej"  // o dwudziestej
	acc ending = "ą"   // na dwudziestą
	e   ending = "e"   // lata dwudzieste
	ych ending = "ych" // w latach dwudziestych
)

// ordinal says 1 to 2999: only the tens and units are ordinals if there are any.
func ordinal(n int, ending ending) string {
	switch rest := n % 100; {
	case n%1000 == 0 && n < 3000:
		return ordinalThousands[n/1000] + string(ending)
	case n >= 1000 && rest == 0:
		return Alone(int64(n/1000*1000)) + " " + ordinalHundreds[n/100%10] + string(ending)
	case n >= 100 && rest == 0:
		return ordinalHundreds[n/100] + string(ending)
	case n >= 100:
		return Alone(int64(n-rest)) + " " + ordinal(rest, ending)
	case n >= 20 && n%10 == 0:
		return ordinalTens[n/10] + string(ending)
	case n >= 20:
		return ordinalTens[n/10] + string(ending) + " " + ordinal(n%10, ending)
	}
	return inflected(ordinalSmall[n], ending)
}

// inflected gives drugi and trzeci the endings of their own: after both y is i, and other vowels are softened but for
// druga and drugą.
func inflected(stem string, ending ending) string {
	written := string(ending)
	switch {
	case stem != "drug" && stem != "trzec", stem == "drug" && (ending == a || ending == acc):
		return stem + written
	case written[0] == 'y':
		return stem + "i" + written[1:]
	}
	return stem + "i" + written
}
