package de

import (
	"github.com/aloud-audio/aloud/internal/lang/grammar"
)

var percents = map[string]grammar.Noun{
	"%":             {Gender: grammar.Neuter, Forms: []string{"Prozent"}},
	"Prozent":       {Gender: grammar.Neuter, Forms: []string{"Prozent"}},
	"%-Punkte":      {Gender: grammar.Masculine, Forms: []string{"Prozentpunkt", "Prozentpunkte"}},
	"Prozentpunkt":  {Gender: grammar.Masculine, Forms: []string{"Prozentpunkt"}},
	"Prozentpunkte": {Gender: grammar.Masculine, Forms: []string{"Prozentpunkt", "Prozentpunkte"}},
	"‰":             {Gender: grammar.Neuter, Forms: []string{"Promille"}},
}

var units = map[string]grammar.Noun{
	"km":   {Gender: grammar.Masculine, Forms: []string{"Kilometer"}},
	"m":    {Gender: grammar.Masculine, Forms: []string{"Meter"}},
	"cm":   {Gender: grammar.Masculine, Forms: []string{"Zentimeter"}},
	"mm":   {Gender: grammar.Masculine, Forms: []string{"Millimeter"}},
	"km²":  {Gender: grammar.Masculine, Forms: []string{"Quadratkilometer"}},
	"km2":  {Gender: grammar.Masculine, Forms: []string{"Quadratkilometer"}},
	"qkm":  {Gender: grammar.Masculine, Forms: []string{"Quadratkilometer"}},
	"m²":   {Gender: grammar.Masculine, Forms: []string{"Quadratmeter"}},
	"m2":   {Gender: grammar.Masculine, Forms: []string{"Quadratmeter"}},
	"qm":   {Gender: grammar.Masculine, Forms: []string{"Quadratmeter"}},
	"m³":   {Gender: grammar.Masculine, Forms: []string{"Kubikmeter"}},
	"m3":   {Gender: grammar.Masculine, Forms: []string{"Kubikmeter"}},
	"km/h": {Gender: grammar.Masculine, Forms: []string{"Kilometer pro Stunde"}},
	"m/s":  {Gender: grammar.Masculine, Forms: []string{"Meter pro Sekunde"}},
	"kg":   {Gender: grammar.Neuter, Forms: []string{"Kilogramm"}},
	"g":    {Gender: grammar.Neuter, Forms: []string{"Gramm"}},
	"mg":   {Gender: grammar.Neuter, Forms: []string{"Milligramm"}},
	"t":    {Gender: grammar.Feminine, Forms: []string{"Tonne", "Tonnen"}},
	"ha":   {Gender: grammar.Masculine, Forms: []string{"Hektar"}},
	"l":    {Gender: grammar.Masculine, Forms: []string{"Liter"}},
	"ml":   {Gender: grammar.Masculine, Forms: []string{"Milliliter"}},
	"°C":   {Gender: grammar.Neuter, Forms: []string{"Grad Celsius"}},
	"°F":   {Gender: grammar.Neuter, Forms: []string{"Grad Fahrenheit"}},
	"°":    {Gender: grammar.Neuter, Forms: []string{"Grad"}},
	"kW":   {Gender: grammar.Neuter, Forms: []string{"Kilowatt"}},
	"MW":   {Gender: grammar.Neuter, Forms: []string{"Megawatt"}},
	"GW":   {Gender: grammar.Neuter, Forms: []string{"Gigawatt"}},
	"TW":   {Gender: grammar.Neuter, Forms: []string{"Terawatt"}},
	"kWh":  {Gender: grammar.Feminine, Forms: []string{"Kilowattstunde", "Kilowattstunden"}},
	"MWh":  {Gender: grammar.Feminine, Forms: []string{"Megawattstunde", "Megawattstunden"}},
	"GWh":  {Gender: grammar.Feminine, Forms: []string{"Gigawattstunde", "Gigawattstunden"}},
	"TWh":  {Gender: grammar.Feminine, Forms: []string{"Terawattstunde", "Terawattstunden"}},
	"kV":   {Gender: grammar.Neuter, Forms: []string{"Kilovolt"}},
	"PS":   {Gender: grammar.Feminine, Forms: []string{"PS"}},
	"MHz":  {Gender: grammar.Neuter, Forms: []string{"Megahertz"}},
	"GHz":  {Gender: grammar.Neuter, Forms: []string{"Gigahertz"}},
	"kB":   {Gender: grammar.Neuter, Forms: []string{"Kilobyte"}},
	"MB":   {Gender: grammar.Neuter, Forms: []string{"Megabyte"}},
	"GB":   {Gender: grammar.Neuter, Forms: []string{"Gigabyte"}},
	"TB":   {Gender: grammar.Neuter, Forms: []string{"Terabyte"}},
	"Mbit": {Gender: grammar.Neuter, Forms: []string{"Megabit"}},
	"h":    {Gender: grammar.Feminine, Forms: []string{"Stunde", "Stunden"}},
	"Std.": {Gender: grammar.Feminine, Forms: []string{"Stunde", "Stunden"}},
	"Min.": {Gender: grammar.Feminine, Forms: []string{"Minute", "Minuten"}},
	"min":  {Gender: grammar.Feminine, Forms: []string{"Minute", "Minuten"}},
	"Sek.": {Gender: grammar.Feminine, Forms: []string{"Sekunde", "Sekunden"}},
	"Ew.":  {Gender: grammar.Masculine, Forms: []string{"Einwohner"}},
}

