package pl

import (
	"github.com/aloud-audio/aloud/internal/lang/european"
)

// The forms of Polish nouns: one, few, many (the genitive plural), the genitive singular. The locative plural is there where
// "w" puts a number in it: "w 30 proc.", but "w 10 sek." is an accusative.

var percents = map[string]european.Noun{
	"%":         {Gender: european.Masculine, Forms: []string{"procent", "procent", "procent", "procent", "procentach"}},
	"proc.":     {Gender: european.Masculine, Forms: []string{"procent", "procent", "procent", "procent", "procentach"}},
	"procent":   {Gender: european.Masculine, Forms: []string{"procent", "procent", "procent", "procent", "procentach"}},
	"pkt proc.": {Gender: european.Masculine, Forms: []string{"punkt procentowy", "punkty procentowe", "punktów procentowych", "punktu procentowego", "punktach procentowych"}},
	"p.p.":      {Gender: european.Masculine, Forms: []string{"punkt procentowy", "punkty procentowe", "punktów procentowych", "punktu procentowego", "punktach procentowych"}},
	"pp.":       {Gender: european.Masculine, Forms: []string{"punkt procentowy", "punkty procentowe", "punktów procentowych", "punktu procentowego", "punktach procentowych"}},
	"‰":         {Gender: european.Masculine, Forms: []string{"promil", "promile", "promili", "promila", "promilach"}},
}

