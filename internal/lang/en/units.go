package en

import "strings"

// unitName is the name of a unit; many only if it is not one and an s.
type unitName struct{ one, many string }

func (u unitName) plural() string {
	if u.many != "" {
		return u.many
	}
	return plural(u.one)
}

// units are the units by what is written for them behind a number. Of letters that are often something else A and d are not
// among them, and the others need more: an inch its full stop, or a foot before it, a kelvin its space.
var units = map[string]unitName{
	"mm": {"millimeter", ""}, "cm": {"centimeter", ""}, "m": {"meter", ""}, "km": {"kilometer", ""}, "nm": {"nanometer", ""},
	"µm": {"micrometer", ""}, "μm": {"micrometer", ""}, "ft": {"foot", "feet"}, "in": {"inch", "inches"}, "yd": {"yard", ""}, "yds": {"yard", ""},
	"mi": {"mile", ""}, "km²": {"square kilometer", ""}, "km2": {"square kilometer", ""}, "m²": {"square meter", ""},
	"m2": {"square meter", ""}, "cm²": {"square centimeter", ""}, "mi²": {"square mile", ""}, "ft²": {"square foot", "square feet"},
	"km³": {"cubic kilometer", ""}, "m³": {"cubic meter", ""}, "m3": {"cubic meter", ""}, "cm³": {"cubic centimeter", ""},
	"sq km": {"square kilometer", ""}, "sq m": {"square meter", ""}, "sq mi": {"square mile", ""}, "sq miles": {"square mile", ""},
	"sq mile": {"square mile", ""}, "sq ft": {"square foot", "square feet"}, "cu m": {"cubic meter", ""}, "cu ft": {"cubic foot", "cubic feet"},
	"sq kilometers": {"square kilometer", ""}, "sq meters": {"square meter", ""},
	"ha": {"hectare", ""}, "ac": {"acre", ""},
	"mg": {"milligram", ""}, "µg": {"microgram", ""}, "μg": {"microgram", ""}, "g": {"gram", ""}, "kg": {"kilogram", ""}, "t": {"ton", ""},
	"kt": {"kiloton", ""}, "Mt": {"megaton", ""}, "oz": {"ounce", ""}, "lb": {"pound", ""}, "lbs": {"pound", ""},
	"ml": {"milliliter", ""}, "cl": {"centiliter", ""}, "dl": {"deciliter", ""}, "dL": {"deciliter", ""}, "mL": {"milliliter", ""}, "l": {"liter", ""}, "L": {"liter", ""}, "gal": {"gallon", ""}, "bbl": {"barrel", ""},
	"bcm": {"billion cubic meters", "billion cubic meters"}, "mcm": {"million cubic meters", "million cubic meters"},
	"bpd": {"barrel per day", "barrels per day"}, "b/d": {"barrel per day", "barrels per day"},
	"W": {"watt", ""}, "kW": {"kilowatt", ""}, "MW": {"megawatt", ""}, "GW": {"gigawatt", ""}, "TW": {"terawatt", ""},
	"Wh": {"watt-hour", ""}, "kWh": {"kilowatt-hour", ""}, "MWh": {"megawatt-hour", ""}, "GWh": {"gigawatt-hour", ""}, "TWh": {"terawatt-hour", ""},
	"V": {"volt", ""}, "kV": {"kilovolt", ""}, "MVA": {"megavolt-ampere", ""}, "mAh": {"milliampere-hour", ""}, "Ah": {"ampere-hour", ""},
	"Hz": {"hertz", "hertz"}, "kHz": {"kilohertz", "kilohertz"}, "MHz": {"megahertz", "megahertz"}, "GHz": {"gigahertz", "gigahertz"},
	"KB": {"kilobyte", ""}, "kB": {"kilobyte", ""}, "MB": {"megabyte", ""}, "GB": {"gigabyte", ""}, "TB": {"terabyte", ""},
	"Kbps": {"kilobit per second", "kilobits per second"}, "Mbps": {"megabit per second", "megabits per second"},
	"Gbps": {"gigabit per second", "gigabits per second"},
	"mph":  {"mile per hour", "miles per hour"}, "km/h": {"kilometer per hour", "kilometers per hour"},
	"kph": {"kilometer per hour", "kilometers per hour"}, "kmh": {"kilometer per hour", "kilometers per hour"},
	"m/s": {"meter per second", "meters per second"}, "km/s": {"kilometer per second", "kilometers per second"},
	"mmHg": {"millimeter of mercury", "millimeters of mercury"}, "hPa": {"hectopascal", ""}, "kPa": {"kilopascal", ""}, "MPa": {"megapascal", ""}, "dB": {"decibel", ""}, "hp": {"horsepower", "horsepower"},
	"kN": {"kilonewton", ""}, "kJ": {"kilojoule", ""}, "kcal": {"kilocalorie", ""}, "ppm": {"part per million", "parts per million"},
	"rpm": {"revolution per minute", "revolutions per minute"}, "mSv": {"millisievert", ""}, "µSv": {"microsievert", ""}, "μSv": {"microsievert", ""},
	"h": {"hour", ""}, "hr": {"hour", ""}, "hrs": {"hour", ""}, "min": {"minute", ""}, "mins": {"minute", ""}, "sec": {"second", ""},
	"secs": {"second", ""}, "ms": {"millisecond", ""}, "yr": {"year", ""}, "yrs": {"year", ""}, "mo": {"month", ""}, "wk": {"week", ""}, "wks": {"week", ""},
	"K": {"kelvin", ""}, "C": {"degree Celsius", "degrees Celsius"}, "F": {"degree Fahrenheit", "degrees Fahrenheit"},
	"s": {"second", ""}, "p": {"penny", "pence"}, "c": {"cent", ""}, "fps": {"frame per second", "frames per second"},
	"bp": {"basis point", ""}, "bps": {"basis point", ""}, "boe": {"barrel of oil equivalent", "barrels of oil equivalent"},
	"boe/d": {"barrel of oil equivalent per day", "barrels of oil equivalent per day"}, "bbl/d": {"barrel per day", "barrels per day"},
	"°C": {"degree Celsius", "degrees Celsius"}, "°F": {"degree Fahrenheit", "degrees Fahrenheit"}, "°": {"degree", ""},
	"°N": {"degree north", "degrees north"}, "°S": {"degree south", "degrees south"},
	"°E": {"degree east", "degrees east"}, "°W": {"degree west", "degrees west"},
}

// unitOf finds a unit as it is written: "sq. km", "km^2", "º C".
func unitOf(written string) (unitName, bool) {
	unit, ok := units[unitSpelling.Replace(written)]
	return unit, ok
}

var unitSpelling = strings.NewReplacer("㎞", "km", "㎝", "cm", "㎜", "mm", "㎏", "kg", "㎡", "m²", "㎢", "km²", "㎥", "m³", "\u00A0", "", "\u2009", "", "\u202F", "", "^2", "²", "^3", "³", "º", "°", "° ", "°", "℃", "°C")

// unitOne is the singular of a unit or the word itself: "megawatt-hour" of $90/MWh, "barrel" of $70/barrel.
func unitOne(written string) string {
	if unit, ok := units[written]; ok {
		return unit.one
	}
	return written
}
