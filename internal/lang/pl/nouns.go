package pl

import (
	"github.com/aloud-audio/aloud/internal/lang/grammar"
)

// The forms of Polish nouns: one, few, many (the genitive plural), the genitive singular. The locative plural is there where
// "w" puts a number in it: "w 30 proc.", but "w 10 sek." is an accusative.

var percents = map[string]grammar.Noun{
	"%":         {Gender: grammar.Masculine, Forms: []string{"procent", "procent", "procent", "procent", "procentach"}},
	"proc.":     {Gender: grammar.Masculine, Forms: []string{"procent", "procent", "procent", "procent", "procentach"}},
	"procent":   {Gender: grammar.Masculine, Forms: []string{"procent", "procent", "procent", "procent", "procentach"}},
	"pkt proc.": {Gender: grammar.Masculine, Forms: []string{"punkt procentowy", "punkty procentowe", "punktów procentowych", "punktu procentowego", "punktach procentowych"}},
	"p.p.":      {Gender: grammar.Masculine, Forms: []string{"punkt procentowy", "punkty procentowe", "punktów procentowych", "punktu procentowego", "punktach procentowych"}},
	"pp.":       {Gender: grammar.Masculine, Forms: []string{"punkt procentowy", "punkty procentowe", "punktów procentowych", "punktu procentowego", "punktach procentowych"}},
	"‰":         {Gender: grammar.Masculine, Forms: []string{"promil", "promile", "promili", "promila", "promilach"}},
}

