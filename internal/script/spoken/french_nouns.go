package spoken

var frenchPercents = map[string]noun{
	"%":         {gender: masculine, forms: []string{"pour cent"}},
	"pour cent": {gender: masculine, forms: []string{"pour cent"}},
	"‰":         {gender: masculine, forms: []string{"pour mille"}},
	"pt":        {gender: masculine, forms: []string{"point", "points"}},
	"pts":       {gender: masculine, forms: []string{"point", "points"}},
}

var frenchUnits = map[string]noun{
	"km":   {gender: masculine, forms: []string{"kilomètre", "kilomètres"}},
	"m":    {gender: masculine, forms: []string{"mètre", "mètres"}},
	"cm":   {gender: masculine, forms: []string{"centimètre", "centimètres"}},
	"mm":   {gender: masculine, forms: []string{"millimètre", "millimètres"}},
	"km²":  {gender: masculine, forms: []string{"kilomètre carré", "kilomètres carrés"}},
	"km2":  {gender: masculine, forms: []string{"kilomètre carré", "kilomètres carrés"}},
	"m²":   {gender: masculine, forms: []string{"mètre carré", "mètres carrés"}},
	"m2":   {gender: masculine, forms: []string{"mètre carré", "mètres carrés"}},
	"m³":   {gender: masculine, forms: []string{"mètre cube", "mètres cubes"}},
	"m3":   {gender: masculine, forms: []string{"mètre cube", "mètres cubes"}},
	"km/h": {gender: masculine, forms: []string{"kilomètre-heure", "kilomètres-heure"}},
	"m/s":  {gender: masculine, forms: []string{"mètre par seconde", "mètres par seconde"}},
	"kg":   {gender: masculine, forms: []string{"kilogramme", "kilogrammes"}},
	"g":    {gender: masculine, forms: []string{"gramme", "grammes"}},
	"mg":   {gender: masculine, forms: []string{"milligramme", "milligrammes"}},
	"t":    {gender: feminine, forms: []string{"tonne", "tonnes"}},
	"ha":   {gender: masculine, forms: []string{"hectare", "hectares"}},
	"l":    {gender: masculine, forms: []string{"litre", "litres"}},
	"L":    {gender: masculine, forms: []string{"litre", "litres"}},
	"ml":   {gender: masculine, forms: []string{"millilitre", "millilitres"}},
	"mL":   {gender: masculine, forms: []string{"millilitre", "millilitres"}},
	"°C":   {gender: masculine, forms: []string{"degré Celsius", "degrés Celsius"}},
	"°F":   {gender: masculine, forms: []string{"degré Fahrenheit", "degrés Fahrenheit"}},
	"°":    {gender: masculine, forms: []string{"degré", "degrés"}},
	"kW":   {gender: masculine, forms: []string{"kilowatt", "kilowatts"}},
	"MW":   {gender: masculine, forms: []string{"mégawatt", "mégawatts"}},
	"GW":   {gender: masculine, forms: []string{"gigawatt", "gigawatts"}},
	"TW":   {gender: masculine, forms: []string{"térawatt", "térawatts"}},
	"kWh":  {gender: masculine, forms: []string{"kilowattheure", "kilowattheures"}},
	"MWh":  {gender: masculine, forms: []string{"mégawattheure", "mégawattheures"}},
	"GWh":  {gender: masculine, forms: []string{"gigawattheure", "gigawattheures"}},
	"TWh":  {gender: masculine, forms: []string{"térawattheure", "térawattheures"}},
	"kV":   {gender: masculine, forms: []string{"kilovolt", "kilovolts"}},
	"MHz":  {gender: masculine, forms: []string{"mégahertz"}},
	"GHz":  {gender: masculine, forms: []string{"gigahertz"}},
	"ko":   {gender: masculine, forms: []string{"kilooctet", "kilooctets"}},
	"Mo":   {gender: masculine, forms: []string{"mégaoctet", "mégaoctets"}},
	"Go":   {gender: masculine, forms: []string{"gigaoctet", "gigaoctets"}},
	"To":   {gender: masculine, forms: []string{"téraoctet", "téraoctets"}},
	"min":  {gender: feminine, forms: []string{"minute", "minutes"}},
	"sec.": {gender: feminine, forms: []string{"seconde", "secondes"}},
	"hab.": {gender: masculine, forms: []string{"habitant", "habitants"}},
}

