package european

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Abbreviations are the written-out forms of what a language shortens, by where they may stand.
type Abbreviations struct {
	Titles   map[string]string // before a name: "Dr."
	Numbered map[string]string // before figures: "Nr."
	Anywhere map[string]string
	Closing  map[string]string // whose full stop may be that of the sentence too: "usw."
	Signs    map[string]string // before figures: "§"
	Symbols  map[string]string // between spaces: "&"
}

// rules are those of all tables that have words. ends guesses whether a full stop is that of the sentence too.
func (a Abbreviations) Rules(ends func(rewrite.Match) bool) []rewrite.Rule {
	never := func(rewrite.Match) bool { return false }
	anywhere := func(rewrite.Match) bool { return true }
	named := func(m rewrite.Match) bool { return StartsUpper(WordAfter(m.After)) }
	numbered := func(m rewrite.Match) bool { return StartsDigit(strings.TrimLeft(m.After, " \u00A0\u202F")) }
	spaced := func(m rewrite.Match) bool { return strings.HasSuffix(m.Before, " ") && strings.HasPrefix(m.After, " ") }
	var rules []rewrite.Rule
	for _, kind := range []struct {
		rule      string
		words     map[string]string
		may, ends func(rewrite.Match) bool
	}{
		{"title", a.Titles, named, never},
		{"abbreviation", a.Numbered, numbered, never},
		{"abbreviation", a.Closing, anywhere, ends},
		{"abbreviation", a.Anywhere, anywhere, never},
		{"symbol", a.Signs, numbered, never},
		{"symbol", a.Symbols, spaced, never},
	} {
		if len(kind.words) > 0 {
			rules = append(rules, abbreviation(kind.rule, kind.words, kind.may, kind.ends))
		}
	}
	return rules
}

// abbreviation writes words out where they may stand.
func abbreviation(name string, words map[string]string, may, ends func(rewrite.Match) bool) rewrite.Rule {
	known := NewTable(withCapitals(words))
	return rewrite.Rule{Name: name, Pattern: known.Pattern, Say: func(m rewrite.Match) (string, bool) {
		written := m.Groups[0]
		// A figure may follow at once: "Nr.5". A letter may not: "Str.A" is no word of the table.
		follows := Closes(m.After) || StartsDigit(m.After)
		if !Opens(m.Before) || !follows || !may(m) {
			return "", false
		}
		said := known.Of(written)
		if StartsDigit(m.After) {
			said += " "
		}
		if strings.HasSuffix(written, ".") && ends(m) {
			said += "."
		}
		return said, true
	}}
}
