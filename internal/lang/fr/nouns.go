package fr

import (
	"github.com/aloud-audio/aloud/internal/lang/grammar"
)

var percents = map[string]grammar.Noun{
	"%":         {Gender: grammar.Masculine, Forms: []string{"pour cent"}},
	"pour cent": {Gender: grammar.Masculine, Forms: []string{"pour cent"}},
	"‰":         {Gender: grammar.Masculine, Forms: []string{"pour mille"}},
	"pt":        {Gender: grammar.Masculine, Forms: []string{"point", "points"}},
	"pts":       {Gender: grammar.Masculine, Forms: []string{"point", "points"}},
}

var units = map[string]grammar.Noun{
	"km":   {Gender: grammar.Masculine, Forms: []string{"kilomètre", "kilomètres"}},
	"m":    {Gender: grammar.Masculine, Forms: []string{"mètre", "mètres"}},
	"cm":   {Gender: grammar.Masculine, Forms: []string{"centimètre", "centimètres"}},
	"mm":   {Gender: grammar.Masculine, Forms: []string{"millimètre", "millimètres"}},
	"km²":  {Gender: grammar.Masculine, Forms: []string{"kilomètre carré", "kilomètres carrés"}},
	"km2":  {Gender: grammar.Masculine, Forms: []string{"kilomètre carré", "kilomètres carrés"}},
	"m²":   {Gender: grammar.Masculine, Forms: []string{"mètre carré", "mètres carrés"}},
	"m2":   {Gender: grammar.Masculine, Forms: []string{"mètre carré", "mètres carrés"}},
	"m³":   {Gender: grammar.Masculine, Forms: []string{"mètre cube", "mètres cubes"}},
	"m3":   {Gender: grammar.Masculine, Forms: []string{"mètre cube", "mètres cubes"}},
	"km/h": {Gender: grammar.Masculine, Forms: []string{"kilomètre-heure", "kilomètres-heure"}},
	"m/s":  {Gender: grammar.Masculine, Forms: []string{"mètre par seconde", "mètres par seconde"}},
	"kg":   {Gender: grammar.Masculine, Forms: []string{"kilogramme", "kilogrammes"}},
	"g":    {Gender: grammar.Masculine, Forms: []string{"gramme", "grammes"}},
	"mg":   {Gender: grammar.Masculine, Forms: []string{"milligramme", "milligrammes"}},
	"t":    {Gender: grammar.Feminine, Forms: []string{"tonne", "tonnes"}},
	"ha":   {Gender: grammar.Masculine, Forms: []string{"hectare", "hectares"}},
	"l":    {Gender: grammar.Masculine, Forms: []string{"litre", "litres"}},
	"L":    {Gender: grammar.Masculine, Forms: []string{"litre", "litres"}},
	"ml":   {Gender: grammar.Masculine, Forms: []string{"millilitre", "millilitres"}},
	"mL":   {Gender: grammar.Masculine, Forms: []string{"millilitre", "millilitres"}},
	"°C":   {Gender: grammar.Masculine, Forms: []string{"degré Celsius", "degrés Celsius"}},
	"°F":   {Gender: grammar.Masculine, Forms: []string{"degré Fahrenheit", "degrés Fahrenheit"}},
	"°":    {Gender: grammar.Masculine, Forms: []string{"degré", "degrés"}},
	"kW":   {Gender: grammar.Masculine, Forms: []string{"kilowatt", "kilowatts"}},
	"MW":   {Gender: grammar.Masculine, Forms: []string{"mégawatt", "mégawatts"}},
	"GW":   {Gender: grammar.Masculine, Forms: []string{"gigawatt", "gigawatts"}},
	"TW":   {Gender: grammar.Masculine, Forms: []string{"térawatt", "térawatts"}},
	"kWh":  {Gender: grammar.Masculine, Forms: []string{"kilowattheure", "kilowattheures"}},
	"MWh":  {Gender: grammar.Masculine, Forms: []string{"mégawattheure", "mégawattheures"}},
	"GWh":  {Gender: grammar.Masculine, Forms: []string{"gigawattheure", "gigawattheures"}},
	"TWh":  {Gender: grammar.Masculine, Forms: []string{"térawattheure", "térawattheures"}},
	"kV":   {Gender: grammar.Masculine, Forms: []string{"kilovolt", "kilovolts"}},
	"MHz":  {Gender: grammar.Masculine, Forms: []string{"mégahertz"}},
	"GHz":  {Gender: grammar.Masculine, Forms: []string{"gigahertz"}},
	"ko":   {Gender: grammar.Masculine, Forms: []string{"kilooctet", "kilooctets"}},
	"Mo":   {Gender: grammar.Masculine, Forms: []string{"mégaoctet", "mégaoctets"}},
	"Go":   {Gender: grammar.Masculine, Forms: []string{"gigaoctet", "gigaoctets"}},
	"To":   {Gender: grammar.Masculine, Forms: []string{"téraoctet", "téraoctets"}},
	"min":  {Gender: grammar.Feminine, Forms: []string{"minute", "minutes"}},
	"sec.": {Gender: grammar.Feminine, Forms: []string{"seconde", "secondes"}},
	"hab.": {Gender: grammar.Masculine, Forms: []string{"habitant", "habitants"}},
}

