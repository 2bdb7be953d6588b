package uk

import (
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// soviet are types named by a Cyrillic letter, in whatever alphabet it is written.
var soviet = map[string][]string{
	"T": {"34", "54", "55", "62", "64", "72", "80", "84", "90"}, "C": {"125", "200", "300", "400", "500"},
	"X": {"22", "31", "35", "47", "55", "59", "69", "101", "555"},
}

// hyphened matches what shows, after a name, that it is only part of a longer one.
var hyphened = rewrite.Lazy(`^-[\p{L}\d]`)

// sayDesignation says names with a number: "F-16", "Су-34", "Ту-22М3", "топ-10". The groups are
// the name, the number, and letters and digits after it.
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
	switch known := vocab().Types[name]; {
	case known != "":
		return known
	case slices.Contains(soviet[name], number):
		return spell(vocab().LookAlikes[name])
	case strings.ToUpper(name) != name:
		return name
	case vocab().Read[name] != "":
		return vocab().Read[name]
	case len([]rune(name)) < 3 || vocab().Spelt[name] || !strings.ContainsAny(name, "АЕЄИІЇОУЮЯ"):
		return spell(name)
	}
	return name
}

// typeNumber says leading zeros too: "М-06".
func typeNumber(digits string) string {
	said := ""
	for len(digits) > 1 && digits[0] == '0' {
		said, digits = said+"нуль ", digits[1:]
	}
	words, _ := numbers().Spell("spellout-cardinal-masculine", digits)
	return said + strings.TrimPrefix(words, "одна ")
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

// sayModel says capitals with digits and no hyphen: "M777", "ТБ2", "2С19", "5G".
func sayModel(m rewrite.Match) (string, bool) {
	if !apart(m) || continued().MatchString(m.After) || strings.HasSuffix(m.Before, "-") || !freeDigits(m.Before) {
		return "", false
	}
	if said := vocab().Formulas[m.Groups[0]]; said != "" {
		return said, true
	}
	front, rest := m.Groups[1], m.Groups[2]
	if front == "" {
		return strings.TrimSpace(typeNumber(m.Groups[3]) + typeBehind(m.Groups[4])), true
	}
	digits := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
	return typeName(front, digits) + " " + typeNumber(digits) + typeBehind(rest[len(digits):]), true
}

// sayVariant says a letter after a name: "Іскандер-М".
func sayVariant(m rewrite.Match) (string, bool) {
	return m.Groups[1] + " " + spell(m.Groups[2]), apart(m) && !strings.HasPrefix(m.After, "-")
}
