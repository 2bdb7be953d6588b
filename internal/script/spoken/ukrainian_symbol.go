package spoken

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ukSymbols are symbols that stand for words.
var ukSymbols = map[string]string{
	"№№": "номери", "№": "номер", "§§": "параграфи", "§": "параграф", "&": "та", "=": "дорівнює", "+": "плюс", "×": "на", "≥": "не менше", "≤": "не більше",
	"½": "одна друга", "¼": "одна четверта", "¾": "три четвертих", "⅓": "одна третя", "⅔": "дві третіх", "%": "відсотків", "‰": "проміле",
	"<": "менше", ">": "більше",
}

// ukSaySymbol says a symbol with a space on either side where a word would touch it.
func ukSaySymbol(m match) (string, bool) {
	said := ukSymbols[m.groups[0]]
	last, _ := utf8.DecodeLastRuneInString(m.before)
	next, _ := utf8.DecodeRuneInString(m.after)
	if m.groups[0] == "%" && ukHyphened().MatchString(m.after) { // 7,5%-ий
		return "", false
	}
	if strings.ContainsAny(m.groups[0], "&=+<>") && (unicode.IsLetter(last) || unicode.IsLetter(next)) { // AT&T, C++
		return "", false
	}
	if ukInWord(last) {
		said = " " + said
	}
	if ukInWord(next) {
		said += " "
	}
	return said, true
}

// ukSayFraction is the rule for 1/3 and the like.
func ukSayFraction(m match) (string, bool) {
	if !ukApart(m) || !ukFreeDigits(m.before) || ukContinued().MatchString(m.after) {
		return "", false
	}
	if m.groups[0] == "24/7" {
		return "двадцять чотири на сім", true
	}
	if m.groups[1] == m.groups[2] || strings.HasSuffix(m.before, "тиск ") {
		return ukTypeNumber(m.groups[1]) + " на " + ukTypeNumber(m.groups[2]), true
	}
	parts, ok := ukParse(m.groups[1])
	of, too := ukParse(m.groups[2])
	if !ok || !too || parts.whole < 1 || parts.whole >= of.whole || of.whole > 100 {
		return "", false
	}
	return ukFraction(parts.whole, of.whole, ukFirst(m.before)), true
}

// ukSayDifference is the rule for a dash that takes away: "5 – 3 = 2".
func ukSayDifference(m match) (string, bool) {
	from, ok := ukParse(m.groups[1])
	less, too := ukParse(m.groups[2])
	said := from.say(ukNominative, ukMasculine) + " мінус " + less.say(ukNominative, ukMasculine)
	return said, ok && too && ukFreeDigits(m.before) && strings.HasPrefix(strings.TrimLeft(m.after, " \u00A0"), "=")
}

// ukSayApostrophe writes the letter apostrophe (U+02BC) as the sign that every voice reads; some name it instead.
func ukSayApostrophe(m match) (string, bool) {
	last, _ := utf8.DecodeLastRuneInString(m.before)
	next, _ := utf8.DecodeRuneInString(m.after)
	return "'", unicode.IsLetter(last) && unicode.IsLetter(next)
}

// ukSayPause is the rule for hyphens that stand for a dash.
func ukSayPause(match) (string, bool) { return " — ", true }
