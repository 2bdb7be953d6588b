package spoken

var germanPercents = map[string]noun{
	"%":             {gender: neuter, forms: []string{"Prozent"}},
	"Prozent":       {gender: neuter, forms: []string{"Prozent"}},
	"%-Punkte":      {gender: masculine, forms: []string{"Prozentpunkt", "Prozentpunkte"}},
	"Prozentpunkt":  {gender: masculine, forms: []string{"Prozentpunkt"}},
	"Prozentpunkte": {gender: masculine, forms: []string{"Prozentpunkt", "Prozentpunkte"}},
	"‰":             {gender: neuter, forms: []string{"Promille"}},
}

var germanUnits = map[string]noun{
	"km":   {gender: masculine, forms: []string{"Kilometer"}},
	"m":    {gender: masculine, forms: []string{"Meter"}},
	"cm":   {gender: masculine, forms: []string{"Zentimeter"}},
	"mm":   {gender: masculine, forms: []string{"Millimeter"}},
	"km²":  {gender: masculine, forms: []string{"Quadratkilometer"}},
	"km2":  {gender: masculine, forms: []string{"Quadratkilometer"}},
	"qkm":  {gender: masculine, forms: []string{"Quadratkilometer"}},
	"m²":   {gender: masculine, forms: []string{"Quadratmeter"}},
	"m2":   {gender: masculine, forms: []string{"Quadratmeter"}},
	"qm":   {gender: masculine, forms: []string{"Quadratmeter"}},
	"m³":   {gender: masculine, forms: []string{"Kubikmeter"}},
	"m3":   {gender: masculine, forms: []string{"Kubikmeter"}},
	"km/h": {gender: masculine, forms: []string{"Kilometer pro Stunde"}},
	"m/s":  {gender: masculine, forms: []string{"Meter pro Sekunde"}},
	"kg":   {gender: neuter, forms: []string{"Kilogramm"}},
	"g":    {gender: neuter, forms: []string{"Gramm"}},
	"mg":   {gender: neuter, forms: []string{"Milligramm"}},
	"t":    {gender: feminine, forms: []string{"Tonne", "Tonnen"}},
	"ha":   {gender: masculine, forms: []string{"Hektar"}},
	"l":    {gender: masculine, forms: []string{"Liter"}},
	"ml":   {gender: masculine, forms: []string{"Milliliter"}},
	"°C":   {gender: neuter, forms: []string{"Grad Celsius"}},
	"°F":   {gender: neuter, forms: []string{"Grad Fahrenheit"}},
	"°":    {gender: neuter, forms: []string{"Grad"}},
	"kW":   {gender: neuter, forms: []string{"Kilowatt"}},
	"MW":   {gender: neuter, forms: []string{"Megawatt"}},
	"GW":   {gender: neuter, forms: []string{"Gigawatt"}},
	"TW":   {gender: neuter, forms: []string{"Terawatt"}},
	"kWh":  {gender: feminine, forms: []string{"Kilowattstunde", "Kilowattstunden"}},
	"MWh":  {gender: feminine, forms: []string{"Megawattstunde", "Megawattstunden"}},
	"GWh":  {gender: feminine, forms: []string{"Gigawattstunde", "Gigawattstunden"}},
	"TWh":  {gender: feminine, forms: []string{"Terawattstunde", "Terawattstunden"}},
	"kV":   {gender: neuter, forms: []string{"Kilovolt"}},
	"PS":   {gender: feminine, forms: []string{"PS"}},
	"MHz":  {gender: neuter, forms: []string{"Megahertz"}},
	"GHz":  {gender: neuter, forms: []string{"Gigahertz"}},
	"kB":   {gender: neuter, forms: []string{"Kilobyte"}},
	"MB":   {gender: neuter, forms: []string{"Megabyte"}},
	"GB":   {gender: neuter, forms: []string{"Gigabyte"}},
	"TB":   {gender: neuter, forms: []string{"Terabyte"}},
	"Mbit": {gender: neuter, forms: []string{"Megabit"}},
	"h":    {gender: feminine, forms: []string{"Stunde", "Stunden"}},
	"Std.": {gender: feminine, forms: []string{"Stunde", "Stunden"}},
	"Min.": {gender: feminine, forms: []string{"Minute", "Minuten"}},
	"min":  {gender: feminine, forms: []string{"Minute", "Minuten"}},
	"Sek.": {gender: feminine, forms: []string{"Sekunde", "Sekunden"}},
	"Ew.":  {gender: masculine, forms: []string{"Einwohner"}},
}

