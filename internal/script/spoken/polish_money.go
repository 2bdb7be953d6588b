package spoken

var polishMagnitudes = map[string]noun{
	"tys.":      polishThousand,
	"tysiąc":    polishThousand,
	"tysiące":   polishThousand,
	"tysięcy":   polishThousand,
	"tysiąca":   polishThousand,
	"mln":       polishMillion,
	"milion":    polishMillion,
	"miliony":   polishMillion,
	"milionów":  polishMillion,
	"miliona":   polishMillion,
	"mld":       polishMilliard,
	"miliard":   polishMilliard,
	"miliardy":  polishMilliard,
	"miliardów": polishMilliard,
	"miliarda":  polishMilliard,
	"bln":       polishBillion,
	"bilion":    polishBillion,
	"biliony":   polishBillion,
	"bilionów":  polishBillion,
	"biliona":   polishBillion,
}

var (
	polishThousand = noun{gender: masculine, forms: []string{"tysiąc", "tysiące", "tysięcy", "tysiąca", "tysiącach"}}
	polishMillion  = noun{gender: masculine, forms: []string{"milion", "miliony", "milionów", "miliona", "milionach"}}
	polishMilliard = noun{gender: masculine, forms: []string{"miliard", "miliardy", "miliardów", "miliarda", "miliardach"}}
	polishBillion  = noun{gender: masculine, forms: []string{"bilion", "biliony", "bilionów", "biliona", "bilionach"}}
)

var polishCurrencies = map[string]noun{
	"zł":      polishZloty,
	"PLN":     polishZloty,
	"złoty":   polishZloty,
	"złote":   polishZloty,
	"złotych": polishZloty,
	"złotego": polishZloty,
	"€":       polishEuro,
	"EUR":     polishEuro,
	"euro":    polishEuro,
	"$":       polishDollar,
	"USD":     polishDollar,
	"US$":     polishDollar,
	"dolar":   polishDollar,
	"dolary":  polishDollar,
	"dolarów": polishDollar,
	"dolara":  polishDollar,
	"dol.":    polishDollar,
	"£":       {gender: masculine, forms: []string{"funt", "funty", "funtów", "funta"}},
	"GBP":     {gender: masculine, forms: []string{"funt", "funty", "funtów", "funta"}},
	"funt":    {gender: masculine, forms: []string{"funt", "funty", "funtów", "funta"}},
	"funty":   {gender: masculine, forms: []string{"funt", "funty", "funtów", "funta"}},
	"funtów":  {gender: masculine, forms: []string{"funt", "funty", "funtów", "funta"}},
	"funta":   {gender: masculine, forms: []string{"funt", "funty", "funtów", "funta"}},
	"₴":       {gender: feminine, forms: []string{"hrywna", "hrywny", "hrywien", "hrywny"}},
	"UAH":     {gender: feminine, forms: []string{"hrywna", "hrywny", "hrywien", "hrywny"}},
	"hrywna":  {gender: feminine, forms: []string{"hrywna", "hrywny", "hrywien", "hrywny"}},
	"hrywny":  {gender: feminine, forms: []string{"hrywna", "hrywny", "hrywien", "hrywny"}},
	"hrywien": {gender: feminine, forms: []string{"hrywna", "hrywny", "hrywien", "hrywny"}},
	"CHF":     {gender: masculine, forms: []string{"frank", "franki", "franków", "franka"}},
	"frank":   {gender: masculine, forms: []string{"frank", "franki", "franków", "franka"}},
	"franki":  {gender: masculine, forms: []string{"frank", "franki", "franków", "franka"}},
	"franków": {gender: masculine, forms: []string{"frank", "franki", "franków", "franka"}},
	"franka":  {gender: masculine, forms: []string{"frank", "franki", "franków", "franka"}},
	"₽":       {gender: masculine, forms: []string{"rubel", "ruble", "rubli", "rubla"}},
	"RUB":     {gender: masculine, forms: []string{"rubel", "ruble", "rubli", "rubla"}},
	"rubel":   {gender: masculine, forms: []string{"rubel", "ruble", "rubli", "rubla"}},
	"ruble":   {gender: masculine, forms: []string{"rubel", "ruble", "rubli", "rubla"}},
	"rubli":   {gender: masculine, forms: []string{"rubel", "ruble", "rubli", "rubla"}},
	"rubla":   {gender: masculine, forms: []string{"rubel", "ruble", "rubli", "rubla"}},
	"¥":       {gender: masculine, forms: []string{"jen", "jeny", "jenów", "jena"}},
	"jen":     {gender: masculine, forms: []string{"jen", "jeny", "jenów", "jena"}},
	"jeny":    {gender: masculine, forms: []string{"jen", "jeny", "jenów", "jena"}},
	"jenów":   {gender: masculine, forms: []string{"jen", "jeny", "jenów", "jena"}},
	"jena":    {gender: masculine, forms: []string{"jen", "jeny", "jenów", "jena"}},
	"gr":      *polishGrosz,
	"grosz":   *polishGrosz,
	"grosze":  *polishGrosz,
	"groszy":  *polishGrosz,
}

var (
	polishGrosz  = &noun{gender: masculine, forms: []string{"grosz", "grosze", "groszy", "grosza"}}
	polishCent   = &noun{gender: masculine, forms: []string{"cent", "centy", "centów", "centa"}}
	polishZloty  = noun{gender: masculine, forms: []string{"złoty", "złote", "złotych", "złotego"}, cent: polishGrosz}
	polishEuro   = noun{gender: neuter, forms: []string{"euro"}, cent: polishCent}
	polishDollar = noun{gender: masculine, forms: []string{"dolar", "dolary", "dolarów", "dolara"}, cent: polishCent}
)
