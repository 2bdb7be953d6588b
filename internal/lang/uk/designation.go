package uk

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// hyphened matches text after a name that shows that the name is longer.
var hyphened = lazyregexp.New(`^-[\p{L}\d]`)

// sayDesignation says names with a number: "F-16", "Су-34", "Ту-22М3", "топ-10". The groups are the
// name, the number, and the letters and digits after it.
func (u ukrainian) sayDesignation(m rewrite.Match) (string, bool) {
	name, number, behind := m.Groups[1], m.Groups[2], m.Groups[3]
	if !grammar.Apart(m) || hyphened().MatchString(m.After) || strings.HasSuffix(m.Before, "-") {
		return "", false
	}
	said := u.typeName(name, number) + " " + u.typeNumber(number) + u.typeBehind(behind)
	switch other := m.Groups[5]; m.Groups[4] {
	case "/": // Х-59/69
		said += ", " + u.typeNumber(other)
	case "-": // ЗУ-23-2
		said += " " + u.typeNumber(other)
	case ".": // GPT-5.1
		said += " " + u.Pack.Web.Dot + " " + u.typeNumber(other)
	}
	return said, true
}

// sayAlternative says the slash between two names: "Су-34/Су-35", "НАБУ/САП".
func sayAlternative(m rewrite.Match) (string, bool) {
	return ", ", nameEnds().MatchString(rewrite.Tail(m.Before)) && nameBegins().MatchString(m.After)
}

var (
	nameEnds   = lazyregexp.New(`(?:\p{Lu}{2}|\p{Lu}\p{L}{2,14}|\p{Lu}\p{Ll}{0,4}-?\d{1,4}\p{Lu}{0,2})$`)
	nameBegins = lazyregexp.New(`^(?:\p{Lu}\p{L}{2}|\p{Lu}\p{Ll}{0,4}-?\d)`)
)

func (u ukrainian) typeName(name, number string) string {
	switch known := u.word("types", name); {
	case known != "":
		return known
	case u.word("soviet", name+number) != "":
		return u.spell(u.word("soviet", name+number))
	case strings.ToUpper(name) != name:
		return name
	case u.word("read", name) != "":
		return u.word("read", name)
	case len([]rune(name)) < 3 || u.word("spelt", name) != "" || !strings.ContainsAny(name, "АЕЄИІЇОУЮЯ"):
		return u.spell(name)
	}
	return name
}

// typeNumber spells out a number with its leading zeros: "М-06".
func (u ukrainian) typeNumber(digits string) string {
	said := ""
	for len(digits) > 1 && digits[0] == '0' {
		said, digits = said+"нуль ", digits[1:]
	}
	words, _ := u.Spelt("spellout-cardinal-masculine", digits)
	return said + strings.TrimPrefix(words, "одна ")
}

func (u ukrainian) typeBehind(behind string) string {
	letters := strings.TrimRight(behind, "0123456789")
	said := ""
	if letters != "" {
		said = " " + u.spell(letters)
	}
	if digits := behind[len(letters):]; digits != "" {
		said += " " + u.typeNumber(digits)
	}
	return said
}

// sayModel says capitals and digits without a hyphen: "M777", "ТБ2", "2С19", "5G".
func (u ukrainian) sayModel(m rewrite.Match) (string, bool) {
	if !grammar.Apart(m) || strings.HasSuffix(m.Before, "-") || !freeDigits(m.Before) {
		return "", false
	}
	if said := u.word("formulas", m.Groups[0]); said != "" {
		return said, true
	}
	if continued().MatchString(m.After) {
		return "", false
	}
	front, rest := m.Groups[1], m.Groups[2]
	if front == "" {
		return strings.TrimSpace(u.typeNumber(m.Groups[3]) + u.typeBehind(m.Groups[4])), true
	}
	digits := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
	return u.typeName(front, digits) + " " + u.typeNumber(digits) + u.typeBehind(rest[len(digits):]), true
}

// saySeries says capitals, a number and another one: "М120-15".
func (u ukrainian) saySeries(m rewrite.Match) (string, bool) {
	said := u.typeName(m.Groups[1], m.Groups[2]) + " " + u.typeNumber(m.Groups[2]) + " " + u.typeNumber(m.Groups[3])
	return said, grammar.Apart(m) && freeDigits(m.Before) && !strings.HasSuffix(m.Before, "-") && !continued().MatchString(m.After)
}

// sayNumberedType says a letter between two numbers: "3М-54".
func (u ukrainian) sayNumberedType(m rewrite.Match) (string, bool) {
	said := u.typeNumber(m.Groups[1]) + " " + u.spell(m.Groups[2]) + " " + u.typeNumber(m.Groups[3])
	return said, grammar.Apart(m) && freeDigits(m.Before) && !continued().MatchString(m.After)
}

// sayVariant says a letter after a name, and its number: "Іскандер-М", "Бук-М1".
func (u ukrainian) sayVariant(m rewrite.Match) (string, bool) {
	said := m.Groups[1] + " " + u.spell(m.Groups[2])
	if m.Groups[3] != "" {
		said += " " + u.typeNumber(m.Groups[3])
	}
	return said, grammar.Apart(m) && !strings.HasPrefix(m.After, "-")
}

// continued matches text after a number that shows that the number is part of something else.
var continued = lazyregexp.New(`^(?:[\p{L}\d_%@/\\]|[.,:–—-]\d|-\p{L}|:\d)`)

var digitsGoOn = lazyregexp.New(`(?:[.,:/\d-]|\d–)$`)

// freeDigits reports whether digits that follow the text would begin a number, not continue one.
func freeDigits(before string) bool { return !digitsGoOn().MatchString(before) }
