package fr

import (
	"github.com/aloud-audio/aloud/internal/lang/european"
)

var percents = map[string]european.Noun{
	"%":         {Gender: european.Masculine, Forms: []string{"pour cent"}},
	"pour cent": {Gender: european.Masculine, Forms: []string{"pour cent"}},
	"‰":         {Gender: european.Masculine, Forms: []string{"pour mille"}},
	"pt":        {Gender: european.Masculine, Forms: []string{"point", "points"}},
	"pts":       {Gender: european.Masculine, Forms: []string{"point", "points"}},
}

var units = map[string]european.Noun{
	"km":   {Gender: european.Masculine, Forms: []string{"kilomètre", "kilomètres"}},
	"m":    {Gender: european.Masculine, Forms: []string{"mètre", "mètres"}},
	"cm":   {Gender: european.Masculine, Forms: []string{"centimètre", "centimètres"}},
	"mm":   {Gender: european.Masculine, Forms: []string{"millimètre", "millimètres"}},
	"km²":  {Gender: european.Masculine, Forms: []string{"kilomètre carré", "kilomètres carrés"}},
	"km2":  {Gender: european.Masculine, Forms: []string{"kilomètre carré", "kilomètres carrés"}},
	"m²":   {Gender: european.Masculine, Forms: []string{"mètre carré", "mètres carrés"}},
	"m2":   {Gender: european.Masculine, Forms: []string{"mètre carré", "mètres carrés"}},
	"m³":   {Gender: european.Masculine, Forms: []string{"mètre cube", "mètres cubes"}},
	"m3":   {Gender: european.Masculine, Forms: []string{"mètre cube", "mètres cubes"}},
	"km/h": {Gender: european.Masculine, Forms: []string{"kilomètre-heure", "kilomètres-heure"}},
	"m/s":  {Gender: european.Masculine, Forms: []string{"mètre par seconde", "mètres par seconde"}},
	"kg":   {Gender: european.Masculine, Forms: []string{"kilogramme", "kilogrammes"}},
	"g":    {Gender: european.Masculine, Forms: []string{"gramme", "grammes"}},
	"mg":   {Gender: european.Masculine, Forms: []string{"milligramme", "milligrammes"}},
	"t":    {Gender: european.Feminine, Forms: []string{"tonne", "tonnes"}},
	"ha":   {Gender: european.Masculine, Forms: []string{"hectare", "hectares"}},
	"l":    {Gender: european.Masculine, Forms: []string{"litre", "litres"}},
	"L":    {Gender: european.Masculine, Forms: []string{"litre", "litres"}},
	"ml":   {Gender: european.Masculine, Forms: []string{"millilitre", "millilitres"}},
	"mL":   {Gender: european.Masculine, Forms: []string{"millilitre", "millilitres"}},
	"°C":   {Gender: european.Masculine, Forms: []string{"degré Celsius", "degrés Celsius"}},
	"°F":   {Gender: european.Masculine, Forms: []string{"degré Fahrenheit", "degrés Fahrenheit"}},
	"°":    {Gender: european.Masculine, Forms: []string{"degré", "degrés"}},
	"kW":   {Gender: european.Masculine, Forms: []string{"kilowatt", "kilowatts"}},
	"MW":   {Gender: european.Masculine, Forms: []string{"mégawatt", "mégawatts"}},
	"GW":   {Gender: european.Masculine, Forms: []string{"gigawatt", "gigawatts"}},
	"TW":   {Gender: european.Masculine, Forms: []string{"térawatt", "térawatts"}},
	"kWh":  {Gender: european.Masculine, Forms: []string{"kilowattheure", "kilowattheures"}},
	"MWh":  {Gender: european.Masculine, Forms: []string{"mégawattheure", "mégawattheures"}},
	"GWh":  {Gender: european.Masculine, Forms: []string{"gigawattheure", "gigawattheures"}},
	"TWh":  {Gender: european.Masculine, Forms: []string{"térawattheure", "térawattheures"}},
	"kV":   {Gender: european.Masculine, Forms: []string{"kilovolt", "kilovolts"}},
	"MHz":  {Gender: european.Masculine, Forms: []string{"mégahertz"}},
	"GHz":  {Gender: european.Masculine, Forms: []string{"gigahertz"}},
	"ko":   {Gender: european.Masculine, Forms: []string{"kilooctet", "kilooctets"}},
	"Mo":   {Gender: european.Masculine, Forms: []string{"mégaoctet", "mégaoctets"}},
	"Go":   {Gender: european.Masculine, Forms: []string{"gigaoctet", "gigaoctets"}},
	"To":   {Gender: european.Masculine, Forms: []string{"téraoctet", "téraoctets"}},
	"min":  {Gender: european.Feminine, Forms: []string{"minute", "minutes"}},
	"sec.": {Gender: european.Feminine, Forms: []string{"seconde", "secondes"}},
	"hab.": {Gender: european.Masculine, Forms: []string{"habitant", "habitants"}},
}

