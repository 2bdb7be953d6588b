package spoken

import "strings"

// Sums have the currency last, and singular where they describe a noun: "$1.2 billion" is "one point two billion
// dollars", but "a $61bn package" "a sixty-one billion dollar package". Two decimals are cents.
var englishMoney = []rule{
	{"money", `<sign>` + enCurrencyBefore + ` ?<number><magnitude>?(?:<to>` + enCurrencyBefore + `? ?<number><magnitude>?)?` + enSumEnd, enAlone(sayCurrencyFirst)},
	{"money", `<sign><number><magnitude>?(?:<to><number><magnitude>?)? ?` + enCurrencyAfter + enSumEnd, enAlone(sayCurrencyLast)},
}

// What may follow a sum: "+", "/barrel", "-a-month".
const enSumEnd = `(\+)?(?: ?/ ?([A-Za-z]+[²³]?)|((?:-[a-z]+)+))?`

const (
	enCurrencyBefore = `(\bUS \$|\b[A-Z]{1,3}\$|[$€£₴¥₽₺₹₪₩₾₸]|\b(?:Hr|UAH|USD|EUR|GBP|PLN|CHF|RUB|JPY|CNY|Rs)\.?)`
	enCurrencyAfter  = `([$€£₴₽₺¢]|zł|[A-Z]{3}\b)`
)

// enCurrency is a currency and its hundredth.
type enCurrency struct{ one, many, cent, cents string }

var (
	enDollar  = enCurrency{"dollar", "dollars", "cent", "cents"}
	enHryvnia = enCurrency{"hryvnia", "hryvnias", "kopiyka", "kopiykas"}
	enRuble   = enCurrency{"ruble", "rubles", "kopeck", "kopecks"}
	enEuro    = enCurrency{"euro", "euros", "cent", "cents"}
	enPound   = enCurrency{"pound", "pounds", "penny", "pence"}
	enZloty   = enCurrency{"zloty", "zlotys", "grosz", "groszy"}
	enYen     = enCurrency{"yen", "yen", "", ""}
	enYuan    = enCurrency{"yuan", "yuan", "", ""}
	enFranc   = enCurrency{"Swiss franc", "Swiss francs", "", ""}
	enRupee   = enCurrency{"rupee", "rupees", "", ""}
)

var enCurrencies = map[string]enCurrency{
	"$": enDollar, "US$": enDollar.of("U S"), "USD": enDollar.of("U S"), "C$": enDollar.of("Canadian"), "CA$": enDollar.of("Canadian"),
	"A$": enDollar.of("Australian"), "AU$": enDollar.of("Australian"), "NZ$": enDollar.of("New Zealand"), "HK$": enDollar.of("Hong Kong"),
	"S$": enDollar.of("Singapore"), "NT$": enDollar.of("New Taiwan"), "J$": enDollar.of("Jamaican"), "TT$": enDollar.of("Trinidad"),
	"MX$": {"Mexican peso", "Mexican pesos", "centavo", "centavos"},
	"€":   enEuro, "EUR": enEuro, "£": enPound, "GBP": enPound, "₴": enHryvnia, "Hr": enHryvnia, "UAH": enHryvnia,
	"₽": enRuble, "RUB": enRuble, "zł": enZloty, "PLN": enZloty, "¥": enYen, "JPY": enYen, "CNY": enYuan, "CHF": enFranc,
	"₹": enRupee, "Rs": enRupee, "R$": {"real", "reais", "", ""}, "₺": {"lira", "lira", "", ""}, "₪": {"shekel", "shekels", "", ""},
	"₩": {"won", "won", "", ""}, "₾": {"lari", "lari", "", ""}, "GEL": {"lari", "lari", "", ""}, "₸": {"tenge", "tenge", "", ""},
	"KZT": {"tenge", "tenge", "", ""}, "¢": {"cent", "cents", "", ""}, "CZK": {"Czech koruna", "Czech korunas", "", ""},
	"HUF": {"forint", "forints", "", ""}, "RON": {"leu", "lei", "", ""}, "MDL": {"Moldovan leu", "Moldovan lei", "", ""},
	"SEK": {"Swedish krona", "Swedish kronor", "", ""}, "NOK": {"Norwegian krone", "Norwegian kroner", "", ""},
	"DKK": {"Danish krone", "Danish kroner", "", ""},
}

