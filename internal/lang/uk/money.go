package uk

import (
	"strings"
	"sync"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

var (
	currencies    = sync.OnceValue(func() map[string]noun { return phrases(vocab().Currencies) })
	currencySigns = sync.OnceValue(func() map[string]noun { return phrases(vocab().CurrencySigns) })
	per           = sync.OnceValue(func() map[string]noun { return phrases(vocab().Per) })
)

const perGroup = unitGroup + 1

// sayMoney says amounts with the currency after them.
func sayMoney(m rewrite.Match) (string, bool) {
	a, ok := readAmount(m)
	noun, known := unit(currencies(), m.Groups[unitGroup])
	if !ok || !known || !apart(m) {
		return "", false
	}
	said := money(a, noun, first(m.Before))
	if per, ok := unit(per(), m.Groups[perGroup]); ok {
		said += " за " + per.singular[accusative]
	}
	return said + stop(m), true
}

// saySignedMoney says amounts with the currency before them. The sign is the first group, the
// groups of the amount follow, and the last is a magnitude in full: "$5 мільйонів".
func saySignedMoney(m rewrite.Match) (string, bool) {
	noun, known := unit(currencySigns(), m.Groups[1])
	inner := m
	inner.Groups = append([]string{m.Groups[0]}, m.Groups[2:]...)
	a, ok := readAmount(inner)
	if !ok || !known || !apart(m) {
		return "", false
	}
	if full := inner.Groups[unitGroup]; full != "" {
		for beginning, word := range vocab().FullMagnitudes {
			if strings.HasPrefix(full, beginning) {
				noun := nouns()[word]
				a.magnitude = &noun
			}
		}
	}
	return money(a, noun, first(m.Before)) + stop(m), true
}

// money says an amount with its hundredths as coins: "сорок одна гривня двадцять п'ять копійок".
func money(a amount, noun noun, c grammaticalCase) string {
	cent, minted := vocab().Cents[noun.singular[nominative]]
	if !minted || a.to != nil || a.magnitude != nil || len(a.from.decimals) != 2 {
		return a.of(noun, c)
	}
	whole := number{whole: a.from.whole}
	coins, _ := parse(strings.TrimPrefix(a.from.decimals, "0"))
	if coins.whole == 0 {
		return a.sign + whole.of(noun, c)
	}
	return a.sign + whole.of(noun, c) + " " + coins.of(nouns()[cent], c)
}
