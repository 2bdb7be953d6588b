package spoken

import "strings"

// fractionRule is for the fractions of news: "1/3", "¾". said has them as they are written with figures.
func fractionRule(said map[string]string) rule {
	return rule{"number", `[1-4]/(?:10|[2-58])|[½⅓⅔¼¾]`, func(m match) (string, bool) {
		written := m.groups[0]
		if figures, ok := fractionSigns[written]; ok {
			written = figures
		}
		form, ok := said[written]
		numbered := startsDigit(strings.TrimLeft(m.after, " \u00A0")) // an issue of a magazine: Heft 3/4 2024
		return form, ok && opens(m.before) && closes(m.after) && !numbered
	}}
}

var fractionSigns = map[string]string{"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4"}

var (
	germanFractions = map[string]string{
		"1/2": "ein halb", "1/3": "ein Drittel", "2/3": "zwei Drittel", "1/4": "ein Viertel", "3/4": "drei Viertel",
		"1/5": "ein Fünftel", "2/5": "zwei Fünftel", "3/5": "drei Fünftel", "4/5": "vier Fünftel", "1/8": "ein Achtel", "1/10": "ein Zehntel",
	}
	frenchFractions = map[string]string{
		"1/2": "un demi", "1/3": "un tiers", "2/3": "deux tiers", "1/4": "un quart", "3/4": "trois quarts",
		"1/5": "un cinquième", "2/5": "deux cinquièmes", "3/5": "trois cinquièmes", "4/5": "quatre cinquièmes", "1/8": "un huitième",
		"1/10": "un dixième",
	}
	spanishFractions = map[string]string{
		"1/2": "un medio", "1/3": "un tercio", "2/3": "dos tercios", "1/4": "un cuarto", "3/4": "tres cuartos",
		"1/5": "un quinto", "2/5": "dos quintos", "3/5": "tres quintos", "4/5": "cuatro quintos", "1/8": "un octavo", "1/10": "un décimo",
	}
	polishFractions = map[string]string{
		"1/2": "jedna druga", "1/3": "jedna trzecia", "2/3": "dwie trzecie", "1/4": "jedna czwarta", "3/4": "trzy czwarte",
		"1/5": "jedna piąta", "2/5": "dwie piąte", "3/5": "trzy piąte", "4/5": "cztery piąte", "1/8": "jedna ósma", "1/10": "jedna dziesiąta",
	}
)
