package spoken

import "strings"

// Symbols that stand for a word are said; those that are for the eye are silent.
var englishSymbols = []rule{
	{"symbol", enPattern(`\b(sections? )?§{1,2} ?`), saySection},
	{"symbol", enPattern(`§{1,2} ?`), func(match) (string, bool) { return "section ", true }},
	{"symbol", enPattern(` ?& ?`), func(match) (string, bool) { return " and ", true }},
	{"symbol", enPattern(`\b([A-Za-z]+)/([A-Za-z]+)(?:/([A-Za-z]+))?\b`), enAlone(saySlash)},
	{"symbol", enPattern(` (=|\+|×|÷|→|≠|<|>|−) `), func(m match) (string, bool) { return " " + enOperators[m.groups[1]] + " ", true }},
	{"symbol", enPattern(`^[→►▶▸•·●■◆*–—-]+ +|^[→►▶•]+`), nothing},
	{"symbol", enPattern(` ?[→►▶▸] ?`), func(match) (string, bool) { return " to ", true }},
	{"symbol", enPattern(`%`), func(m match) (string, bool) { return enSpaced(m, "percent"), true }},
	{"symbol", enPattern(`°(C|F)\b`), func(m match) (string, bool) { return enSpaced(m, enUnits[m.groups[0]].many), true }},
	{"symbol", enPattern(` ?(?:\* ?){2,}| ?\*`), func(m match) (string, bool) {
		return enBetween(m), true
	}},
	{"symbol", enPattern(` ?[™®©℠†‡•●■◆▪◦►▶] ?`), func(m match) (string, bool) { return enBetween(m), true }},
	{"symbol", enPattern(`\^|~|\x60`), nothing},
}

var enOperators = map[string]string{
	"=": "equals", "+": "plus", "×": "times", "÷": "divided by", "→": "to", "≠": "is not", "<": "is less than", ">": "is more than", "−": "minus",
}

func saySection(m match) (string, bool) {
	if m.groups[1] == "" {
		return "", false
	}
	return m.groups[1], true
}

// saySlash: and/or is "and or"; so are other words with a slash between, as "or" is not always what it means.
func saySlash(m match) (string, bool) {
	said := m.groups[1:3]
	if m.groups[3] != "" {
		said = m.groups[1:4]
	}
	words := make([]string, len(said))
	for i, word := range said {
		words[i] = word
		if len(word) > 1 && strings.ToUpper(word) == word || len(word) == 1 && enIsUpper(word) {
			words[i] = enInitials(word)
		}
	}
	return strings.Join(words, " "), !strings.HasPrefix(m.after, "/") && !strings.HasSuffix(m.before, "/")
}

// enSpaced is a word with a space in front unless one is there.
func enSpaced(m match, word string) string {
	if m.before == "" || strings.HasSuffix(m.before, " ") {
		return word
	}
	return " " + word
}

// enBetween is the space that remains of silent characters: one between words, none at an edge or before a mark.
func enBetween(m match) string {
	if m.before == "" || m.after == "" || strings.ContainsAny(m.after[:1], ".,;:!?)") || !strings.Contains(m.groups[0], " ") || strings.HasPrefix(m.after, " ") || strings.HasSuffix(m.before, " ") {
		return ""
	}
	return " "
}
