package spoken

import "strings"

// The stems of ordinals.
var (
	polishOrdinalSmall = strings.Fields("zerow pierwsz drug trzec czwart piąt szóst siódm ósm dziewiąt dziesiąt jedenast dwunast " +
		"trzynast czternast piętnast szesnast siedemnast osiemnast dziewiętnast")
	polishOrdinalTens = strings.Fields("- - dwudziest trzydziest czterdziest pięćdziesiąt sześćdziesiąt siedemdziesiąt " +
		"osiemdziesiąt dziewięćdziesiąt")
	polishOrdinalHundreds  = strings.Fields("- setn dwusetn trzechsetn czterechsetn pięćsetn sześćsetn siedemsetn osiemsetn dziewięćsetn")
	polishOrdinalThousands = strings.Fields("- tysięczn dwutysięczn")
)

// polishEnding is the ending of an ordinal, as after most stems.
type polishEnding string

const (
	polishY   polishEnding = "y"   // dwudziesty rok
	polishEgo polishEnding = "ego" // dwudziestego lutego
	polishYm  polishEnding = "ym"  // w dwudziestym roku
	polishA   polishEnding = "a"   // godzina dwudziesta
	polishEj  polishEnding = "ej"  // o dwudziestej
	polishAcc polishEnding = "ą"   // na dwudziestą
	polishE   polishEnding = "e"   // lata dwudzieste
	polishYch polishEnding = "ych" // w latach dwudziestych
)

// polishOrdinal says 1 to 2999: only the tens and units are ordinals if there are any.
func polishOrdinal(n int, ending polishEnding) string {
	switch rest := n % 100; {
	case n%1000 == 0 && n < 3000:
		return polishOrdinalThousands[n/1000] + string(ending)
	case n >= 1000 && rest == 0:
		return polishAlone(int64(n/1000*1000)) + " " + polishOrdinalHundreds[n/100%10] + string(ending)
	case n >= 100 && rest == 0:
		return polishOrdinalHundreds[n/100] + string(ending)
	case n >= 100:
		return polishAlone(int64(n-rest)) + " " + polishOrdinal(rest, ending)
	case n >= 20 && n%10 == 0:
		return polishOrdinalTens[n/10] + string(ending)
	case n >= 20:
		return polishOrdinalTens[n/10] + string(ending) + " " + polishOrdinal(n%10, ending)
	}
	return polishInflected(polishOrdinalSmall[n], ending)
}

// polishInflected gives drugi and trzeci the endings of their own: after both y is i, and other vowels are softened but for
// druga and drugą.
func polishInflected(stem string, ending polishEnding) string {
	written := string(ending)
	switch {
	case stem != "drug" && stem != "trzec", stem == "drug" && (ending == polishA || ending == polishAcc):
		return stem + written
	case written[0] == 'y':
		return stem + "i" + written[1:]
	}
	return stem + "i" + written
}