var magnitudes = map[string]grammar.Noun{
	"Tsd.":       {Gender: grammar.Neuter, Forms: []string{"tausend"}},
	"Mio.":       million,
	"Mio":        million,
	"Mill.":      million,
	"Million":    million,
	"Millionen":  million,
	"Mrd.":       milliard,
	"Mrd":        milliard,
	"Milliarde":  milliard,
	"Milliarden": milliard,
	"Bio.":       billion,
	"Billion":    billion,
	"Billionen":  billion,
}

var (
	million  = grammar.Noun{Gender: grammar.Feminine, Forms: []string{"Million", "Millionen"}}
	milliard = grammar.Noun{Gender: grammar.Feminine, Forms: []string{"Milliarde", "Milliarden"}}
	billion  = grammar.Noun{Gender: grammar.Feminine, Forms: []string{"Billion", "Billionen"}}
)

var currencies = map[string]grammar.Noun{
	"€":         euro,
	"Euro":      euro,
	"EUR":       euro,
	"$":         {Gender: grammar.Masculine, Forms: []string{"Dollar"}, Cent: cent},
	"Dollar":    {Gender: grammar.Masculine, Forms: []string{"Dollar"}, Cent: cent},
	"US$":       {Gender: grammar.Masculine, Forms: []string{"US-Dollar"}, Cent: cent},
	"USD":       {Gender: grammar.Masculine, Forms: []string{"US-Dollar"}, Cent: cent},
	"US-Dollar": {Gender: grammar.Masculine, Forms: []string{"US-Dollar"}, Cent: cent},
	"£":         {Gender: grammar.Neuter, Forms: []string{"Pfund"}, Cent: &grammar.Noun{Gender: grammar.Masculine, Forms: []string{"Penny", "Pence"}}},
	"Pfund":     {Gender: grammar.Neuter, Forms: []string{"Pfund"}},
	"GBP":       {Gender: grammar.Neuter, Forms: []string{"britisches Pfund", "britische Pfund"}},
	"CHF":       {Gender: grammar.Masculine, Forms: []string{"Schweizer Franken"}},
	"Franken":   {Gender: grammar.Masculine, Forms: []string{"Franken"}, Cent: &grammar.Noun{Gender: grammar.Masculine, Forms: []string{"Rappen"}}},
	"zł":        {Gender: grammar.Masculine, Forms: []string{"Zloty"}},
	"PLN":       {Gender: grammar.Masculine, Forms: []string{"Zloty"}},
	"Zloty":     {Gender: grammar.Masculine, Forms: []string{"Zloty"}},
	"Złoty":     {Gender: grammar.Masculine, Forms: []string{"Zloty"}},
	"₴":         {Gender: grammar.Feminine, Forms: []string{"Hrywnja"}},
	"UAH":       {Gender: grammar.Feminine, Forms: []string{"Hrywnja"}},
	"Hrywnja":   {Gender: grammar.Feminine, Forms: []string{"Hrywnja"}},
	"Hrywnia":   {Gender: grammar.Feminine, Forms: []string{"Hrywnja"}},
	"Griwna":    {Gender: grammar.Feminine, Forms: []string{"Griwna"}},
	"₽":         {Gender: grammar.Masculine, Forms: []string{"Rubel"}},
	"Rubel":     {Gender: grammar.Masculine, Forms: []string{"Rubel"}},
	"¥":         {Gender: grammar.Masculine, Forms: []string{"Yen"}},
	"Yen":       {Gender: grammar.Masculine, Forms: []string{"Yen"}},
	"Cent":      *cent,
	"ct":        *cent,
}

var (
	cent = &grammar.Noun{Gender: grammar.Masculine, Forms: []string{"Cent"}}
	euro = grammar.Noun{Gender: grammar.Masculine, Forms: []string{"Euro"}, Cent: cent}
)

var spans = map[string]grammar.Noun{
	"Monat":  {Gender: grammar.Masculine, Forms: []string{"Monat"}},
	"Jahr":   {Gender: grammar.Neuter, Forms: []string{"Jahr"}},
	"Tag":    {Gender: grammar.Masculine, Forms: []string{"Tag"}},
	"Woche":  {Gender: grammar.Feminine, Forms: []string{"Woche"}},
	"Stunde": {Gender: grammar.Feminine, Forms: []string{"Stunde"}},
	"Person": {Gender: grammar.Feminine, Forms: []string{"Person"}},
	"Kopf":   {Gender: grammar.Masculine, Forms: []string{"Kopf"}},
	"Stück":  {Gender: grammar.Neuter, Forms: []string{"Stück"}},
}
