package grammar

// units are the symbols of CLDR's units in all languages with Latin letters. A pack adds to them.
var units = map[string][]string{
	"kilometer": {"km"}, "meter": {"m"}, "centimeter": {"cm"}, "millimeter": {"mm"}, "micrometer": {"µm", "μm"}, "nanometer": {"nm"},
	"square-kilometer": {"km²", "km2"}, "square-meter": {"m²", "m2"}, "square-centimeter": {"cm²", "cm2"}, "hectare": {"ha"},
	"cubic-meter": {"m³", "m3"}, "cubic-centimeter": {"cm³", "cm3"}, "cubic-kilometer": {"km³", "km3"},
	"kilometer-per-hour": {"km/h"}, "meter-per-second": {"m/s"}, "meter-per-square-second": {"m/s²", "m/s2"},
	"kilogram": {"kg"}, "gram": {"g"}, "milligram": {"mg"}, "microgram": {"µg", "μg"}, "tonne": {"t"},
	"liter": {"l", "L"}, "milliliter": {"ml", "mL"}, "centiliter": {"cl", "cL"}, "deciliter": {"dl", "dL"}, "hectoliter": {"hl"},
	"celsius": {"°C"}, "fahrenheit": {"°F"}, "kelvin": {"K"}, "degree": {"°"},
	"watt": {"W"}, "kilowatt": {"kW"}, "megawatt": {"MW"}, "gigawatt": {"GW"},
	"kilowatt-hour": {"kWh"}, "volt": {"V"}, "ampere": {"A"}, "ohm": {"Ω"}, "joule": {"J"}, "kilojoule": {"kJ"},
	"kilocalorie": {"kcal"}, "hertz": {"Hz"}, "kilohertz": {"kHz"}, "megahertz": {"MHz"}, "gigahertz": {"GHz"},
	"kilobyte": {"kB", "KB"}, "megabyte": {"MB"}, "gigabyte": {"GB"}, "terabyte": {"TB"}, "kilobit": {"kbit"}, "megabit": {"Mbit"}, "gigabit": {"Gbit"},
	"hectopascal": {"hPa"}, "kilopascal": {"kPa"}, "bar": {"bar"}, "decibel": {"dB"}, "horsepower": {"hp"},
	"hour": {"h"}, "minute": {"min"}, "second": {"s"}, "millisecond": {"ms"},
}

// percents are the signs for shares in all languages.
var percents = map[string][]string{"percent": {"%"}, "permille": {"‰"}}
