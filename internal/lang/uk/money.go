package uk

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// currencies are currencies as written behind an amount, currencySigns those in front of one as well.
var (
	currencies = byForm(map[string]noun{
		"грн гривень гривні ₴ UAH": nouns["гривня"], "коп": nouns["копійка"], "$ USD дол долл": nouns["долар"],
		"дол._США долл._США дол_США доларів_США долари_США": nouns["долар"].joined("", " США"), "€ EUR євро": nouns["євро"],
		"£ GBP": nouns["фунт"].joined("", " стерлінгів"), "zł PLN злотих злоті": nouns["злотий"], "₽ руб RUB": nouns["рубль"],
	})
	currencySigns = byForm(map[string]noun{
		"₴ UAH": nouns["гривня"], "$ USD": nouns["долар"], "US$": nouns["долар"].joined("", " США"), "€ EUR": nouns["євро"],
		"£ GBP": nouns["фунт"].joined("", " стерлінгів"), "₽": nouns["рубль"], "C$": nouns["долар"].described("канадськ"),
		"A$": nouns["долар"].described("австралійськ"),
	})
	// cents are the hundredths of currencies by the nominative of these.
	cents = map[string]noun{
		"гривня": nouns["копійка"], "долар": nouns["цент"], "долар США": nouns["цент"], "євро": nouns["цент"],
	}
	// per is what a price may be for.
	per = byForm(map[string]noun{
		"кг": nouns["кілограм"], "л": nouns["літр"], "т": nouns["тонна"], "год": nouns["година"], "міс": nouns["місяць"],
		"дол $": nouns["долар"], "€ євро": nouns["євро"], "м²": nouns["метр"].described("квадратн"), "кв._м": nouns["метр"].described("квадратн"),
		"кВт·год кВт*год кВт-год": nouns["година"].joined("кіловат-", ""), "га": nouns["гектар"], "шт": nouns["штука"],
	})
	perGroup = unitGroup + 1
)

// sayMoney is the rule for amounts with the currency behind them.
func sayMoney(m rewrite.Match) (string, bool) {
	a, ok := readAmount(m)
	noun, known := unit(currencies, m.Groups[unitGroup])
	if !ok || !known || !apart(m) {
		return "", false
	}
	said := money(a, noun, first(m.Before))
	if per, ok := unit(per, m.Groups[perGroup]); ok {
		said += " за " + per.singular[accusative]
	}
	return said + stop(m), true
}

// saySignedMoney is the rule for amounts with the currency in front. The sign is the first group, those of the amount
// follow, the last is a magnitude in full: "$5 мільйонів".
func saySignedMoney(m rewrite.Match) (string, bool) {
	noun, known := unit(currencySigns, m.Groups[1])
	inner := m
	inner.Groups = append([]string{m.Groups[0]}, m.Groups[2:]...)
	a, ok := readAmount(inner)
	if !ok || !known || !apart(m) {
		return "", false
	}
	if full := inner.Groups[unitGroup]; full != "" {
		for word, noun := range fullMagnitudes {
			if strings.HasPrefix(full, word) {
				a.magnitude = &noun
			}
		}
	}
	return money(a, noun, first(m.Before)) + stop(m), true
}

var fullMagnitudes = map[string]noun{
	"тисяч": nouns["тисяча"], "мільйон": nouns["мільйон"], "мільярд": nouns["мільярд"], "трильйон": nouns["трильйон"],
}

// money says hundredths as coins: "сорок одна гривня двадцять п'ять копійок".
func money(a amount, noun noun, c grammaticalCase) string {
	cents, minted := cents[noun.singular[nominative]]
	if !minted || a.to != nil || a.magnitude != nil || len(a.from.decimals) != 2 {
		return a.of(noun, c)
	}
	whole := number{whole: a.from.whole}
	coins, _ := parse(strings.TrimPrefix(a.from.decimals, "0"))
	if coins.whole == 0 {
		return a.sign + whole.of(noun, c)
	}
	return a.sign + whole.of(noun, c) + " " + coins.of(cents, c)
}