var units = map[string]european.Noun{
	"km":     {Gender: european.Masculine, Forms: []string{"kilometr", "kilometry", "kilometrów", "kilometra"}},
	"m":      {Gender: european.Masculine, Forms: []string{"metr", "metry", "metrów", "metra"}},
	"cm":     {Gender: european.Masculine, Forms: []string{"centymetr", "centymetry", "centymetrów", "centymetra"}},
	"mm":     {Gender: european.Masculine, Forms: []string{"milimetr", "milimetry", "milimetrów", "milimetra"}},
	"km²":    {Gender: european.Masculine, Forms: []string{"kilometr kwadratowy", "kilometry kwadratowe", "kilometrów kwadratowych", "kilometra kwadratowego"}},
	"km2":    {Gender: european.Masculine, Forms: []string{"kilometr kwadratowy", "kilometry kwadratowe", "kilometrów kwadratowych", "kilometra kwadratowego"}},
	"km kw.": {Gender: european.Masculine, Forms: []string{"kilometr kwadratowy", "kilometry kwadratowe", "kilometrów kwadratowych", "kilometra kwadratowego"}},
	"m²":     {Gender: european.Masculine, Forms: []string{"metr kwadratowy", "metry kwadratowe", "metrów kwadratowych", "metra kwadratowego"}},
	"m2":     {Gender: european.Masculine, Forms: []string{"metr kwadratowy", "metry kwadratowe", "metrów kwadratowych", "metra kwadratowego"}},
	"m kw.":  {Gender: european.Masculine, Forms: []string{"metr kwadratowy", "metry kwadratowe", "metrów kwadratowych", "metra kwadratowego"}},
	"m³":     {Gender: european.Masculine, Forms: []string{"metr sześcienny", "metry sześcienne", "metrów sześciennych", "metra sześciennego"}},
	"m3":     {Gender: european.Masculine, Forms: []string{"metr sześcienny", "metry sześcienne", "metrów sześciennych", "metra sześciennego"}},
	"km/h":   {Gender: european.Masculine, Forms: []string{"kilometr na godzinę", "kilometry na godzinę", "kilometrów na godzinę", "kilometra na godzinę"}},
	"m/s":    {Gender: european.Masculine, Forms: []string{"metr na sekundę", "metry na sekundę", "metrów na sekundę", "metra na sekundę"}},
	"kg":     {Gender: european.Masculine, Forms: []string{"kilogram", "kilogramy", "kilogramów", "kilograma"}},
	"g":      {Gender: european.Masculine, Forms: []string{"gram", "gramy", "gramów", "grama"}},
	"mg":     {Gender: european.Masculine, Forms: []string{"miligram", "miligramy", "miligramów", "miligrama"}},
	"dag":    {Gender: european.Masculine, Forms: []string{"dekagram", "dekagramy", "dekagramów", "dekagrama"}},
	"t":      {Gender: european.Feminine, Forms: []string{"tona", "tony", "ton", "tony"}},
	"ha":     {Gender: european.Masculine, Forms: []string{"hektar", "hektary", "hektarów", "hektara"}},
	"l":      {Gender: european.Masculine, Forms: []string{"litr", "litry", "litrów", "litra"}},
	"ml":     {Gender: european.Masculine, Forms: []string{"mililitr", "mililitry", "mililitrów", "mililitra"}},
	"°C":     {Gender: european.Masculine, Forms: []string{"stopień Celsjusza", "stopnie Celsjusza", "stopni Celsjusza", "stopnia Celsjusza"}},
	"st. C":  {Gender: european.Masculine, Forms: []string{"stopień Celsjusza", "stopnie Celsjusza", "stopni Celsjusza", "stopnia Celsjusza"}},
	"°":      {Gender: european.Masculine, Forms: []string{"stopień", "stopnie", "stopni", "stopnia"}},
	"kW":     {Gender: european.Masculine, Forms: []string{"kilowat", "kilowaty", "kilowatów", "kilowata"}},
	"MW":     {Gender: european.Masculine, Forms: []string{"megawat", "megawaty", "megawatów", "megawata"}},
	"GW":     {Gender: european.Masculine, Forms: []string{"gigawat", "gigawaty", "gigawatów", "gigawata"}},
	"kWh":    {Gender: european.Feminine, Forms: []string{"kilowatogodzina", "kilowatogodziny", "kilowatogodzin", "kilowatogodziny"}},
	"MWh":    {Gender: european.Feminine, Forms: []string{"megawatogodzina", "megawatogodziny", "megawatogodzin", "megawatogodziny"}},
	"GWh":    {Gender: european.Feminine, Forms: []string{"gigawatogodzina", "gigawatogodziny", "gigawatogodzin", "gigawatogodziny"}},
	"TWh":    {Gender: european.Feminine, Forms: []string{"terawatogodzina", "terawatogodziny", "terawatogodzin", "terawatogodziny"}},
	"kV":     {Gender: european.Masculine, Forms: []string{"kilowolt", "kilowolty", "kilowoltów", "kilowolta"}},
	"MHz":    {Gender: european.Masculine, Forms: []string{"megaherc", "megaherce", "megaherców", "megaherca"}},
	"GHz":    {Gender: european.Masculine, Forms: []string{"gigaherc", "gigaherce", "gigaherców", "gigaherca"}},
	"MB":     {Gender: european.Masculine, Forms: []string{"megabajt", "megabajty", "megabajtów", "megabajta"}},
	"GB":     {Gender: european.Masculine, Forms: []string{"gigabajt", "gigabajty", "gigabajtów", "gigabajta"}},
	"TB":     {Gender: european.Masculine, Forms: []string{"terabajt", "terabajty", "terabajtów", "terabajta"}},
	"h":      {Gender: european.Feminine, Forms: []string{"godzina", "godziny", "godzin", "godziny"}},
	"godz.":  {Gender: european.Feminine, Forms: []string{"godzina", "godziny", "godzin", "godziny"}},
	"min":    {Gender: european.Feminine, Forms: []string{"minuta", "minuty", "minut", "minuty"}},
	"min.":   {Gender: european.Feminine, Forms: []string{"minuta", "minuty", "minut", "minuty"}},
	"sek.":   {Gender: european.Feminine, Forms: []string{"sekunda", "sekundy", "sekund", "sekundy"}},
	"os.":    {Gender: european.Feminine, Forms: []string{"osoba", "osoby", "osób", "osoby"}},
	"pkt":    {Gender: european.Masculine, Forms: []string{"punkt", "punkty", "punktów", "punktu"}},
	"szt.":   {Gender: european.Feminine, Forms: []string{"sztuka", "sztuki", "sztuk", "sztuki"}},
}
