package grammar

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// Abbreviations returns the rules for abbreviations and symbols.
func (g *Grammar) Abbreviations() []rewrite.Rule {
	a := g.Pack.Abbreviations
	anywhere := func(rewrite.Match) bool { return true }
	named := func(m rewrite.Match) bool { return StartsUpper(WordAfter(m.After)) || touchesName(m) }
	numbered := func(m rewrite.Match) bool { return StartsDigit(strings.TrimLeft(m.After, " \u00A0\u202F")) }
	spaced := func(m rewrite.Match) bool {
		return strings.HasSuffix(m.Before, " ") && strings.HasPrefix(m.After, " ")
	}
	either := func(m rewrite.Match) bool { return named(m) || numbered(m) }
	var rules []rewrite.Rule
	for _, kind := range []struct {
		rule  string
		words pack.Words
		may   func(rewrite.Match) bool
		ends  bool
	}{
		{"title", a.BeforeName, named, false},
		{"abbreviation", a.BeforeNumber, numbered, false},
		{"abbreviation", a.BeforeBoth, either, false},
		{"abbreviation", a.Closing, anywhere, true},
		{"abbreviation", a.Anywhere, anywhere, false},
		{"symbol", a.Signs, numbered, false},
		{"symbol", a.Symbols, spaced, false},
	} {
		if len(kind.words) > 0 {
			rules = append(rules, g.abbreviation(kind.rule, kind.words, kind.may, kind.ends))
		}
	}
	return rules
}

// abbreviation returns a rule that expands words where may allows it. ends reports whether the full
// stop of such a word can also end the sentence.
func (g *Grammar) abbreviation(rule string, words pack.Words, may func(rewrite.Match) bool, ends bool) rewrite.Rule {
	known := newTable(withCapitals(words))
	alike := lazyregexp.New(`(^|[^\pL])(?:` + known.pattern + `)` + gap + `(?:\p{Lu}\. ?){0,2}\p{Lu}[\pL'’ʼ-]*(?: \pL[\pL'’ʼ-]+){0,2}(?:,| (?:` + g.joinersThat(true) + `)) $`)
	return rewrite.Rule{Name: rule, Pattern: known.pattern, Whole: true, Say: func(m rewrite.Match) (string, bool) {
		// A digit or a name may follow without a space: "Nr.5", "м.Київ".
		follows := Closes(m.After) || StartsDigit(m.After) || rule != "symbol" && touchesName(m)
		if !Opens(m.Before) || !follows || !may(m) {
			return "", false
		}
		said := g.declined(known.of(m.Groups[0]), rule == "title", m, alike)
		if StartsDigit(m.After) || StartsLetter(m.After) {
			said += " "
		}
		if ends {
			said = g.withStop(said, m)
		}
		return said, true
	}}
}

// touchesName reports whether a name follows the full stop of an abbreviation without a space. A
// single capital is not a name: it is an initial or part of a longer abbreviation.
func touchesName(m rewrite.Match) bool {
	first, size := utf8.DecodeRuneInString(m.After)
	second, _ := utf8.DecodeRuneInString(m.After[size:])
	return strings.HasSuffix(m.Groups[0], ".") && unicode.IsUpper(first) && unicode.IsLower(second)
}

// declined returns the form of said that the context requires. A title takes the case of the name
// after it; a street takes the case that the preceding word governs.
func (g *Grammar) declined(said string, title bool, m rewrite.Match, alike func() *regexp.Regexp) string {
	forms := pack.Forms(said)
	if len(forms) < 2 || len(forms) != len(g.Pack.Cases) {
		return said
	}
	at, table := "", "places"
	if title {
		at, table = g.nameCase(m.After), "people"
	}
	switch cases := g.governed(g.inFrontOf(alike, m.Before), table); {
	case at != "":
	case len(cases) > 0:
		at = cases[0]
	case !title: // after a verb, a person is more likely its subject than its object
		at = g.first(nil, m.Before, "places")
	}
	return pack.Form(forms, g.caseIndex(at))
}

// inFrontOf returns the text before the first of several coordinated names with such an
// abbreviation, because they share a case: "у " for "у м. Києві та ".
func (g *Grammar) inFrontOf(alike func() *regexp.Regexp, before string) string {
	for {
		words := strings.Fields(before[max(0, strings.LastIndexByte(strings.TrimRight(before, " "), ' ')):])
		if len(words) == 0 {
			return before
		}
		if _, joins := g.Pack.Numbers.Joiners[words[0]]; !joins && !strings.HasSuffix(words[0], ",") {
			return before
		}
		at := alike().FindStringSubmatchIndex(before)
		if at == nil {
			return before
		}
		before = before[:at[3]]
	}
}

// nameCase returns the case of the name after a title, if the name's ending shows it.
func (g *Grammar) nameCase(after string) string {
	if StartsLetter(after) {
		after = " " + after
	}
	for range 2 {
		name := WordAfter(after)
		if !StartsUpper(name) {
			break
		}
		if at, ok := longestEnding(g.nameEndings, name); ok {
			return at
		}
		after = strings.TrimLeft(after, " \u00A0")[len(name):]
	}
	return ""
}