var magnitudes = map[string]european.Noun{
	"M":         million,
	"Mio":       million,
	"million":   million,
	"millions":  million,
	"Md":        milliard,
	"Mds":       milliard,
	"Mrd":       milliard,
	"milliard":  milliard,
	"milliards": milliard,
}

var (
	million  = european.Noun{Gender: european.Masculine, Forms: []string{"million", "millions"}}
	milliard = european.Noun{Gender: european.Masculine, Forms: []string{"milliard", "milliards"}}
)

var currencies = map[string]european.Noun{
	"€":        euro,
	"euro":     euro,
	"euros":    euro,
	"EUR":      euro,
	"$":        {Gender: european.Masculine, Forms: []string{"dollar", "dollars"}, Cent: cent},
	"dollar":   {Gender: european.Masculine, Forms: []string{"dollar", "dollars"}, Cent: cent},
	"dollars":  {Gender: european.Masculine, Forms: []string{"dollar", "dollars"}, Cent: cent},
	"US$":      {Gender: european.Masculine, Forms: []string{"dollar américain", "dollars américains"}},
	"USD":      {Gender: european.Masculine, Forms: []string{"dollar américain", "dollars américains"}},
	"£":        {Gender: european.Feminine, Forms: []string{"livre", "livres"}},
	"livres":   {Gender: european.Feminine, Forms: []string{"livre", "livres"}},
	"GBP":      {Gender: european.Feminine, Forms: []string{"livre sterling", "livres sterling"}},
	"CHF":      {Gender: european.Masculine, Forms: []string{"franc suisse", "francs suisses"}},
	"francs":   {Gender: european.Masculine, Forms: []string{"franc", "francs"}},
	"zł":       {Gender: european.Masculine, Forms: []string{"zloty", "zlotys"}},
	"PLN":      {Gender: european.Masculine, Forms: []string{"zloty", "zlotys"}},
	"zlotys":   {Gender: european.Masculine, Forms: []string{"zloty", "zlotys"}},
	"₴":        {Gender: european.Feminine, Forms: []string{"hryvnia", "hryvnias"}},
	"UAH":      {Gender: european.Feminine, Forms: []string{"hryvnia", "hryvnias"}},
	"hryvnia":  {Gender: european.Feminine, Forms: []string{"hryvnia", "hryvnias"}},
	"hryvnias": {Gender: european.Feminine, Forms: []string{"hryvnia", "hryvnias"}},
	"₽":        {Gender: european.Masculine, Forms: []string{"rouble", "roubles"}},
	"roubles":  {Gender: european.Masculine, Forms: []string{"rouble", "roubles"}},
	"¥":        {Gender: european.Masculine, Forms: []string{"yen", "yens"}},
	"yens":     {Gender: european.Masculine, Forms: []string{"yen", "yens"}},
}

var (
	centime = &european.Noun{Gender: european.Masculine, Forms: []string{"centime", "centimes"}}
	cent    = &european.Noun{Gender: european.Masculine, Forms: []string{"cent", "cents"}}
	euro    = european.Noun{Gender: european.Masculine, Forms: []string{"euro", "euros"}, Cent: centime}
)

var spans = map[string]european.Noun{
	"mois":     {Gender: european.Masculine, Forms: []string{"mois"}},
	"an":       {Gender: european.Masculine, Forms: []string{"an"}},
	"jour":     {Gender: european.Masculine, Forms: []string{"jour"}},
	"semaine":  {Gender: european.Feminine, Forms: []string{"semaine"}},
	"heure":    {Gender: european.Feminine, Forms: []string{"heure"}},
	"h":        {Gender: european.Feminine, Forms: []string{"heure"}},
	"personne": {Gender: european.Feminine, Forms: []string{"personne"}},
	"habitant": {Gender: european.Masculine, Forms: []string{"habitant"}},
}
