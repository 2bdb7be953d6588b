// Package uk says Ukrainian: the Go for what pack.yaml cannot say, such as designations of weapons,
// letters of acronyms and addresses. Numbers, cases and dates are data that package inflect
// applies. Package lang calls Rules.
package uk

import (
	"slices"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/inflect"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// Rules are the rules of Ukrainian, the most specific first: package inflect's by the pack, and
// these for what the pack can't say: addresses, telephone numbers, designations, acronyms, symbols.
func Rules(g *grammar.Grammar) []rewrite.Rule {
	return capitalising(slices.Concat([]rewrite.Rule{
		rule("web", `([A-Za-z0-9][\w.+-]*)@((?:[\w-]+\.)+[A-Za-z]{2,})`, sayMail),
		rule("web", `(?:https?://|\bwww\.)([\w.-]+(?:/[^\s<>«»"]*[^\s<>«»".,;:!?)])?)/?`, sayAddress),
		rule("web", `\b((?:[A-Za-z][\w-]*\.)+(?:com|ua|org|net|gov|info|eu|uk|io|tv|me)(?:/[a-z]+)?)\b`, sayAddress),
		rule("web", `@([A-Za-z]\w+)`, sayHandle),
		rule("web", `#([\p{L}\d_]*\p{L}[\p{L}\d_]*)`, sayHashtag),

		rule("phone", `\(?\+\d[\d \x{A0}()-]{8,20}\d|\(?0\d{2}\)?(?:[ \x{A0}-]?\d{2,3}){3,4}|\b0[ \x{A0}-]?800(?:[ \x{A0}-]?\d{2,3}){2,3}`, sayPhone),
	}, inflect.Rules(g,
		rule("designation", `(\p{L}+)-(\d{1,4})((?:\p{Lu}{1,3}\d{0,2})?)(?:([/-])(\d{1,4}))?`, sayDesignation),
		rule("designation", `([A-ZА-ЯІЇЄҐ]{1,3})(\d{1,4}(?:[A-ZА-ЯІЇЄҐ]\d{0,2})?)|\b(\d{1,3})([A-Z]\d{0,3}|[А-ЯІЇЄҐ]\d{1,3})`, sayModel),
		rule("designation", `(\p{Lu}\p{Ll}{2,})-(\p{Lu})`, sayVariant),
	), []rewrite.Rule{
		rule("acronym", `БпЛА|[А-ЯІЇЄҐ]{1,3}Бр`, sayMixedAcronym),
		rule("acronym", `[А-ЯІЇЄҐ]{2,}|[A-Z]{2,}`, sayAcronym),
		rule("symbol", `№№|§§|[№§&=+×≥≤½¼¾⅓⅔%‰<>]`, saySymbol),
		rule("symbol", `ʼ`, sayApostrophe),
		rule(rewrite.PauseRule, ` ?\[(?:…|\.\.\.)\]`, rewrite.Silent),
		rule(rewrite.PauseRule, `[ \x{A0}](?:-|--|―)[ \x{A0}]|(?:\b| )--(?:\b| )`, sayPause),
	}))
}

// capitalising are rules that keep the capital at the start of a sentence.
func capitalising(rules []rewrite.Rule) []rewrite.Rule {
	for i, r := range rules {
		rules[i].Say = func(m rewrite.Match) (string, bool) {
			said, ok := r.Say(m)
			return capitalised(m, said), ok
		}
	}
	return rules
}

func rule(name, pattern string, say func(rewrite.Match) (string, bool)) rewrite.Rule {
	return rewrite.Rule{Name: name, Pattern: pattern, Say: say}
}
