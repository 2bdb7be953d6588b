package script

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/docstest"
	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// examples has a text for each rule that a site can switch off.
var examples = map[string]string{
	"abbreviation": "Morska Ave., approx.", "acronym": "the UN and NATO", "date": "Nov. 3–5", "designation": "T-72s and F-16s",
	"emoji": "Good 🙂 news", "invisible": "nar\u00ADra\u00ADtor", "ligature": "ﬁre", "money": "$1.2bn", "note": "the river[1] rose",
	"number": "1,400 of 2/3", "ordinal": "the 47th", "pause": "the deal — at last — came (late)", "percent": "0.75%",
	"phone": "Call 911 now", "roman": "World War II", "score": "won 3-1", "space": "two  spaces", "symbol": "bread & salt", "time": "3:05 p.m.",
	"title": "Lt. Col. Roe", "unit": "70 km/h", "web": "at example.org", "year": "in 1905", RuleLexicon: "in Lviv",
	lang.TransliterationRule: "in Київ",
}

func TestDocsHaveTheRules(t *testing.T) {
	docstest.Keep(t, "../../docs/reading.md", map[string]string{"spoken": tableOfSpoken(t), "pauses": tableOfPauses()})
}

// tableOfSpoken also checks that each example shows the effect of its rule, and that the rule can
// be switched off.
func tableOfSpoken(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("| rule | written | said |\n| --- | --- | --- |\n")
	for _, rule := range slices.Sorted(slices.Values(Rules())) {
		if rule == RuleIPA {
			b.WriteString("| ipa | | pronunciations in IPA, for voices that know it; off: aliases only |\n")
			continue
		}
		written := examples[rule]
		a := article.Article{Language: "en", Blocks: []article.Block{{Role: article.Paragraph, Text: written}}}
		said := mustBuild(t, a, Options{Limit: Limit{Scripts: "Latin"}}).Segments[0]
		off := mustBuild(t, a, Options{Limit: Limit{Scripts: "Latin"}, Off: []string{rule}}).Segments[0]
		by := func(e rewrite.Edit) bool { return e.Rule == rule || rule == RuleLexicon && e.Rule == rewrite.NameRule }
		if !slices.ContainsFunc(said.Edits, by) || slices.ContainsFunc(off.Edits, by) {
			t.Errorf("%s: %q is said %q, and %q with the rule off", rule, written, said.Spoken, off.Spoken)
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", rule, written, said.Spoken)
	}
	return b.String()
}

func tableOfPauses() string {
	pauses := DefaultPauses()
	var b strings.Builder
	b.WriteString("| after | silence |\n| --- | --- |\n")
	for _, role := range slices.Sorted(maps.Keys(pauses)) {
		fmt.Fprintf(&b, "| %s | %s |\n", role, pauses[role])
	}
	return b.String()
}
