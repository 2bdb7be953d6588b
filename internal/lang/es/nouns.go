package es

import (
	"github.com/aloud-audio/aloud/internal/lang/european"
)

var percents = map[string]european.Noun{
	"%":          {Gender: european.Masculine, Forms: []string{"por ciento"}},
	"por ciento": {Gender: european.Masculine, Forms: []string{"por ciento"}},
	"‰":          {Gender: european.Masculine, Forms: []string{"por mil"}},
	"p. p.":      {Gender: european.Masculine, Forms: []string{"punto porcentual", "puntos porcentuales"}},
}

var units = map[string]european.Noun{
	"km":   {Gender: european.Masculine, Forms: []string{"kilómetro", "kilómetros"}},
	"m":    {Gender: european.Masculine, Forms: []string{"metro", "metros"}},
	"cm":   {Gender: european.Masculine, Forms: []string{"centímetro", "centímetros"}},
	"mm":   {Gender: european.Masculine, Forms: []string{"milímetro", "milímetros"}},
	"km²":  {Gender: european.Masculine, Forms: []string{"kilómetro cuadrado", "kilómetros cuadrados"}},
	"km2":  {Gender: european.Masculine, Forms: []string{"kilómetro cuadrado", "kilómetros cuadrados"}},
	"m²":   {Gender: european.Masculine, Forms: []string{"metro cuadrado", "metros cuadrados"}},
	"m2":   {Gender: european.Masculine, Forms: []string{"metro cuadrado", "metros cuadrados"}},
	"m³":   {Gender: european.Masculine, Forms: []string{"metro cúbico", "metros cúbicos"}},
	"m3":   {Gender: european.Masculine, Forms: []string{"metro cúbico", "metros cúbicos"}},
	"km/h": {Gender: european.Masculine, Forms: []string{"kilómetro por hora", "kilómetros por hora"}},
	"m/s":  {Gender: european.Masculine, Forms: []string{"metro por segundo", "metros por segundo"}},
	"kg":   {Gender: european.Masculine, Forms: []string{"kilogramo", "kilogramos"}},
	"g":    {Gender: european.Masculine, Forms: []string{"gramo", "gramos"}},
	"mg":   {Gender: european.Masculine, Forms: []string{"miligramo", "miligramos"}},
	"t":    {Gender: european.Feminine, Forms: []string{"tonelada", "toneladas"}},
	"ha":   {Gender: european.Feminine, Forms: []string{"hectárea", "hectáreas"}},
	"l":    {Gender: european.Masculine, Forms: []string{"litro", "litros"}},
	"L":    {Gender: european.Masculine, Forms: []string{"litro", "litros"}},
	"ml":   {Gender: european.Masculine, Forms: []string{"mililitro", "mililitros"}},
	"°C":   {Gender: european.Masculine, Forms: []string{"grado Celsius", "grados Celsius"}},
	"ºC":   {Gender: european.Masculine, Forms: []string{"grado Celsius", "grados Celsius"}},
	"°F":   {Gender: european.Masculine, Forms: []string{"grado Fahrenheit", "grados Fahrenheit"}},
	"°":    {Gender: european.Masculine, Forms: []string{"grado", "grados"}},
	"kW":   {Gender: european.Masculine, Forms: []string{"kilovatio", "kilovatios"}},
	"MW":   {Gender: european.Masculine, Forms: []string{"megavatio", "megavatios"}},
	"GW":   {Gender: european.Masculine, Forms: []string{"gigavatio", "gigavatios"}},
	"TW":   {Gender: european.Masculine, Forms: []string{"teravatio", "teravatios"}},
	"kWh":  {Gender: european.Masculine, Forms: []string{"kilovatio hora", "kilovatios hora"}},
	"MWh":  {Gender: european.Masculine, Forms: []string{"megavatio hora", "megavatios hora"}},
	"GWh":  {Gender: european.Masculine, Forms: []string{"gigavatio hora", "gigavatios hora"}},
	"TWh":  {Gender: european.Masculine, Forms: []string{"teravatio hora", "teravatios hora"}},
	"kV":   {Gender: european.Masculine, Forms: []string{"kilovoltio", "kilovoltios"}},
	"MHz":  {Gender: european.Masculine, Forms: []string{"megahercio", "megahercios"}},
	"GHz":  {Gender: european.Masculine, Forms: []string{"gigahercio", "gigahercios"}},
	"kB":   {Gender: european.Masculine, Forms: []string{"kilobyte", "kilobytes"}},
	"MB":   {Gender: european.Masculine, Forms: []string{"megabyte", "megabytes"}},
	"GB":   {Gender: european.Masculine, Forms: []string{"gigabyte", "gigabytes"}},
	"TB":   {Gender: european.Masculine, Forms: []string{"terabyte", "terabytes"}},
	"h":    {Gender: european.Feminine, Forms: []string{"hora", "horas"}},
	"min":  {Gender: european.Masculine, Forms: []string{"minuto", "minutos"}},
	"seg.": {Gender: european.Masculine, Forms: []string{"segundo", "segundos"}},
	"hab.": {Gender: european.Masculine, Forms: []string{"habitante", "habitantes"}},
}

