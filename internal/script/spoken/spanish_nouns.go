package spoken

var spanishPercents = map[string]noun{
	"%":          {gender: masculine, forms: []string{"por ciento"}},
	"por ciento": {gender: masculine, forms: []string{"por ciento"}},
	"‰":          {gender: masculine, forms: []string{"por mil"}},
	"p. p.":      {gender: masculine, forms: []string{"punto porcentual", "puntos porcentuales"}},
}

var spanishUnits = map[string]noun{
	"km":   {gender: masculine, forms: []string{"kilómetro", "kilómetros"}},
	"m":    {gender: masculine, forms: []string{"metro", "metros"}},
	"cm":   {gender: masculine, forms: []string{"centímetro", "centímetros"}},
	"mm":   {gender: masculine, forms: []string{"milímetro", "milímetros"}},
	"km²":  {gender: masculine, forms: []string{"kilómetro cuadrado", "kilómetros cuadrados"}},
	"km2":  {gender: masculine, forms: []string{"kilómetro cuadrado", "kilómetros cuadrados"}},
	"m²":   {gender: masculine, forms: []string{"metro cuadrado", "metros cuadrados"}},
	"m2":   {gender: masculine, forms: []string{"metro cuadrado", "metros cuadrados"}},
	"m³":   {gender: masculine, forms: []string{"metro cúbico", "metros cúbicos"}},
	"m3":   {gender: masculine, forms: []string{"metro cúbico", "metros cúbicos"}},
	"km/h": {gender: masculine, forms: []string{"kilómetro por hora", "kilómetros por hora"}},
	"m/s":  {gender: masculine, forms: []string{"metro por segundo", "metros por segundo"}},
	"kg":   {gender: masculine, forms: []string{"kilogramo", "kilogramos"}},
	"g":    {gender: masculine, forms: []string{"gramo", "gramos"}},
	"mg":   {gender: masculine, forms: []string{"miligramo", "miligramos"}},
	"t":    {gender: feminine, forms: []string{"tonelada", "toneladas"}},
	"ha":   {gender: feminine, forms: []string{"hectárea", "hectáreas"}},
	"l":    {gender: masculine, forms: []string{"litro", "litros"}},
	"L":    {gender: masculine, forms: []string{"litro", "litros"}},
	"ml":   {gender: masculine, forms: []string{"mililitro", "mililitros"}},
	"°C":   {gender: masculine, forms: []string{"grado Celsius", "grados Celsius"}},
	"ºC":   {gender: masculine, forms: []string{"grado Celsius", "grados Celsius"}},
	"°F":   {gender: masculine, forms: []string{"grado Fahrenheit", "grados Fahrenheit"}},
	"°":    {gender: masculine, forms: []string{"grado", "grados"}},
	"kW":   {gender: masculine, forms: []string{"kilovatio", "kilovatios"}},
	"MW":   {gender: masculine, forms: []string{"megavatio", "megavatios"}},
	"GW":   {gender: masculine, forms: []string{"gigavatio", "gigavatios"}},
	"TW":   {gender: masculine, forms: []string{"teravatio", "teravatios"}},
	"kWh":  {gender: masculine, forms: []string{"kilovatio hora", "kilovatios hora"}},
	"MWh":  {gender: masculine, forms: []string{"megavatio hora", "megavatios hora"}},
	"GWh":  {gender: masculine, forms: []string{"gigavatio hora", "gigavatios hora"}},
	"TWh":  {gender: masculine, forms: []string{"teravatio hora", "teravatios hora"}},
	"kV":   {gender: masculine, forms: []string{"kilovoltio", "kilovoltios"}},
	"MHz":  {gender: masculine, forms: []string{"megahercio", "megahercios"}},
	"GHz":  {gender: masculine, forms: []string{"gigahercio", "gigahercios"}},
	"kB":   {gender: masculine, forms: []string{"kilobyte", "kilobytes"}},
	"MB":   {gender: masculine, forms: []string{"megabyte", "megabytes"}},
	"GB":   {gender: masculine, forms: []string{"gigabyte", "gigabytes"}},
	"TB":   {gender: masculine, forms: []string{"terabyte", "terabytes"}},
	"h":    {gender: feminine, forms: []string{"hora", "horas"}},
	"min":  {gender: masculine, forms: []string{"minuto", "minutos"}},
	"seg.": {gender: masculine, forms: []string{"segundo", "segundos"}},
	"hab.": {gender: masculine, forms: []string{"habitante", "habitantes"}},
}

