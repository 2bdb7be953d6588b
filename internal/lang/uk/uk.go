// Package uk has the rules of Ukrainian that need Go because pack.yaml cannot express them, such as
// designations of weapons and the letters of acronyms. Numbers, cases, dates and addresses are data
// that package grammar applies. Package lang calls Rules.
package uk

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// ukrainian is the grammar with the words of pack.yaml, which documents each list.
type ukrainian struct{ *grammar.Grammar }

// Rules returns the rules of Ukrainian, the most specific first.
func Rules(g *grammar.Grammar) []rewrite.Rule {
	u := ukrainian{g}
	return slices.Concat(g.Rules(
		wholeRule("designation", `(\p{L}+)-(\d{1,6})((?:\p{Lu}{1,3}\d{0,2})?)(?:([/.-])(\d{1,4}))?`, u.sayDesignation),
		wholeRule("designation", `([A-ZА-ЯІЇЄҐ]{1,3})(\d{1,4}(?:[A-ZА-ЯІЇЄҐ]\d{0,2})?)|\b(\d{1,3})([A-Z]\d{0,3}|[А-ЯІЇЄҐ]\d{1,3})`, u.sayModel),
		wholeRule("designation", `([A-ZА-ЯІЇЄҐ]{1,2})(\d{1,4})-(\d{1,3})`, u.saySeries),
		wholeRule("designation", `\b(\d)([A-ZА-ЯІЇЄҐ])-(\d{2,3})`, u.sayNumberedType),
		wholeRule("designation", `(\p{Lu}\p{L}\p{Ll}*)-(\p{Lu})(\d{0,2})`, u.sayVariant),
	), g.Capitalising([]rewrite.Rule{
		wholeRule("acronym", `БпЛА|(?:ОАе|[А-ЯІЇЄҐ])?[А-ЯІЇЄҐ]{0,4}Бр(?:[А-ЯІЇЄҐ]{1,2})?|(?:о[аеб-щґ]{1,4}|зр)бр`, u.sayMixedAcronym),
		wholeRule("acronym", `[А-ЯІЇЄҐ]{2,}|[A-Z]{2,}`, u.sayAcronym),
		rule("designation", `/`, sayAlternative),
		rule("symbol", `№№|§§|[№§&=+×≥≤½¼¾⅓⅔%‰<>]`, u.saySymbol),
		rule("symbol", `ʼ`, sayApostrophe),
		rule(rewrite.PauseRule, ` ?\[(?:…|\.\.\.)\]`, rewrite.Silent),
		rule(rewrite.PauseRule, `[ \x{A0}](?:-|--|―)[ \x{A0}]|(?:\b| )--(?:\b| )`, sayPause),
	}))
}

// wholeRule returns a rule whose matches begin at the start of a word.
func wholeRule(name, pattern string, say func(rewrite.Match) (string, bool)) rewrite.Rule {
	return rewrite.Rule{Name: name, Pattern: pattern, Say: say, Whole: true}
}

func rule(name, pattern string, say func(rewrite.Match) (string, bool)) rewrite.Rule {
	return rewrite.Rule{Name: name, Pattern: pattern, Say: say}
}

// word returns what a word list says for a word, or "" if it is not in the list.
func (u ukrainian) word(list, written string) string { return u.Pack.Words[list][written] }

// spell names the letters of a word. A letter without a name stays as written.
func (u ukrainian) spell(word string) string {
	var names []string
	for _, letter := range word {
		names = append(names, cmp.Or(u.word("letters", string(letter)), string(letter)))
	}
	return strings.Join(names, " ")
}
