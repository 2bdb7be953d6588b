package pl

import (
	"github.com/aloud-audio/aloud/internal/lang/grammar"
)

var magnitudes = map[string]grammar.Noun{
	"tys.":      thousand,
	"tysiąc":    thousand,
	"tysiące":   thousand,
	"tysięcy":   thousand,
	"tysiąca":   thousand,
	"mln":       million,
	"milion":    million,
	"miliony":   million,
	"milionów":  million,
	"miliona":   million,
	"mld":       milliard,
	"miliard":   milliard,
	"miliardy":  milliard,
	"miliardów": milliard,
	"miliarda":  milliard,
	"bln":       billion,
	"bilion":    billion,
	"biliony":   billion,
	"bilionów":  billion,
	"biliona":   billion,
}

var (
	thousand = grammar.Noun{Gender: grammar.Masculine, Forms: []string{"tysiąc", "tysiące", "tysięcy", "tysiąca", "tysiącach"}}
	million  = grammar.Noun{Gender: grammar.Masculine, Forms: []string{"milion", "miliony", "milionów", "miliona", "milionach"}}
	milliard = grammar.Noun{Gender: grammar.Masculine, Forms: []string{"miliard", "miliardy", "miliardów", "miliarda", "miliardach"}}
	billion  = grammar.Noun{Gender: grammar.Masculine, Forms: []string{"bilion", "biliony", "bilionów", "biliona", "bilionach"}}
)

var currencies = map[string]grammar.Noun{
	"zł":      zloty,
	"PLN":     zloty,
	"złoty":   zloty,
	"złote":   zloty,
	"złotych": zloty,
	"złotego": zloty,
	"€":       euro,
	"EUR":     euro,
	"euro":    euro,
	"$":       dollar,
	"USD":     dollar,
	"US$":     dollar,
	"dolar":   dollar,
	"dolary":  dollar,
	"dolarów": dollar,
	"dolara":  dollar,
	"dol.":    dollar,
	"£":       {Gender: grammar.Masculine, Forms: []string{"funt", "funty", "funtów", "funta"}},
	"GBP":     {Gender: grammar.Masculine, Forms: []string{"funt", "funty", "funtów", "funta"}},
	"funt":    {Gender: grammar.Masculine, Forms: []string{"funt", "funty", "funtów", "funta"}},
	"funty":   {Gender: grammar.Masculine, Forms: []string{"funt", "funty", "funtów", "funta"}},
	"funtów":  {Gender: grammar.Masculine, Forms: []string{"funt", "funty", "funtów", "funta"}},
	"funta":   {Gender: grammar.Masculine, Forms: []string{"funt", "funty", "funtów", "funta"}},
	"₴":       {Gender: grammar.Feminine, Forms: []string{"hrywna", "hrywny", "hrywien", "hrywny"}},
	"UAH":     {Gender: grammar.Feminine, Forms: []string{"hrywna", "hrywny", "hrywien", "hrywny"}},
	"hrywna":  {Gender: grammar.Feminine, Forms: []string{"hrywna", "hrywny", "hrywien", "hrywny"}},
	"hrywny":  {Gender: grammar.Feminine, Forms: []string{"hrywna", "hrywny", "hrywien", "hrywny"}},
	"hrywien": {Gender: grammar.Feminine, Forms: []string{"hrywna", "hrywny", "hrywien", "hrywny"}},
	"CHF":     {Gender: grammar.Masculine, Forms: []string{"frank", "franki", "franków", "franka"}},
	"frank":   {Gender: grammar.Masculine, Forms: []string{"frank", "franki", "franków", "franka"}},
	"franki":  {Gender: grammar.Masculine, Forms: []string{"frank", "franki", "franków", "franka"}},
	"franków": {Gender: grammar.Masculine, Forms: []string{"frank", "franki", "franków", "franka"}},
	"franka":  {Gender: grammar.Masculine, Forms: []string{"frank", "franki", "franków", "franka"}},
	"₽":       {Gender: grammar.Masculine, Forms: []string{"rubel", "ruble", "rubli", "rubla"}},
	"RUB":     {Gender: grammar.Masculine, Forms: []string{"rubel", "ruble", "rubli", "rubla"}},
	"rubel":   {Gender: grammar.Masculine, Forms: []string{"rubel", "ruble", "rubli", "rubla"}},
	"ruble":   {Gender: grammar.Masculine, Forms: []string{"rubel", "ruble", "rubli", "rubla"}},
	"rubli":   {Gender: grammar.Masculine, Forms: []string{"rubel", "ruble", "rubli", "rubla"}},
	"rubla":   {Gender: grammar.Masculine, Forms: []string{"rubel", "ruble", "rubli", "rubla"}},
	"¥":       {Gender: grammar.Masculine, Forms: []string{"jen", "jeny", "jenów", "jena"}},
	"jen":     {Gender: grammar.Masculine, Forms: []string{"jen", "jeny", "jenów", "jena"}},
	"jeny":    {Gender: grammar.Masculine, Forms: []string{"jen", "jeny", "jenów", "jena"}},
	"jenów":   {Gender: grammar.Masculine, Forms: []string{"jen", "jeny", "jenów", "jena"}},
	"jena":    {Gender: grammar.Masculine, Forms: []string{"jen", "jeny", "jenów", "jena"}},
	"gr":      *grosz,
	"grosz":   *grosz,
	"grosze":  *grosz,
	"groszy":  *grosz,
}

var (
	grosz  = &grammar.Noun{Gender: grammar.Masculine, Forms: []string{"grosz", "grosze", "groszy", "grosza"}}
	cent   = &grammar.Noun{Gender: grammar.Masculine, Forms: []string{"cent", "centy", "centów", "centa"}}
	zloty  = grammar.Noun{Gender: grammar.Masculine, Forms: []string{"złoty", "złote", "złotych", "złotego"}, Cent: grosz}
	euro   = grammar.Noun{Gender: grammar.Neuter, Forms: []string{"euro"}, Cent: cent}
	dollar = grammar.Noun{Gender: grammar.Masculine, Forms: []string{"dolar", "dolary", "dolarów", "dolara"}, Cent: cent}
)
