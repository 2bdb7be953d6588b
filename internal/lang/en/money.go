package en

import (
	"strings"
	"sync"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Amounts have the currency last, in the singular if they modify a noun: "$1.2 billion" is "one
// point two billion dollars", but "a $61bn package" "a sixty-one billion dollar package". Two
// decimals are cents.
var moneyRules = []rewrite.Rule{
	{Name: "money", Pattern: `<sign>` + currencyBefore + ` ?<number><magnitude>?(?:<to>` + currencyBefore + `? ?<number><magnitude>?)?` + sumEnd, Say: alone(func(m rewrite.Match) (string, bool) {
		g := m.Groups
		return sumOf(g[1], g[2], g[3], g[4], g[6], g[7], g[8:]).say(m)
	})},
	{Name: "money", Pattern: `<sign><number><magnitude>?(?:<to><number><magnitude>?)? ?` + currencyAfter + sumEnd, Say: alone(func(m rewrite.Match) (string, bool) {
		g := m.Groups
		return sumOf(g[1], g[6], g[2], g[3], g[4], g[5], g[7:]).say(m)
	})},
}

// sumEnd matches what may follow an amount: "+", "/barrel", "-a-month".
const sumEnd = `(\+)?(?: ?/ ?([A-Za-z]+[²³]?)|((?:-[a-z]+)+))?`

const (
	currencyBefore = `(\bUS \$|\b[A-Z]{1,3}\$|[$€£₴¥₽₺₹₪₩₾₸]|\b(?:Hr|UAH|USD|EUR|GBP|PLN|CHF|RUB|JPY|CNY|Rs)\.?)`
	currencyAfter  = `([$€£₴₽₺¢]|zł|[A-Z]{3}\b)`
)

// currency is a currency and its hundredth.
type currency struct{ one, many, cent, cents string }

var currencies = sync.OnceValue(func() map[string]currency {
	currencies := map[string]currency{}
	g := english.Load()
	for name, signs := range g.Pack.Currencies {
		cent := g.Pack.Cents[name]
		for _, sign := range signs {
			currencies[sign] = currency{g.Noun(name, false), g.Noun(name, true), g.Noun(cent, false), g.Noun(cent, true)}
		}
	}
	return currencies
})

// of returns the currency with the country before its names: "Canadian dollars".
func (c currency) of(country string) currency {
	c.one, c.many = country+" "+c.one, country+" "+c.many
	return c
}

// sum is a written amount.
type sum struct {
	sign, from, fromMagnitude string // of a range: its first amount
	amount, magnitude         string
	currency                  currency
	plus, per, compound       string // what follows: "+", "barrel" of "/barrel", "-a-month"
}

func sumOf(sign, currency, amount, magnitude, last, lastMagnitude string, end []string) sum {
	s := sum{sign: sign, currency: currencyOf(currency), amount: amount, magnitude: magnitude, plus: end[0], per: end[1], compound: end[2]}
	if last != "" {
		s.from, s.fromMagnitude, s.amount, s.magnitude = amount, magnitude, last, lastMagnitude
	}
	return s
}

func currencyOf(written string) currency {
	code := strings.TrimRight(strings.ReplaceAll(written, " ", ""), ".")
	currency, ok := currencies()[code]
	if country, dollar := strings.CutSuffix(code, "$"); !ok && dollar {
		return currencies()["$"].of(spelled(country))
	}
	return currency
}

func (s sum) say(m rewrite.Match) (string, bool) {
	pair := strings.HasSuffix(m.Before, "/") && isUpper(m.Groups[2]) // USD/UAH 41.5 is a rate
	if s.currency.one == "" || pair {
		return "", false
	}
	adjective := s.compound != "" || s.per == "" && s.plus == "" && adjective(m)
	said := signed(s.sign, m.Before)
	if s.from != "" {
		said += number(s.from)
		if s.fromMagnitude != "" && s.fromMagnitude != s.magnitude {
			said += " " + magnitudeWord(s.fromMagnitude)
		}
		said += to(m.Before)
	}
	said += s.words(adjective && s.compound != "-worth")
	if s.plus != "" {
		said += " plus"
	}
	if s.per != "" {
		said += " per " + unitOne(s.per)
	}
	return said + strings.ReplaceAll(s.compound, "-", " ") + dot(m), true
}

// words says the amount with its magnitude and currency.
func (s sum) words(adjective bool) string {
	whole, cents, _ := strings.Cut(ungrouped(s.amount), ".")
	switch {
	case s.magnitude != "":
		return number(s.amount) + " " + magnitudeWord(s.magnitude) + " " + s.currency.noun(adjective)
	case len(cents) == 2 && s.currency.cent != "" && s.from == "":
		return s.currency.withCents(whole, cents)
	case adjective && cents == "":
		return hundreds(whole) + " " + s.currency.noun(true)
	}
	return number(s.amount) + " " + s.currency.noun(adjective || ungrouped(s.amount) == "1" && s.from == "")
}

func (c currency) noun(one bool) string {
	if one {
		return c.one
	}
	return c.many
}

// withCents says "three dollars and fifty cents".
func (c currency) withCents(whole, cents string) string {
	below := cardinal(atoi(cents)) + " " + currency{one: c.cent, many: c.cents}.noun(cents == "01")
	above := wholeNumber(whole) + " " + c.noun(whole == "1")
	switch {
	case cents == "00":
		return above
	case strings.Trim(whole, "0") == "":
		return below
	}
	return above + " and " + below
}

// hundreds says a number that modifies a noun in its short form: twenty-five hundred.
func hundreds(figures string) string {
	if n := atoi(figures); len(figures) == 4 && n%100 == 0 && n%1000 != 0 {
		return cardinal(n/100) + " hundred"
	}
	return number(figures)
}
