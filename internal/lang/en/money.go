package en

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Sums have the currency last, and singular where they describe a noun: "$1.2 billion" is "one point two billion
// dollars", but "a $61bn package" "a sixty-one billion dollar package". Two decimals are cents.
var moneyRules = []rewrite.Rule{
	{Name: "money", Pattern: `<sign>` + currencyBefore + ` ?<number><magnitude>?(?:<to>` + currencyBefore + `? ?<number><magnitude>?)?` + sumEnd, Say: alone(sayCurrencyFirst)},
	{Name: "money", Pattern: `<sign><number><magnitude>?(?:<to><number><magnitude>?)? ?` + currencyAfter + sumEnd, Say: alone(sayCurrencyLast)},
}

// What may follow a sum: "+", "/barrel", "-a-month".
const sumEnd = `(\+)?(?: ?/ ?([A-Za-z]+[²³]?)|((?:-[a-z]+)+))?`

const (
	currencyBefore = `(\bUS \$|\b[A-Z]{1,3}\$|[$€£₴¥₽₺₹₪₩₾₸]|\b(?:Hr|UAH|USD|EUR|GBP|PLN|CHF|RUB|JPY|CNY|Rs)\.?)`
	currencyAfter  = `([$€£₴₽₺¢]|zł|[A-Z]{3}\b)`
)

// currency is a currency and its hundredth.
type currency struct{ one, many, cent, cents string }

var (
	dollars = currency{"dollar", "dollars", "cent", "cents"}
	hryvnia = currency{"hryvnia", "hryvnias", "kopiyka", "kopiykas"}
	ruble   = currency{"ruble", "rubles", "kopeck", "kopecks"}
	euro    = currency{"euro", "euros", "cent", "cents"}
	pound   = currency{"pound", "pounds", "penny", "pence"}
	zloty   = currency{"zloty", "zlotys", "grosz", "groszy"}
	yen     = currency{"yen", "yen", "", ""}
	yuan    = currency{"yuan", "yuan", "", ""}
	franc   = currency{"Swiss franc", "Swiss francs", "", ""}
	rupee   = currency{"rupee", "rupees", "", ""}
)

var currencies = map[string]currency{
	"$": dollars, "US$": dollars.of("U S"), "USD": dollars.of("U S"), "C$": dollars.of("Canadian"), "CA$": dollars.of("Canadian"),
	"A$": dollars.of("Australian"), "AU$": dollars.of("Australian"), "NZ$": dollars.of("New Zealand"), "HK$": dollars.of("Hong Kong"),
	"S$": dollars.of("Singapore"), "NT$": dollars.of("New Taiwan"), "J$": dollars.of("Jamaican"), "TT$": dollars.of("Trinidad"),
	"MX$": {"Mexican peso", "Mexican pesos", "centavo", "centavos"},
	"€":   euro, "EUR": euro, "£": pound, "GBP": pound, "₴": hryvnia, "Hr": hryvnia, "UAH": hryvnia,
	"₽": ruble, "RUB": ruble, "zł": zloty, "PLN": zloty, "¥": yen, "JPY": yen, "CNY": yuan, "CHF": franc,
	"₹": rupee, "Rs": rupee, "R$": {"real", "reais", "", ""}, "₺": {"lira", "lira", "", ""}, "₪": {"shekel", "shekels", "", ""},
	"₩": {"won", "won", "", ""}, "₾": {"lari", "lari", "", ""}, "GEL": {"lari", "lari", "", ""}, "₸": {"tenge", "tenge", "", ""},
	"KZT": {"tenge", "tenge", "", ""}, "¢": {"cent", "cents", "", ""}, "CZK": {"Czech koruna", "Czech korunas", "", ""},
	"HUF": {"forint", "forints", "", ""}, "RON": {"leu", "lei", "", ""}, "MDL": {"Moldovan leu", "Moldovan lei", "", ""},
	"SEK": {"Swedish krona", "Swedish kronor", "", ""}, "NOK": {"Norwegian krone", "Norwegian kroner", "", ""},
	"DKK": {"Danish krone", "Danish kroner", "", ""},
}

func (c currency) of(country string) currency {
	return currency{country + " " + c.one, country + " " + c.many, c.cent, c.cents}
}

// sum is a sum as it is written.
type sum struct {
	sign, from, fromMagnitude string // of a range, its first amount
	amount, magnitude         string
	currency                  currency
	plus, per, compound       string // what follows: "+", the "barrel" of "/barrel", "-a-month"
}

func sayCurrencyFirst(m rewrite.Match) (string, bool) {
	g := m.Groups
	s := sum{sign: g[1], currency: currencyOf(g[2]), amount: g[3], magnitude: g[4], plus: g[8], per: g[9], compound: g[10]}
	if g[6] != "" {
		s.from, s.fromMagnitude, s.amount, s.magnitude = g[3], g[4], g[6], g[7]
	}
	return s.say(m)
}

func sayCurrencyLast(m rewrite.Match) (string, bool) {
	g := m.Groups
	s := sum{sign: g[1], amount: g[2], magnitude: g[3], currency: currencyOf(g[6]), plus: g[7], per: g[8], compound: g[9]}
	if g[4] != "" {
		s.from, s.fromMagnitude, s.amount, s.magnitude = g[2], g[3], g[4], g[5]
	}
	return s.say(m)
}

func currencyOf(written string) currency {
	code := strings.TrimRight(strings.ReplaceAll(written, " ", ""), ".")
	currency, ok := currencies[code]
	if country, dollar := strings.CutSuffix(code, "$"); !ok && dollar {
		return dollars.of(spelled(country))
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

// hundreds says a number that describes a noun, short: twenty-five hundred.
func hundreds(figures string) string {
	if n := atoi(figures); len(figures) == 4 && n%100 == 0 && n%1000 != 0 {
		return belowHundred(n/100) + " hundred"
	}
	return number(figures)
}
