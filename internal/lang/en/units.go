package en

import (
	"strings"
	"sync"
)

// unitName is the name of a unit.
type unitName struct{ one, many string }

func (u unitName) plural() string { return u.many }

// units are the units, by their written forms after a number.
var units = sync.OnceValue(func() map[string]unitName {
	units := map[string]unitName{}
	g := english.Load()
	for _, table := range []map[string][]string{g.Pack.Units, g.Pack.Percents} {
		for name, spellings := range table {
			for _, spelling := range spellings {
				units[spelling] = unitName{g.Noun(name, false), g.Noun(name, true)}
			}
		}
	}
	return units
})

// unitOf finds a unit as it is written: "sq. km", "km^2", "º C".
func unitOf(written string) (unitName, bool) {
	unit, ok := units()[unitSpelling.Replace(written)]
	return unit, ok
}

var unitSpelling = strings.NewReplacer("㎞", "km", "㎝", "cm", "㎜", "mm", "㎏", "kg", "㎡", "m²", "㎢", "km²", "㎥", "m³", "\u00A0", "", "\u2009", "", "\u202F", "", "^2", "²", "^3", "³", "º", "°", "° ", "°", "℃", "°C")

// unitOne returns the singular of a unit, or the word itself: "megawatt-hour" of $90/MWh, "barrel"
// of $70/barrel.
func unitOne(written string) string {
	if unit, ok := units()[written]; ok {
		return unit.one
	}
	return written
}
