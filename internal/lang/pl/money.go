package pl

import (
	"github.com/aloud-audio/aloud/internal/lang/european"
)

var magnitudes = map[string]european.Noun{
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
	thousand = european.Noun{Gender: european.Masculine, Forms: []string{"tysiąc", "tysiące", "tysięcy", "tysiąca", "tysiącach"}}
	million  = european.Noun{Gender: european.Masculine, Forms: []string{"milion", "miliony", "milionów", "miliona", "milionach"}}
	milliard = european.Noun{Gender: european.Masculine, Forms: []string{"miliard", "miliardy", "miliardów", "miliarda", "miliardach"}}
	billion  = european.Noun{Gender: european.Masculine, Forms: []string{"bilion", "biliony", "bilionów", "biliona", "bilionach"}}
)

var currencies = map[string]european.Noun{
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
	"£":       {Gender: european.Masculine, Forms: []string{"funt", "funty", "funtów", "funta"}},
	"GBP":     {Gender: european.Masculine, Forms: []string{"funt", "funty", "funtów", "funta"}},
	"funt":    {Gender: european.Masculine, Forms: []string{"funt", "funty", "funtów", "funta"}},
	"funty":   {Gender: european.Masculine, Forms: []string{"funt", "funty", "funtów", "funta"}},
	"funtów":  {Gender: european.Masculine, Forms: []string{"funt", "funty", "funtów", "funta"}},
	"funta":   {Gender: european.Masculine, Forms: []string{"funt", "funty", "funtów", "funta"}},
	"₴":       {Gender: european.Feminine, Forms: []string{"hrywna", "hrywny", "hrywien", "hrywny"}},
	"UAH":     {Gender: european.Feminine, Forms: []string{"hrywna", "hrywny", "hrywien", "hrywny"}},
	"hrywna":  {Gender: european.Feminine, Forms: []string{"hrywna", "hrywny", "hrywien", "hrywny"}},
	"hrywny":  {Gender: european.Feminine, Forms: []string{"hrywna", "hrywny", "hrywien", "hrywny"}},
	"hrywien": {Gender: european.Feminine, Forms: []string{"hrywna", "hrywny", "hrywien", "hrywny"}},
	"CHF":     {Gender: european.Masculine, Forms: []string{"frank", "franki", "franków", "franka"}},
	"frank":   {Gender: european.Masculine, Forms: []string{"frank", "franki", "franków", "franka"}},
	"franki":  {Gender: european.Masculine, Forms: []string{"frank", "franki", "franków", "franka"}},
	"franków": {Gender: european.Masculine, Forms: []string{"frank", "franki", "franków", "franka"}},
	"franka":  {Gender: european.Masculine, Forms: []string{"frank", "franki", "franków", "franka"}},
	"₽":       {Gender: european.Masculine, Forms: []string{"rubel", "ruble", "rubli", "rubla"}},
	"RUB":     {Gender: european.Masculine, Forms: []string{"rubel", "ruble", "rubli", "rubla"}},
	"rubel":   {Gender: european.Masculine, Forms: []string{"rubel", "ruble", "rubli", "rubla"}},
	"ruble":   {Gender: european.Masculine, Forms: []string{"rubel", "ruble", "rubli", "rubla"}},
	"rubli":   {Gender: european.Masculine, Forms: []string{"rubel", "ruble", "rubli", "rubla"}},
	"rubla":   {Gender: european.Masculine, Forms: []string{"rubel", "ruble", "rubli", "rubla"}},
	"¥":       {Gender: european.Masculine, Forms: []string{"jen", "jeny", "jenów", "jena"}},
	"jen":     {Gender: european.Masculine, Forms: []string{"jen", "jeny", "jenów", "jena"}},
	"jeny":    {Gender: european.Masculine, Forms: []string{"jen", "jeny", "jenów", "jena"}},
	"jenów":   {Gender: european.Masculine, Forms: []string{"jen", "jeny", "jenów", "jena"}},
	"jena":    {Gender: european.Masculine, Forms: []string{"jen", "jeny", "jenów", "jena"}},
	"gr":      *grosz,
	"grosz":   *grosz,
	"grosze":  *grosz,
	"groszy":  *grosz,
}

var (
	grosz  = &european.Noun{Gender: european.Masculine, Forms: []string{"grosz", "grosze", "groszy", "grosza"}}
	cent   = &european.Noun{Gender: european.Masculine, Forms: []string{"cent", "centy", "centów", "centa"}}
	zloty  = european.Noun{Gender: european.Masculine, Forms: []string{"złoty", "złote", "złotych", "złotego"}, Cent: grosz}
	euro   = european.Noun{Gender: european.Neuter, Forms: []string{"euro"}, Cent: cent}
	dollar = european.Noun{Gender: european.Masculine, Forms: []string{"dolar", "dolary", "dolarów", "dolara"}, Cent: cent}
)
