package uk

import (
	"slices"
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// types are what weapons and vehicles are called by in front of a number, where that is not read as written.
var types = map[string]string{"МіГ": "Міг", "МІГ": "Міг", "СУ": "Су", "ТУ": "Ту", "АН": "Ан", "ІЛ": "Іл", "МІ": "Мі", "КА": "Ка", "ЯК": "Як",
	"Kh": "Ха", "COVID": "ковід", "Covid": "ковід", "КАБ": "каб", "ФАБ": "фаб", "КРАЗ": "краз", "УАЗ": "уаз", "МАЗ": "маз", "ОДАБ": "одаб"}

// soviet are types that are called by a Cyrillic letter, however it is written.
var soviet = map[string][]string{
	"T": {"34", "54", "55", "62", "64", "72", "80", "84", "90"}, "C": {"125", "200", "300", "400", "500"},
	"X": {"22", "31", "35", "47", "55", "59", "69", "101", "555"},
}

var lookAlikes = map[string]string{"T": "Т", "C": "С", "X": "Х"}

// hyphened matches behind a name what makes it only a part of one.
var hyphened = rewrite.Lazy(`^-[\p{L}\d]`)

// sayDesignation is the rule for names with a number: "F-16", "Су-34", "Ту-22М3", "топ-10". The groups are the name, the
// number, and letters and digits behind it.
func sayDesignation(m rewrite.Match) (string, bool) {
	name, number, behind := m.Groups[1], m.Groups[2], m.Groups[3]
	if !apart(m) || hyphened().MatchString(m.After) || strings.HasSuffix(m.Before, "-") {
		return "", false
	}
	said := typeName(name, number) + " " + typeNumber(number) + typeBehind(behind)
	switch other := m.Groups[5]; m.Groups[4] {
	case "/": // Х-59/69
		said += ", " + typeNumber(other)
	case "-": // ЗУ-23-2
		said += " " + typeNumber(other)
	}
	return said, true
}

func typeName(name, number string) string {
	switch known := types[name]; {
	case known != "":
		return known
	case slices.Contains(soviet[name], number):
		return spell(lookAlikes[name])
	case strings.ToUpper(name) != name:
		return name
	case read[name] != "":
		return read[name]
	case len([]rune(name)) < 3 || spelt[name] || !strings.ContainsAny(name, "АЕЄИІЇОУЮЯ"):
		return spell(name)
	}
	return name
}

// typeNumber says leading zeros as well: "М-06".
func typeNumber(digits string) string {
	said := ""
	for len(digits) > 1 && digits[0] == '0' {
		said, digits = said+"нуль ", digits[1:]
	}
	n, _ := strconv.ParseInt(digits, 10, 64)
	return said + cardinalWords(n, nominative, masculine)
}

func typeBehind(behind string) string {
	letters := strings.TrimRight(behind, "0123456789")
	said := ""
	if letters != "" {
		said = " " + spell(letters)
	}
	if digits := behind[len(letters):]; digits != "" {
		said += " " + typeNumber(digits)
	}
	return said
}

// sayModel is the rule for capitals and digits without a hyphen: "M777", "ТБ2", "2С19", "5G".
func sayModel(m rewrite.Match) (string, bool) {
	if !apart(m) || continued().MatchString(m.After) || strings.HasSuffix(m.Before, "-") || !freeDigits(m.Before) {
		return "", false
	}
	if said := formulas[m.Groups[0]]; said != "" {
		return said, true
	}
	front, rest := m.Groups[1], m.Groups[2]
	if front == "" {
		return strings.TrimSpace(typeNumber(m.Groups[3]) + typeBehind(m.Groups[4])), true
	}
	digits := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
	return typeName(front, digits) + " " + typeNumber(digits) + typeBehind(rest[len(digits):]), true
}

// formulas are chemical formulas and groups of states.
var formulas = map[string]string{
	"CO2": "це о два", "СО2": "це о два", "H2O": "аш два о", "G7": "джі сім", "3D": "три де", "2D": "два де", "А4": "а чотири", "A4": "а чотири",
}

// sayVariant is the rule for a letter behind a name: "Іскандер-М".
func sayVariant(m rewrite.Match) (string, bool) {
	return m.Groups[1] + " " + spell(m.Groups[2]), apart(m) && !strings.HasPrefix(m.After, "-")
}