var magnitudes = map[string]european.Noun{
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
	thousand = european.Noun{Gender: european.Masculine, Forms: []string{"mil"}}
	million  = european.Noun{Gender: european.Masculine, Forms: []string{"millón", "millones"}}
	milliard = european.Noun{Gender: european.Masculine, Forms: []string{"mil millones"}}
	billion  = european.Noun{Gender: european.Masculine, Forms: []string{"billón", "billones"}}
)

var currencies = map[string]european.Noun{
	"€":       euro,
	"euro":    euro,
	"euros":   euro,
	"EUR":     euro,
	"$":       dollar,
	"dólar":   dollar,
	"dólares": dollar,
	"US$":     {Gender: european.Masculine, Forms: []string{"dólar estadounidense", "dólares estadounidenses"}},
	"USD":     {Gender: european.Masculine, Forms: []string{"dólar estadounidense", "dólares estadounidenses"}},
	"£":       {Gender: european.Feminine, Forms: []string{"libra", "libras"}},
	"libras":  {Gender: european.Feminine, Forms: []string{"libra", "libras"}},
	"GBP":     {Gender: european.Feminine, Forms: []string{"libra esterlina", "libras esterlinas"}},
	"CHF":     {Gender: european.Masculine, Forms: []string{"franco suizo", "francos suizos"}},
	"francos": {Gender: european.Masculine, Forms: []string{"franco", "francos"}},
	"zł":      {Gender: european.Masculine, Forms: []string{"esloti", "eslotis"}},
	"PLN":     {Gender: european.Masculine, Forms: []string{"esloti", "eslotis"}},
	"eslotis": {Gender: european.Masculine, Forms: []string{"esloti", "eslotis"}},
	"₴":       {Gender: european.Feminine, Forms: []string{"grivna", "grivnas"}},
	"UAH":     {Gender: european.Feminine, Forms: []string{"grivna", "grivnas"}},
	"grivna":  {Gender: european.Feminine, Forms: []string{"grivna", "grivnas"}},
	"grivnas": {Gender: european.Feminine, Forms: []string{"grivna", "grivnas"}},
	"₽":       {Gender: european.Masculine, Forms: []string{"rublo", "rublos"}},
	"rublos":  {Gender: european.Masculine, Forms: []string{"rublo", "rublos"}},
	"¥":       {Gender: european.Masculine, Forms: []string{"yen", "yenes"}},
	"yenes":   {Gender: european.Masculine, Forms: []string{"yen", "yenes"}},
	"pesos":   {Gender: european.Masculine, Forms: []string{"peso", "pesos"}},
}

var (
	euro   = european.Noun{Gender: european.Masculine, Forms: []string{"euro", "euros"}, Cent: &european.Noun{Gender: european.Masculine, Forms: []string{"céntimo", "céntimos"}}}
	dollar = european.Noun{Gender: european.Masculine, Forms: []string{"dólar", "dólares"}, Cent: &european.Noun{Gender: european.Masculine, Forms: []string{"centavo", "centavos"}}}
)

var spans = map[string]european.Noun{
	"mes":       {Gender: european.Masculine, Forms: []string{"mes"}},
	"año":       {Gender: european.Masculine, Forms: []string{"año"}},
	"día":       {Gender: european.Masculine, Forms: []string{"día"}},
	"semana":    {Gender: european.Feminine, Forms: []string{"semana"}},
	"hora":      {Gender: european.Feminine, Forms: []string{"hora"}},
	"persona":   {Gender: european.Feminine, Forms: []string{"persona"}},
	"habitante": {Gender: european.Masculine, Forms: []string{"habitante"}},
}
