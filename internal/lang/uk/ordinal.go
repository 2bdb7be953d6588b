package uk

import "strings"

// Endings of adjectives, by case: of the hard declension, and of "третій".
var (
	hard = [...][]string{
		masculine: strings.Fields("ий ого ому ий им ому"),
		feminine:  strings.Fields("а ої ій у ою ій"),
		neuter:    strings.Fields("е ого ому е им ому"),
	}
	hardPlural = strings.Fields("і их им і ими их")
	soft       = [...][]string{
		masculine: strings.Fields("ій ього ьому ій ім ьому"),
		feminine:  strings.Fields("я ьої ій ю ьою ій"),
		neuter:    strings.Fields("є ього ьому є ім ьому"),
	}
	softPlural = strings.Fields("і іх ім і іми іх")
)

// ordinalStems are the stems of the last words of ordinals.
var ordinalStems = map[int64]string{
	0: "нульов", 1: "перш", 2: "друг", 3: "трет", 4: "четверт", 5: "п'ят", 6: "шост", 7: "сьом", 8: "восьм", 9: "дев'ят", 10: "десят",
	11: "одинадцят", 12: "дванадцят", 13: "тринадцят", 14: "чотирнадцят", 15: "п'ятнадцят", 16: "шістнадцят", 17: "сімнадцят",
	18: "вісімнадцят", 19: "дев'ятнадцят", 20: "двадцят", 30: "тридцят", 40: "сороков", 50: "п'ятдесят", 60: "шістдесят",
	70: "сімдесят", 80: "вісімдесят", 90: "дев'яност", 100: "сот", 200: "двохсот", 300: "трьохсот", 400: "чотирьохсот",
	500: "п'ятисот", 600: "шестисот", 700: "семисот", 800: "восьмисот", 900: "дев'ятисот",
}

// ordinal is the ordinal in the singular.
func ordinal(n int64, c grammaticalCase, g gender) string {
	stem := ordinalStem(n)
	if strings.HasSuffix(stem, "трет") {
		return stem + soft[g][c]
	}
	return stem + hard[g][c]
}

// ordinals is the ordinal in the plural: "дев'яності".
func ordinals(n int64, c grammaticalCase) string {
	stem := ordinalStem(n)
	if strings.HasSuffix(stem, "трет") {
		return stem + softPlural[c]
	}
	return stem + hardPlural[c]
}

// ordinalStem is all but the ending: of a compound ordinal only the last word declines.
func ordinalStem(n int64) string {
	for _, scale := range []struct {
		value int64
		stem  string
	}{{1e9, "мільярдн"}, {1e6, "мільйонн"}, {1e3, "тисячн"}} {
		if n >= scale.value && n%scale.value == 0 {
			return ordinalFront(n/scale.value) + scale.stem
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
		return ordinalStems[n]
	}
	return cardinalWords(n-last, nominative, masculine) + " " + ordinalStems[last]
}

// fronts are the first parts of compound words that are not the genitive of the number.
var fronts = map[int64]string{1: "одно", 2: "дво", 3: "три", 4: "чотири", 90: "дев'яносто", 100: "сто"}

// ordinalFront is n, below a million, as the first part of a compound word: двадцятип'яти(річний). Of 1 nothing is said in
// front of a thousand (тисячний); compound says "одно".
func ordinalFront(n int64) string {
	if n == 1 {
		return ""
	}
	return compound(n)
}

func compound(n int64) string {
	var front strings.Builder
	if n >= 1000 {
		front.WriteString(ordinalFront(n/1000) + "тисячо")
	}
	for _, part := range parts(n % 1000) {
		if word, ok := fronts[part]; ok {
			front.WriteString(word)
		} else {
			front.WriteString(cardinals[part][genitive])
		}
	}
	return front.String()
}
