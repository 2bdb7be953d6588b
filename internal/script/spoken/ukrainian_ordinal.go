package spoken

import "strings"

// Endings of adjectives, by case: of the hard declension, and of "третій".
var (
	ukHard = [...][]string{
		ukMasculine: strings.Fields("ий ого ому ий им ому"),
		ukFeminine:  strings.Fields("а ої ій у ою ій"),
		ukNeuter:    strings.Fields("е ого ому е им ому"),
	}
	ukHardPlural = strings.Fields("і их им і ими их")
	ukSoft       = [...][]string{
		ukMasculine: strings.Fields("ій ього ьому ій ім ьому"),
		ukFeminine:  strings.Fields("я ьої ій ю ьою ій"),
		ukNeuter:    strings.Fields("є ього ьому є ім ьому"),
	}
	ukSoftPlural = strings.Fields("і іх ім і іми іх")
)

// ukOrdinalStems are the stems of the last words of ordinals.
var ukOrdinalStems = map[int64]string{
	0: "нульов", 1: "перш", 2: "друг", 3: "трет", 4: "четверт", 5: "п'ят", 6: "шост", 7: "сьом", 8: "восьм", 9: "дев'ят", 10: "десят",
	11: "одинадцят", 12: "дванадцят", 13: "тринадцят", 14: "чотирнадцят", 15: "п'ятнадцят", 16: "шістнадцят", 17: "сімнадцят",
	18: "вісімнадцят", 19: "дев'ятнадцят", 20: "двадцят", 30: "тридцят", 40: "сороков", 50: "п'ятдесят", 60: "шістдесят",
	70: "сімдесят", 80: "вісімдесят", 90: "дев'яност", 100: "сот", 200: "двохсот", 300: "трьохсот", 400: "чотирьохсот",
	500: "п'ятисот", 600: "шестисот", 700: "семисот", 800: "восьмисот", 900: "дев'ятисот",
}

// ukOrdinal is the ordinal in the singular.
func ukOrdinal(n int64, c ukCase, g ukGender) string {
	stem := ukOrdinalStem(n)
	if strings.HasSuffix(stem, "трет") {
		return stem + ukSoft[g][c]
	}
	return stem + ukHard[g][c]
}

// ukOrdinals is the ordinal in the plural: "дев'яності".
func ukOrdinals(n int64, c ukCase) string {
	stem := ukOrdinalStem(n)
	if strings.HasSuffix(stem, "трет") {
		return stem + ukSoftPlural[c]
	}
	return stem + ukHardPlural[c]
}

// ukOrdinalStem is all but the ending: of a compound ordinal only the last word declines.
func ukOrdinalStem(n int64) string {
	for _, scale := range []struct {
		value int64
		stem  string
	}{{1e9, "мільярдн"}, {1e6, "мільйонн"}, {1e3, "тисячн"}} {
		if n >= scale.value && n%scale.value == 0 {
			return ukFront(n/scale.value) + scale.stem
		}
	}
	last := n % 100
	switch {
	case n > 0 && last == 0:
		last = n % 1000
	case last > 20 && last%10 != 0:
		last %= 10
	}
	if n == last {
		return ukOrdinalStems[n]
	}
	return ukCardinal(n-last, ukNominative, ukMasculine) + " " + ukOrdinalStems[last]
}

// ukFronts are the first parts of compound words that are not the genitive of the number.
var ukFronts = map[int64]string{1: "одно", 2: "дво", 3: "три", 4: "чотири", 90: "дев'яносто", 100: "сто"}

// ukFront is n, below a million, as the first part of a compound word: двадцятип'яти(річний). Of 1 nothing is said in
// front of a thousand (тисячний); ukCompound says "одно".
func ukFront(n int64) string {
	if n == 1 {
		return ""
	}
	return ukCompound(n)
}

func ukCompound(n int64) string {
	var front strings.Builder
	if n >= 1000 {
		front.WriteString(ukFront(n/1000) + "тисячо")
	}
	for _, part := range ukParts(n % 1000) {
		if word, ok := ukFronts[part]; ok {
			front.WriteString(word)
		} else {
			front.WriteString(ukCardinals[part][ukGenitive])
		}
	}
	return front.String()
}
