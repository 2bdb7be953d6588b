package uk

import "strings"

// ordinal returns a singular ordinal.
func ordinal(n int64, c grammaticalCase, g gender) string {
	stem := ordinalStem(n)
	if strings.HasSuffix(stem, "трет") {
		return stem + vocab().Soft[g][c]
	}
	return stem + vocab().Hard[g][c]
}

// ordinals returns a plural ordinal: "дев'яності".
func ordinals(n int64, c grammaticalCase) string {
	stem := ordinalStem(n)
	if strings.HasSuffix(stem, "трет") {
		return stem + vocab().SoftPlural[c]
	}
	return stem + vocab().HardPlural[c]
}

// ordinalStem returns the ordinal without its ending: only the last word of a compound ordinal
// declines.
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
		return vocab().OrdinalStems[n]
	}
	return cardinalWords(n-last, nominative, masculine) + " " + vocab().OrdinalStems[last]
}

// ordinalFront returns n, below a million, as the first part of a compound word:
// двадцятип'яти(річний). Before a thousand, 1 is not said (тисячний); compound says "одно".
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
		if word, ok := vocab().Fronts[part]; ok {
			front.WriteString(word)
		} else {
			front.WriteString(vocab().Cardinals[part][genitive])
		}
	}
	return front.String()
}