var units = map[string]grammar.Noun{
	"km":     {Gender: grammar.Masculine, Forms: []string{"kilometr", "kilometry", "kilometrów", "kilometra"}},
	"m":      {Gender: grammar.Masculine, Forms: []string{"metr", "metry", "metrów", "metra"}},
	"cm":     {Gender: grammar.Masculine, Forms: []string{"centymetr", "centymetry", "centymetrów", "centymetra"}},
	"mm":     {Gender: grammar.Masculine, Forms: []string{"milimetr", "milimetry", "milimetrów", "milimetra"}},
	"km²":    {Gender: grammar.Masculine, Forms: []string{"kilometr kwadratowy", "kilometry kwadratowe", "kilometrów kwadratowych", "kilometra kwadratowego"}},
	"km2":    {Gender: grammar.Masculine, Forms: []string{"kilometr kwadratowy", "kilometry kwadratowe", "kilometrów kwadratowych", "kilometra kwadratowego"}},
	"km kw.": {Gender: grammar.Masculine, Forms: []string{"kilometr kwadratowy", "kilometry kwadratowe", "kilometrów kwadratowych", "kilometra kwadratowego"}},
	"m²":     {Gender: grammar.Masculine, Forms: []string{"metr kwadratowy", "metry kwadratowe", "metrów kwadratowych", "metra kwadratowego"}},
	"m2":     {Gender: grammar.Masculine, Forms: []string{"metr kwadratowy", "metry kwadratowe", "metrów kwadratowych", "metra kwadratowego"}},
	"m kw.":  {Gender: grammar.Masculine, Forms: []string{"metr kwadratowy", "metry kwadratowe", "metrów kwadratowych", "metra kwadratowego"}},
	"m³":     {Gender: grammar.Masculine, Forms: []string{"metr sześcienny", "metry sześcienne", "metrów sześciennych", "metra sześciennego"}},
	"m3":     {Gender: grammar.Masculine, Forms: []string{"metr sześcienny", "metry sześcienne", "metrów sześciennych", "metra sześciennego"}},
	"km/h":   {Gender: grammar.Masculine, Forms: []string{"kilometr na godzinę", "kilometry na godzinę", "kilometrów na godzinę", "kilometra na godzinę"}},
	"m/s":    {Gender: grammar.Masculine, Forms: []string{"metr na sekundę", "metry na sekundę", "metrów na sekundę", "metra na sekundę"}},
	"kg":     {Gender: grammar.Masculine, Forms: []string{"kilogram", "kilogramy", "kilogramów", "kilograma"}},
	"g":      {Gender: grammar.Masculine, Forms: []string{"gram", "gramy", "gramów", "grama"}},
	"mg":     {Gender: grammar.Masculine, Forms: []string{"miligram", "miligramy", "miligramów", "miligrama"}},
	"dag":    {Gender: grammar.Masculine, Forms: []string{"dekagram", "dekagramy", "dekagramów", "dekagrama"}},
	"t":      {Gender: grammar.Feminine, Forms: []string{"tona", "tony", "ton", "tony"}},
	"ha":     {Gender: grammar.Masculine, Forms: []string{"hektar", "hektary", "hektarów", "hektara"}},
	"l":      {Gender: grammar.Masculine, Forms: []string{"litr", "litry", "litrów", "litra"}},
	"ml":     {Gender: grammar.Masculine, Forms: []string{"mililitr", "mililitry", "mililitrów", "mililitra"}},
	"°C":     {Gender: grammar.Masculine, Forms: []string{"stopień Celsjusza", "stopnie Celsjusza", "stopni Celsjusza", "stopnia Celsjusza"}},
	"st. C":  {Gender: grammar.Masculine, Forms: []string{"stopień Celsjusza", "stopnie Celsjusza", "stopni Celsjusza", "stopnia Celsjusza"}},
	"°":      {Gender: grammar.Masculine, Forms: []string{"stopień", "stopnie", "stopni", "stopnia"}},
	"kW":     {Gender: grammar.Masculine, Forms: []string{"kilowat", "kilowaty", "kilowatów", "kilowata"}},
	"MW":     {Gender: grammar.Masculine, Forms: []string{"megawat", "megawaty", "megawatów", "megawata"}},
	"GW":     {Gender: grammar.Masculine, Forms: []string{"gigawat", "gigawaty", "gigawatów", "gigawata"}},
	"kWh":    {Gender: grammar.Feminine, Forms: []string{"kilowatogodzina", "kilowatogodziny", "kilowatogodzin", "kilowatogodziny"}},
	"MWh":    {Gender: grammar.Feminine, Forms: []string{"megawatogodzina", "megawatogodziny", "megawatogodzin", "megawatogodziny"}},
	"GWh":    {Gender: grammar.Feminine, Forms: []string{"gigawatogodzina", "gigawatogodziny", "gigawatogodzin", "gigawatogodziny"}},
	"TWh":    {Gender: grammar.Feminine, Forms: []string{"terawatogodzina", "terawatogodziny", "terawatogodzin", "terawatogodziny"}},
	"kV":     {Gender: grammar.Masculine, Forms: []string{"kilowolt", "kilowolty", "kilowoltów", "kilowolta"}},
	"MHz":    {Gender: grammar.Masculine, Forms: []string{"megaherc", "megaherce", "megaherców", "megaherca"}},
	"GHz":    {Gender: grammar.Masculine, Forms: []string{"gigaherc", "gigaherce", "gigaherców", "gigaherca"}},
	"MB":     {Gender: grammar.Masculine, Forms: []string{"megabajt", "megabajty", "megabajtów", "megabajta"}},
	"GB":     {Gender: grammar.Masculine, Forms: []string{"gigabajt", "gigabajty", "gigabajtów", "gigabajta"}},
	"TB":     {Gender: grammar.Masculine, Forms: []string{"terabajt", "terabajty", "terabajtów", "terabajta"}},
	"h":      {Gender: grammar.Feminine, Forms: []string{"godzina", "godziny", "godzin", "godziny"}},
	"godz.":  {Gender: grammar.Feminine, Forms: []string{"godzina", "godziny", "godzin", "godziny"}},
	"min":    {Gender: grammar.Feminine, Forms: []string{"minuta", "minuty", "minut", "minuty"}},
	"min.":   {Gender: grammar.Feminine, Forms: []string{"minuta", "minuty", "minut", "minuty"}},
	"sek.":   {Gender: grammar.Feminine, Forms: []string{"sekunda", "sekundy", "sekund", "sekundy"}},
	"os.":    {Gender: grammar.Feminine, Forms: []string{"osoba", "osoby", "osób", "osoby"}},
	"pkt":    {Gender: grammar.Masculine, Forms: []string{"punkt", "punkty", "punktów", "punktu"}},
	"szt.":   {Gender: grammar.Feminine, Forms: []string{"sztuka", "sztuki", "sztuk", "sztuki"}},
}
