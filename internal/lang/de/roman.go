package de

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// romanRule is for rulers: "Papst Leo XIV." is "der Vierzehnte", "von König Charles III." "dem Dritten". A title has
// to stand before the name.
var romanRule = rewrite.Rule{Name: "roman", Pattern: `([IVX]+)\.`, Say: func(m rewrite.Match) (string, bool) {
	n, words := grammar.RomanNumber(m.Groups[1]), grammar.LastWords(m.Before, 3)
	if n == 0 || !grammar.StartsUpper(words[0]) || !rulers[words[1]] {
		return "", false
	}
	stop := ""
	if BlankAfter(m) {
		stop = "."
	}
	ordinal := ordinal(n)
	ordinal = strings.ToUpper(ordinal[:1]) + ordinal[1:]
	switch before := strings.ToLower(words[2]); {
	case strings.HasSuffix(words[0], "s") && strings.HasSuffix(words[1], "s"):
		return "des " + ordinal + "en" + stop, true
	case words[1] == "Königin" || words[1] == "Kaiserin" || words[1] == "Zarin":
		return "die " + ordinal + "e" + stop, !dative[before]
	case dative[before]:
		return "dem " + ordinal + "en" + stop, true
	}
	return "der " + ordinal + "e" + stop, true
}}

var rulers = grammar.WordList("Papst König Kaiser Zar Prinz Fürst Königin Kaiserin Zarin")
