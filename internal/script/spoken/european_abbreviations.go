package spoken

import "strings"

// abbreviations are the written-out forms of what a language shortens, by where they may stand.
type abbreviations struct {
	titles   map[string]string // before a name: "Dr."
	numbered map[string]string // before figures: "Nr."
	anywhere map[string]string
	closing  map[string]string // whose full stop may be that of the sentence too: "usw."
	signs    map[string]string // before figures: "§"
	symbols  map[string]string // between spaces: "&"
}

// rules are those of all tables that have words. ends guesses whether a full stop is that of the sentence too.
func (a abbreviations) rules(ends func(match) bool) []rule {
	never := func(match) bool { return false }
	anywhere := func(match) bool { return true }
	named := func(m match) bool { return startsUpper(wordAfter(m.after)) }
	numbered := func(m match) bool { return startsDigit(strings.TrimLeft(m.after, " \u00A0\u202F")) }
	spaced := func(m match) bool { return strings.HasSuffix(m.before, " ") && strings.HasPrefix(m.after, " ") }
	var rules []rule
	for _, kind := range []struct {
		rule      string
		words     map[string]string
		may, ends func(match) bool
	}{
		{"title", a.titles, named, never},
		{"abbreviation", a.numbered, numbered, never},
		{"abbreviation", a.closing, anywhere, ends},
		{"abbreviation", a.anywhere, anywhere, never},
		{"symbol", a.signs, numbered, never},
		{"symbol", a.symbols, spaced, never},
	} {
		if len(kind.words) > 0 {
			rules = append(rules, abbreviation(kind.rule, kind.words, kind.may, kind.ends))
		}
	}
	return rules
}

// abbreviation writes words out where they may stand.
func abbreviation(name string, words map[string]string, may, ends func(match) bool) rule {
	known := newTable(withCapitals(words))
	return rule{name, known.pattern, func(m match) (string, bool) {
		written := m.groups[0]
		// A figure may follow at once: "Nr.5". A letter may not: "Str.A" is no word of the table.
		follows := closes(m.after) || startsDigit(m.after)
		if !opens(m.before) || !follows || !may(m) {
			return "", false
		}
		said := known.of(written)
		if startsDigit(m.after) {
			said += " "
		}
		if strings.HasSuffix(written, ".") && ends(m) {
			said += "."
		}
		return said, true
	}}
}