var spanishMagnitudes = map[string]noun{
	"M":            spanishMillion,
	"mill.":        spanishMillion,
	"millón":       spanishMillion,
	"millones":     spanishMillion,
	"mil millones": spanishMilliard,
	"mil M":        spanishMilliard,
	"billón":       spanishBillion,
	"billones":     spanishBillion,
	"mil":          spanishThousand,
}

var (
	spanishThousand = noun{gender: masculine, forms: []string{"mil"}}
	spanishMillion  = noun{gender: masculine, forms: []string{"millón", "millones"}}
	spanishMilliard = noun{gender: masculine, forms: []string{"mil millones"}}
	spanishBillion  = noun{gender: masculine, forms: []string{"billón", "billones"}}
)

var spanishCurrencies = map[string]noun{
	"€":       spanishEuro,
	"euro":    spanishEuro,
	"euros":   spanishEuro,
	"EUR":     spanishEuro,
	"$":       spanishDollar,
	"dólar":   spanishDollar,
	"dólares": spanishDollar,
	"US$":     {gender: masculine, forms: []string{"dólar estadounidense", "dólares estadounidenses"}},
	"USD":     {gender: masculine, forms: []string{"dólar estadounidense", "dólares estadounidenses"}},
	"£":       {gender: feminine, forms: []string{"libra", "libras"}},
	"libras":  {gender: feminine, forms: []string{"libra", "libras"}},
	"GBP":     {gender: feminine, forms: []string{"libra esterlina", "libras esterlinas"}},
	"CHF":     {gender: masculine, forms: []string{"franco suizo", "francos suizos"}},
	"francos": {gender: masculine, forms: []string{"franco", "francos"}},
	"zł":      {gender: masculine, forms: []string{"esloti", "eslotis"}},
	"PLN":     {gender: masculine, forms: []string{"esloti", "eslotis"}},
	"eslotis": {gender: masculine, forms: []string{"esloti", "eslotis"}},
	"₴":       {gender: feminine, forms: []string{"grivna", "grivnas"}},
	"UAH":     {gender: feminine, forms: []string{"grivna", "grivnas"}},
	"grivna":  {gender: feminine, forms: []string{"grivna", "grivnas"}},
	"grivnas": {gender: feminine, forms: []string{"grivna", "grivnas"}},
	"₽":       {gender: masculine, forms: []string{"rublo", "rublos"}},
	"rublos":  {gender: masculine, forms: []string{"rublo", "rublos"}},
	"¥":       {gender: masculine, forms: []string{"yen", "yenes"}},
	"yenes":   {gender: masculine, forms: []string{"yen", "yenes"}},
	"pesos":   {gender: masculine, forms: []string{"peso", "pesos"}},
}

var (
	spanishEuro   = noun{gender: masculine, forms: []string{"euro", "euros"}, cent: &noun{gender: masculine, forms: []string{"céntimo", "céntimos"}}}
	spanishDollar = noun{gender: masculine, forms: []string{"dólar", "dólares"}, cent: &noun{gender: masculine, forms: []string{"centavo", "centavos"}}}
)

var spanishSpans = map[string]noun{
	"mes":       {gender: masculine, forms: []string{"mes"}},
	"año":       {gender: masculine, forms: []string{"año"}},
	"día":       {gender: masculine, forms: []string{"día"}},
	"semana":    {gender: feminine, forms: []string{"semana"}},
	"hora":      {gender: feminine, forms: []string{"hora"}},
	"persona":   {gender: feminine, forms: []string{"persona"}},
	"habitante": {gender: masculine, forms: []string{"habitante"}},
}