var magnitudes = map[string]grammar.Noun{
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
	million  = grammar.Noun{Gender: grammar.Masculine, Forms: []string{"million", "millions"}}
	milliard = grammar.Noun{Gender: grammar.Masculine, Forms: []string{"milliard", "milliards"}}
)

var currencies = map[string]grammar.Noun{
	"€":        euro,
	"euro":     euro,
	"euros":    euro,
	"EUR":      euro,
	"$":        {Gender: grammar.Masculine, Forms: []string{"dollar", "dollars"}, Cent: cent},
	"dollar":   {Gender: grammar.Masculine, Forms: []string{"dollar", "dollars"}, Cent: cent},
	"dollars":  {Gender: grammar.Masculine, Forms: []string{"dollar", "dollars"}, Cent: cent},
	"US$":      {Gender: grammar.Masculine, Forms: []string{"dollar américain", "dollars américains"}},
	"USD":      {Gender: grammar.Masculine, Forms: []string{"dollar américain", "dollars américains"}},
	"£":        {Gender: grammar.Feminine, Forms: []string{"livre", "livres"}},
	"livres":   {Gender: grammar.Feminine, Forms: []string{"livre", "livres"}},
	"GBP":      {Gender: grammar.Feminine, Forms: []string{"livre sterling", "livres sterling"}},
	"CHF":      {Gender: grammar.Masculine, Forms: []string{"franc suisse", "francs suisses"}},
	"francs":   {Gender: grammar.Masculine, Forms: []string{"franc", "francs"}},
	"zł":       {Gender: grammar.Masculine, Forms: []string{"zloty", "zlotys"}},
	"PLN":      {Gender: grammar.Masculine, Forms: []string{"zloty", "zlotys"}},
	"zlotys":   {Gender: grammar.Masculine, Forms: []string{"zloty", "zlotys"}},
	"₴":        {Gender: grammar.Feminine, Forms: []string{"hryvnia", "hryvnias"}},
	"UAH":      {Gender: grammar.Feminine, Forms: []string{"hryvnia", "hryvnias"}},
	"hryvnia":  {Gender: grammar.Feminine, Forms: []string{"hryvnia", "hryvnias"}},
	"hryvnias": {Gender: grammar.Feminine, Forms: []string{"hryvnia", "hryvnias"}},
	"₽":        {Gender: grammar.Masculine, Forms: []string{"rouble", "roubles"}},
	"roubles":  {Gender: grammar.Masculine, Forms: []string{"rouble", "roubles"}},
	"¥":        {Gender: grammar.Masculine, Forms: []string{"yen", "yens"}},
	"yens":     {Gender: grammar.Masculine, Forms: []string{"yen", "yens"}},
}

var (
	centime = &grammar.Noun{Gender: grammar.Masculine, Forms: []string{"centime", "centimes"}}
	cent    = &grammar.Noun{Gender: grammar.Masculine, Forms: []string{"cent", "cents"}}
	euro    = grammar.Noun{Gender: grammar.Masculine, Forms: []string{"euro", "euros"}, Cent: centime}
)

var spans = map[string]grammar.Noun{
	"mois":     {Gender: grammar.Masculine, Forms: []string{"mois"}},
	"an":       {Gender: grammar.Masculine, Forms: []string{"an"}},
	"jour":     {Gender: grammar.Masculine, Forms: []string{"jour"}},
	"semaine":  {Gender: grammar.Feminine, Forms: []string{"semaine"}},
	"heure":    {Gender: grammar.Feminine, Forms: []string{"heure"}},
	"h":        {Gender: grammar.Feminine, Forms: []string{"heure"}},
	"personne": {Gender: grammar.Feminine, Forms: []string{"personne"}},
	"habitant": {Gender: grammar.Masculine, Forms: []string{"habitant"}},
}