var germanMagnitudes = map[string]noun{
	"Tsd.":       {gender: neuter, forms: []string{"tausend"}},
	"Mio.":       germanMillion,
	"Mio":        germanMillion,
	"Mill.":      germanMillion,
	"Million":    germanMillion,
	"Millionen":  germanMillion,
	"Mrd.":       germanMilliard,
	"Mrd":        germanMilliard,
	"Milliarde":  germanMilliard,
	"Milliarden": germanMilliard,
	"Bio.":       germanBillion,
	"Billion":    germanBillion,
	"Billionen":  germanBillion,
}

var (
	germanMillion  = noun{gender: feminine, forms: []string{"Million", "Millionen"}}
	germanMilliard = noun{gender: feminine, forms: []string{"Milliarde", "Milliarden"}}
	germanBillion  = noun{gender: feminine, forms: []string{"Billion", "Billionen"}}
)

var germanCurrencies = map[string]noun{
	"€":         germanEuro,
	"Euro":      germanEuro,
	"EUR":       germanEuro,
	"$":         {gender: masculine, forms: []string{"Dollar"}, cent: germanCent},
	"Dollar":    {gender: masculine, forms: []string{"Dollar"}, cent: germanCent},
	"US$":       {gender: masculine, forms: []string{"US-Dollar"}, cent: germanCent},
	"USD":       {gender: masculine, forms: []string{"US-Dollar"}, cent: germanCent},
	"US-Dollar": {gender: masculine, forms: []string{"US-Dollar"}, cent: germanCent},
	"£":         {gender: neuter, forms: []string{"Pfund"}, cent: &noun{gender: masculine, forms: []string{"Penny", "Pence"}}},
	"Pfund":     {gender: neuter, forms: []string{"Pfund"}},
	"GBP":       {gender: neuter, forms: []string{"britisches Pfund", "britische Pfund"}},
	"CHF":       {gender: masculine, forms: []string{"Schweizer Franken"}},
	"Franken":   {gender: masculine, forms: []string{"Franken"}, cent: &noun{gender: masculine, forms: []string{"Rappen"}}},
	"zł":        {gender: masculine, forms: []string{"Zloty"}},
	"PLN":       {gender: masculine, forms: []string{"Zloty"}},
	"Zloty":     {gender: masculine, forms: []string{"Zloty"}},
	"Złoty":     {gender: masculine, forms: []string{"Zloty"}},
	"₴":         {gender: feminine, forms: []string{"Hrywnja"}},
	"UAH":       {gender: feminine, forms: []string{"Hrywnja"}},
	"Hrywnja":   {gender: feminine, forms: []string{"Hrywnja"}},
	"Hrywnia":   {gender: feminine, forms: []string{"Hrywnja"}},
	"Griwna":    {gender: feminine, forms: []string{"Griwna"}},
	"₽":         {gender: masculine, forms: []string{"Rubel"}},
	"Rubel":     {gender: masculine, forms: []string{"Rubel"}},
	"¥":         {gender: masculine, forms: []string{"Yen"}},
	"Yen":       {gender: masculine, forms: []string{"Yen"}},
	"Cent":      *germanCent,
	"ct":        *germanCent,
}

var (
	germanCent = &noun{gender: masculine, forms: []string{"Cent"}}
	germanEuro = noun{gender: masculine, forms: []string{"Euro"}, cent: germanCent}
)

var germanSpans = map[string]noun{
	"Monat":  {gender: masculine, forms: []string{"Monat"}},
	"Jahr":   {gender: neuter, forms: []string{"Jahr"}},
	"Tag":    {gender: masculine, forms: []string{"Tag"}},
	"Woche":  {gender: feminine, forms: []string{"Woche"}},
	"Stunde": {gender: feminine, forms: []string{"Stunde"}},
	"Person": {gender: feminine, forms: []string{"Person"}},
	"Kopf":   {gender: masculine, forms: []string{"Kopf"}},
	"Stück":  {gender: neuter, forms: []string{"Stück"}},
}