func (c enCurrency) of(country string) enCurrency {
	return enCurrency{country + " " + c.one, country + " " + c.many, c.cent, c.cents}
}

// enSum is a sum as it is written.
type enSum struct {
	sign, from, fromMagnitude string // of a range, its first amount
	amount, magnitude         string
	currency                  enCurrency
	plus, per, compound       string // what follows: "+", the "barrel" of "/barrel", "-a-month"
}

func sayCurrencyFirst(m match) (string, bool) {
	g := m.groups
	s := enSum{sign: g[1], currency: enCurrencyOf(g[2]), amount: g[3], magnitude: g[4], plus: g[8], per: g[9], compound: g[10]}
	if g[6] != "" {
		s.from, s.fromMagnitude, s.amount, s.magnitude = g[3], g[4], g[6], g[7]
	}
	return s.say(m)
}

func sayCurrencyLast(m match) (string, bool) {
	g := m.groups
	s := enSum{sign: g[1], amount: g[2], magnitude: g[3], currency: enCurrencyOf(g[6]), plus: g[7], per: g[8], compound: g[9]}
	if g[4] != "" {
		s.from, s.fromMagnitude, s.amount, s.magnitude = g[2], g[3], g[4], g[5]
	}
	return s.say(m)
}

func enCurrencyOf(written string) enCurrency {
	code := strings.TrimRight(strings.ReplaceAll(written, " ", ""), ".")
	currency, ok := enCurrencies[code]
	if country, dollar := strings.CutSuffix(code, "$"); !ok && dollar {
		return enDollar.of(enSpelled(country))
	}
	return currency
}

func (s enSum) say(m match) (string, bool) {
	pair := strings.HasSuffix(m.before, "/") && enIsUpper(m.groups[2]) // USD/UAH 41.5 is a rate
	if s.currency.one == "" || pair {
		return "", false
	}
	adjective := s.compound != "" || s.per == "" && s.plus == "" && enAdjective(m)
	said := enSigned(s.sign, m.before)
	if s.from != "" {
		said += enNumber(s.from)
		if s.fromMagnitude != "" && s.fromMagnitude != s.magnitude {
			said += " " + enMagnitude(s.fromMagnitude)
		}
		said += enTo(m.before)
	}
	said += s.words(adjective && s.compound != "-worth")
	if s.plus != "" {
		said += " plus"
	}
	if s.per != "" {
		said += " per " + enUnitOne(s.per)
	}
	return said + strings.ReplaceAll(s.compound, "-", " ") + enDot(m), true
}

// words says the amount with its magnitude and currency.
func (s enSum) words(adjective bool) string {
	whole, cents, _ := strings.Cut(enUngrouped(s.amount), ".")
	switch {
	case s.magnitude != "":
		return enNumber(s.amount) + " " + enMagnitude(s.magnitude) + " " + s.currency.noun(adjective)
	case len(cents) == 2 && s.currency.cent != "" && s.from == "":
		return s.currency.withCents(whole, cents)
	case adjective && cents == "":
		return enHundreds(whole) + " " + s.currency.noun(true)
	}
	return enNumber(s.amount) + " " + s.currency.noun(adjective || enUngrouped(s.amount) == "1" && s.from == "")
}

func (c enCurrency) noun(one bool) string {
	if one {
		return c.one
	}
	return c.many
}

// withCents says "three dollars and fifty cents".
func (c enCurrency) withCents(whole, cents string) string {
	below := enCardinal(enInt(cents)) + " " + enCurrency{one: c.cent, many: c.cents}.noun(cents == "01")
	above := enWhole(whole) + " " + c.noun(whole == "1")
	switch {
	case cents == "00":
		return above
	case strings.Trim(whole, "0") == "":
		return below
	}
	return above + " and " + below
}

// enHundreds says a number that describes a noun, short: twenty-five hundred.
func enHundreds(figures string) string {
	if n := enInt(figures); len(figures) == 4 && n%100 == 0 && n%1000 != 0 {
		return enBelowHundred(n/100) + " hundred"
	}
	return enNumber(figures)
}
