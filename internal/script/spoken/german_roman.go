package spoken

import "strings"

// germanRomanRule is for rulers: "Papst Leo XIV." is "der Vierzehnte", "von König Charles III." "dem Dritten". A title has
// to stand before the name.
var germanRomanRule = rule{"roman", `([IVX]+)\.`, func(m match) (string, bool) {
	n, words := romanNumber(m.groups[1]), lastWords(m.before, 3)
	if n == 0 || !startsUpper(words[0]) || !germanRulers[words[1]] {
		return "", false
	}
	stop := ""
	if blankAfter(m) {
		stop = "."
	}
	ordinal := germanOrdinal(n)
	ordinal = strings.ToUpper(ordinal[:1]) + ordinal[1:]
	switch before := strings.ToLower(words[2]); {
	case strings.HasSuffix(words[0], "s") && strings.HasSuffix(words[1], "s"):
		return "des " + ordinal + "en" + stop, true
	case words[1] == "Königin" || words[1] == "Kaiserin" || words[1] == "Zarin":
		return "die " + ordinal + "e" + stop, !germanDative[before]
	case germanDative[before]:
		return "dem " + ordinal + "en" + stop, true
	}
	return "der " + ordinal + "e" + stop, true
}}

var germanRulers = wordList("Papst König Kaiser Zar Prinz Fürst Königin Kaiserin Zarin")
