package es

import (
	"github.com/aloud-audio/aloud/internal/lang/grammar"
)

var percents = map[string]grammar.Noun{
	"%":          {Gender: grammar.Masculine, Forms: []string{"por ciento"}},
	"por ciento": {Gender: grammar.Masculine, Forms: []string{"por ciento"}},
	"‰":          {Gender: grammar.Masculine, Forms: []string{"por mil"}},
	"p. p.":      {Gender: grammar.Masculine, Forms: []string{"punto porcentual", "puntos porcentuales"}},
}

var units = map[string]grammar.Noun{
	"km":   {Gender: grammar.Masculine, Forms: []string{"kilómetro", "kilómetros"}},
	"m":    {Gender: grammar.Masculine, Forms: []string{"metro", "metros"}},
	"cm":   {Gender: grammar.Masculine, Forms: []string{"centímetro", "centímetros"}},
	"mm":   {Gender: grammar.Masculine, Forms: []string{"milímetro", "milímetros"}},
	"km²":  {Gender: grammar.Masculine, Forms: []string{"kilómetro cuadrado", "kilómetros cuadrados"}},
	"km2":  {Gender: grammar.Masculine, Forms: []string{"kilómetro cuadrado", "kilómetros cuadrados"}},
	"m²":   {Gender: grammar.Masculine, Forms: []string{"metro cuadrado", "metros cuadrados"}},
	"m2":   {Gender: grammar.Masculine, Forms: []string{"metro cuadrado", "metros cuadrados"}},
	"m³":   {Gender: grammar.Masculine, Forms: []string{"metro cúbico", "metros cúbicos"}},
	"m3":   {Gender: grammar.Masculine, Forms: []string{"metro cúbico", "metros cúbicos"}},
	"km/h": {Gender: grammar.Masculine, Forms: []string{"kilómetro por hora", "kilómetros por hora"}},
	"m/s":  {Gender: grammar.Masculine, Forms: []string{"metro por segundo", "metros por segundo"}},
	"kg":   {Gender: grammar.Masculine, Forms: []string{"kilogramo", "kilogramos"}},
	"g":    {Gender: grammar.Masculine, Forms: []string{"gramo", "gramos"}},
	"mg":   {Gender: grammar.Masculine, Forms: []string{"miligramo", "miligramos"}},
	"t":    {Gender: grammar.Feminine, Forms: []string{"tonelada", "toneladas"}},
	"ha":   {Gender: grammar.Feminine, Forms: []string{"hectárea", "hectáreas"}},
	"l":    {Gender: grammar.Masculine, Forms: []string{"litro", "litros"}},
	"L":    {Gender: grammar.Masculine, Forms: []string{"litro", "litros"}},
	"ml":   {Gender: grammar.Masculine, Forms: []string{"mililitro", "mililitros"}},
	"°C":   {Gender: grammar.Masculine, Forms: []string{"grado Celsius", "grados Celsius"}},
	"ºC":   {Gender: grammar.Masculine, Forms: []string{"grado Celsius", "grados Celsius"}},
	"°F":   {Gender: grammar.Masculine, Forms: []string{"grado Fahrenheit", "grados Fahrenheit"}},
	"°":    {Gender: grammar.Masculine, Forms: []string{"grado", "grados"}},
	"kW":   {Gender: grammar.Masculine, Forms: []string{"kilovatio", "kilovatios"}},
	"MW":   {Gender: grammar.Masculine, Forms: []string{"megavatio", "megavatios"}},
	"GW":   {Gender: grammar.Masculine, Forms: []string{"gigavatio", "gigavatios"}},
	"TW":   {Gender: grammar.Masculine, Forms: []string{"teravatio", "teravatios"}},
	"kWh":  {Gender: grammar.Masculine, Forms: []string{"kilovatio hora", "kilovatios hora"}},
	"MWh":  {Gender: grammar.Masculine, Forms: []string{"megavatio hora", "megavatios hora"}},
	"GWh":  {Gender: grammar.Masculine, Forms: []string{"gigavatio hora", "gigavatios hora"}},
	"TWh":  {Gender: grammar.Masculine, Forms: []string{"teravatio hora", "teravatios hora"}},
	"kV":   {Gender: grammar.Masculine, Forms: []string{"kilovoltio", "kilovoltios"}},
	"MHz":  {Gender: grammar.Masculine, Forms: []string{"megahercio", "megahercios"}},
	"GHz":  {Gender: grammar.Masculine, Forms: []string{"gigahercio", "gigahercios"}},
	"kB":   {Gender: grammar.Masculine, Forms: []string{"kilobyte", "kilobytes"}},
	"MB":   {Gender: grammar.Masculine, Forms: []string{"megabyte", "megabytes"}},
	"GB":   {Gender: grammar.Masculine, Forms: []string{"gigabyte", "gigabytes"}},
	"TB":   {Gender: grammar.Masculine, Forms: []string{"terabyte", "terabytes"}},
	"h":    {Gender: grammar.Feminine, Forms: []string{"hora", "horas"}},
	"min":  {Gender: grammar.Masculine, Forms: []string{"minuto", "minutos"}},
	"seg.": {Gender: grammar.Masculine, Forms: []string{"segundo", "segundos"}},
	"hab.": {Gender: grammar.Masculine, Forms: []string{"habitante", "habitantes"}},
}

