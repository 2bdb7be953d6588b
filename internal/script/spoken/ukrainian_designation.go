package spoken

import (
	"slices"
	"strconv"
	"strings"
)

// ukTypes are what weapons and vehicles are called by in front of a number, where that is not read as written.
var ukTypes = map[string]string{"МіГ": "Міг", "МІГ": "Міг", "СУ": "Су", "ТУ": "Ту", "АН": "Ан", "ІЛ": "Іл", "МІ": "Мі", "КА": "Ка", "ЯК": "Як",
	"Kh": "Ха", "COVID": "ковід", "Covid": "ковід", "КАБ": "каб", "ФАБ": "фаб", "КРАЗ": "краз", "УАЗ": "уаз", "МАЗ": "маз", "ОДАБ": "одаб"}

// ukSoviet are types that are called by a Cyrillic letter, however it is written.
var ukSoviet = map[string][]string{
	"T": {"34", "54", "55", "62", "64", "72", "80", "84", "90"}, "C": {"125", "200", "300", "400", "500"},
	"X": {"22", "31", "35", "47", "55", "59", "69", "101", "555"},
}

var ukLookAlikes = map[string]string{"T": "Т", "C": "С", "X": "Х"}

// ukHyphened matches behind a name what makes it only a part of one.
var ukHyphened = lazy(`^-[\p{L}\d]`)

// ukSayDesignation is the rule for names with a number: "F-16", "Су-34", "Ту-22М3", "топ-10". The groups are the name, the
// number, and letters and digits behind it.
func ukSayDesignation(m match) (string, bool) {
	name, number, behind := m.groups[1], m.groups[2], m.groups[3]
	if !ukApart(m) || ukHyphened().MatchString(m.after) || strings.HasSuffix(m.before, "-") {
		return "", false
	}
	said := ukTypeName(name, number) + " " + ukTypeNumber(number) + ukTypeBehind(behind)
	switch other := m.groups[5]; m.groups[4] {
	case "/": // Х-59/69
		said += ", " + ukTypeNumber(other)
	case "-": // ЗУ-23-2
		said += " " + ukTypeNumber(other)
	}
	return said, true
}

func ukTypeName(name, number string) string {
	switch known := ukTypes[name]; {
	case known != "":
		return known
	case slices.Contains(ukSoviet[name], number):
		return ukSpell(ukLookAlikes[name])
	case strings.ToUpper(name) != name:
		return name
	case ukRead[name] != "":
		return ukRead[name]
	case len([]rune(name)) < 3 || ukSpelt[name] || !strings.ContainsAny(name, "АЕЄИІЇОУЮЯ"):
		return ukSpell(name)
	}
	return name
}

// ukTypeNumber says leading zeros as well: "М-06".
func ukTypeNumber(digits string) string {
	said := ""
	for len(digits) > 1 && digits[0] == '0' {
		said, digits = said+"нуль ", digits[1:]
	}
	n, _ := strconv.ParseInt(digits, 10, 64)
	return said + ukCardinal(n, ukNominative, ukMasculine)
}

func ukTypeBehind(behind string) string {
	letters := strings.TrimRight(behind, "0123456789")
	said := ""
	if letters != "" {
		said = " " + ukSpell(letters)
	}
	if digits := behind[len(letters):]; digits != "" {
		said += " " + ukTypeNumber(digits)
	}
	return said
}

// ukSayModel is the rule for capitals and digits without a hyphen: "M777", "ТБ2", "2С19", "5G".
func ukSayModel(m match) (string, bool) {
	if !ukApart(m) || ukContinued().MatchString(m.after) || strings.HasSuffix(m.before, "-") || !ukFreeDigits(m.before) {
		return "", false
	}
	if said := ukFormulas[m.groups[0]]; said != "" {
		return said, true
	}
	front, rest := m.groups[1], m.groups[2]
	if front == "" {
		return strings.TrimSpace(ukTypeNumber(m.groups[3]) + ukTypeBehind(m.groups[4])), true
	}
	digits := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
	return ukTypeName(front, digits) + " " + ukTypeNumber(digits) + ukTypeBehind(rest[len(digits):]), true
}

// ukFormulas are chemical formulas and groups of states.
var ukFormulas = map[string]string{
	"CO2": "це о два", "СО2": "це о два", "H2O": "аш два о", "G7": "джі сім", "3D": "три де", "2D": "два де", "А4": "а чотири", "A4": "а чотири",
}

// ukSayVariant is the rule for a letter behind a name: "Іскандер-М".
func ukSayVariant(m match) (string, bool) {
	return m.groups[1] + " " + ukSpell(m.groups[2]), ukApart(m) && !strings.HasPrefix(m.after, "-")
}