var frenchMagnitudes = map[string]noun{
	"M":         frenchMillion,
	"Mio":       frenchMillion,
	"million":   frenchMillion,
	"millions":  frenchMillion,
	"Md":        frenchMilliard,
	"Mds":       frenchMilliard,
	"Mrd":       frenchMilliard,
	"milliard":  frenchMilliard,
	"milliards": frenchMilliard,
}

var (
	frenchMillion  = noun{gender: masculine, forms: []string{"million", "millions"}}
	frenchMilliard = noun{gender: masculine, forms: []string{"milliard", "milliards"}}
)

var frenchCurrencies = map[string]noun{
	"€":        frenchEuro,
	"euro":     frenchEuro,
	"euros":    frenchEuro,
	"EUR":      frenchEuro,
	"$":        {gender: masculine, forms: []string{"dollar", "dollars"}, cent: frenchCent},
	"dollar":   {gender: masculine, forms: []string{"dollar", "dollars"}, cent: frenchCent},
	"dollars":  {gender: masculine, forms: []string{"dollar", "dollars"}, cent: frenchCent},
	"US$":      {gender: masculine, forms: []string{"dollar américain", "dollars américains"}},
	"USD":      {gender: masculine, forms: []string{"dollar américain", "dollars américains"}},
	"£":        {gender: feminine, forms: []string{"livre", "livres"}},
	"livres":   {gender: feminine, forms: []string{"livre", "livres"}},
	"GBP":      {gender: feminine, forms: []string{"livre sterling", "livres sterling"}},
	"CHF":      {gender: masculine, forms: []string{"franc suisse", "francs suisses"}},
	"francs":   {gender: masculine, forms: []string{"franc", "francs"}},
	"zł":       {gender: masculine, forms: []string{"zloty", "zlotys"}},
	"PLN":      {gender: masculine, forms: []string{"zloty", "zlotys"}},
	"zlotys":   {gender: masculine, forms: []string{"zloty", "zlotys"}},
	"₴":        {gender: feminine, forms: []string{"hryvnia", "hryvnias"}},
	"UAH":      {gender: feminine, forms: []string{"hryvnia", "hryvnias"}},
	"hryvnia":  {gender: feminine, forms: []string{"hryvnia", "hryvnias"}},
	"hryvnias": {gender: feminine, forms: []string{"hryvnia", "hryvnias"}},
	"₽":        {gender: masculine, forms: []string{"rouble", "roubles"}},
	"roubles":  {gender: masculine, forms: []string{"rouble", "roubles"}},
	"¥":        {gender: masculine, forms: []string{"yen", "yens"}},
	"yens":     {gender: masculine, forms: []string{"yen", "yens"}},
}

var (
	frenchCentime = &noun{gender: masculine, forms: []string{"centime", "centimes"}}
	frenchCent    = &noun{gender: masculine, forms: []string{"cent", "cents"}}
	frenchEuro    = noun{gender: masculine, forms: []string{"euro", "euros"}, cent: frenchCentime}
)

var frenchSpans = map[string]noun{
	"mois":     {gender: masculine, forms: []string{"mois"}},
	"an":       {gender: masculine, forms: []string{"an"}},
	"jour":     {gender: masculine, forms: []string{"jour"}},
	"semaine":  {gender: feminine, forms: []string{"semaine"}},
	"heure":    {gender: feminine, forms: []string{"heure"}},
	"h":        {gender: feminine, forms: []string{"heure"}},
	"personne": {gender: feminine, forms: []string{"personne"}},
	"habitant": {gender: masculine, forms: []string{"habitant"}},
}