var magnitudes = map[string]grammar.Noun{
	"M":            million,
	"mill.":        million,
	"millón":       million,
	"millones":     million,
	"mil millones": milliard,
	"mil M":        milliard,
	"billón":       billion,
	"billones":     billion,
	"mil":          thousand,
}

var (
	thousand = grammar.Noun{Gender: grammar.Masculine, Forms: []string{"mil"}}
	million  = grammar.Noun{Gender: grammar.Masculine, Forms: []string{"millón", "millones"}}
	milliard = grammar.Noun{Gender: grammar.Masculine, Forms: []string{"mil millones"}}
	billion  = grammar.Noun{Gender: grammar.Masculine, Forms: []string{"billón", "billones"}}
)

var currencies = map[string]grammar.Noun{
	"€":       euro,
	"euro":    euro,
	"euros":   euro,
	"EUR":     euro,
	"$":       dollar,
	"dólar":   dollar,
	"dólares": dollar,
	"US$":     {Gender: grammar.Masculine, Forms: []string{"dólar estadounidense", "dólares estadounidenses"}},
	"USD":     {Gender: grammar.Masculine, Forms: []string{"dólar estadounidense", "dólares estadounidenses"}},
	"£":       {Gender: grammar.Feminine, Forms: []string{"libra", "libras"}},
	"libras":  {Gender: grammar.Feminine, Forms: []string{"libra", "libras"}},
	"GBP":     {Gender: grammar.Feminine, Forms: []string{"libra esterlina", "libras esterlinas"}},
	"CHF":     {Gender: grammar.Masculine, Forms: []string{"franco suizo", "francos suizos"}},
	"francos": {Gender: grammar.Masculine, Forms: []string{"franco", "francos"}},
	"zł":      {Gender: grammar.Masculine, Forms: []string{"esloti", "eslotis"}},
	"PLN":     {Gender: grammar.Masculine, Forms: []string{"esloti", "eslotis"}},
	"eslotis": {Gender: grammar.Masculine, Forms: []string{"esloti", "eslotis"}},
	"₴":       {Gender: grammar.Feminine, Forms: []string{"grivna", "grivnas"}},
	"UAH":     {Gender: grammar.Feminine, Forms: []string{"grivna", "grivnas"}},
	"grivna":  {Gender: grammar.Feminine, Forms: []string{"grivna", "grivnas"}},
	"grivnas": {Gender: grammar.Feminine, Forms: []string{"grivna", "grivnas"}},
	"₽":       {Gender: grammar.Masculine, Forms: []string{"rublo", "rublos"}},
	"rublos":  {Gender: grammar.Masculine, Forms: []string{"rublo", "rublos"}},
	"¥":       {Gender: grammar.Masculine, Forms: []string{"yen", "yenes"}},
	"yenes":   {Gender: grammar.Masculine, Forms: []string{"yen", "yenes"}},
	"pesos":   {Gender: grammar.Masculine, Forms: []string{"peso", "pesos"}},
}

var (
	euro   = grammar.Noun{Gender: grammar.Masculine, Forms: []string{"euro", "euros"}, Cent: &grammar.Noun{Gender: grammar.Masculine, Forms: []string{"céntimo", "céntimos"}}}
	dollar = grammar.Noun{Gender: grammar.Masculine, Forms: []string{"dólar", "dólares"}, Cent: &grammar.Noun{Gender: grammar.Masculine, Forms: []string{"centavo", "centavos"}}}
)

var spans = map[string]grammar.Noun{
	"mes":       {Gender: grammar.Masculine, Forms: []string{"mes"}},
	"año":       {Gender: grammar.Masculine, Forms: []string{"año"}},
	"día":       {Gender: grammar.Masculine, Forms: []string{"día"}},
	"semana":    {Gender: grammar.Feminine, Forms: []string{"semana"}},
	"hora":      {Gender: grammar.Feminine, Forms: []string{"hora"}},
	"persona":   {Gender: grammar.Feminine, Forms: []string{"persona"}},
	"habitante": {Gender: grammar.Masculine, Forms: []string{"habitante"}},
}
