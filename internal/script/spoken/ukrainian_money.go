package spoken

import "strings"

// ukCurrencies are currencies as written behind an amount, ukCurrencySigns those in front of one as well.
var (
	ukCurrencies = ukByForm(map[string]ukNoun{
		"грн гривень гривні ₴ UAH": ukNouns["гривня"], "коп": ukNouns["копійка"], "$ USD дол долл": ukNouns["долар"],
		"дол._США долл._США дол_США доларів_США долари_США": ukNouns["долар"].joined("", " США"), "€ EUR євро": ukNouns["євро"],
		"£ GBP": ukNouns["фунт"].joined("", " стерлінгів"), "zł PLN злотих злоті": ukNouns["злотий"], "₽ руб RUB": ukNouns["рубль"],
	})
	ukCurrencySigns = ukByForm(map[string]ukNoun{
		"₴ UAH": ukNouns["гривня"], "$ USD": ukNouns["долар"], "US$": ukNouns["долар"].joined("", " США"), "€ EUR": ukNouns["євро"],
		"£ GBP": ukNouns["фунт"].joined("", " стерлінгів"), "₽": ukNouns["рубль"], "C$": ukNouns["долар"].described("канадськ"),
		"A$": ukNouns["долар"].described("австралійськ"),
	})
	// ukCents are the hundredths of currencies by the nominative of these.
	ukCents = map[string]ukNoun{
		"гривня": ukNouns["копійка"], "долар": ukNouns["цент"], "долар США": ukNouns["цент"], "євро": ukNouns["цент"],
	}
	// ukPer is what a price may be for.
	ukPer = ukByForm(map[string]ukNoun{
		"кг": ukNouns["кілограм"], "л": ukNouns["літр"], "т": ukNouns["тонна"], "год": ukNouns["година"], "міс": ukNouns["місяць"],
		"дол $": ukNouns["долар"], "€ євро": ukNouns["євро"], "м²": ukNouns["метр"].described("квадратн"), "кв._м": ukNouns["метр"].described("квадратн"),
		"кВт·год кВт*год кВт-год": ukNouns["година"].joined("кіловат-", ""), "га": ukNouns["гектар"], "шт": ukNouns["штука"],
	})
	ukPerGroup = ukUnitGroup + 1
)

// ukSayMoney is the rule for amounts with the currency behind them.
func ukSayMoney(m match) (string, bool) {
	a, ok := ukReadAmount(m)
	noun, known := ukUnit(ukCurrencies, m.groups[ukUnitGroup])
	if !ok || !known || !ukApart(m) {
		return "", false
	}
	said := ukMoney(a, noun, ukFirst(m.before))
	if per, ok := ukUnit(ukPer, m.groups[ukPerGroup]); ok {
		said += " за " + per.singular[ukAccusative]
	}
	return said + ukStop(m), true
}

// ukSaySignedMoney is the rule for amounts with the currency in front. The sign is the first group, those of the amount
// follow, the last is a magnitude in full: "$5 мільйонів".
func ukSaySignedMoney(m match) (string, bool) {
	noun, known := ukUnit(ukCurrencySigns, m.groups[1])
	inner := m
	inner.groups = append([]string{m.groups[0]}, m.groups[2:]...)
	a, ok := ukReadAmount(inner)
	if !ok || !known || !ukApart(m) {
		return "", false
	}
	if full := inner.groups[ukUnitGroup]; full != "" {
		for word, noun := range ukFullMagnitudes {
			if strings.HasPrefix(full, word) {
				a.magnitude = &noun
			}
		}
	}
	return ukMoney(a, noun, ukFirst(m.before)) + ukStop(m), true
}

var ukFullMagnitudes = map[string]ukNoun{
	"тисяч": ukNouns["тисяча"], "мільйон": ukNouns["мільйон"], "мільярд": ukNouns["мільярд"], "трильйон": ukNouns["трильйон"],
}

// ukMoney says hundredths as coins: "сорок одна гривня двадцять п'ять копійок".
func ukMoney(a ukAmount, noun ukNoun, c ukCase) string {
	cents, minted := ukCents[noun.singular[ukNominative]]
	if !minted || a.to != nil || a.magnitude != nil || len(a.from.decimals) != 2 {
		return a.of(noun, c)
	}
	whole := ukNumber{whole: a.from.whole}
	coins, _ := ukParse(strings.TrimPrefix(a.from.decimals, "0"))
	if coins.whole == 0 {
		return a.sign + whole.of(noun, c)
	}
	return a.sign + whole.of(noun, c) + " " + coins.of(cents, c)
}
