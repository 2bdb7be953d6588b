package script

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script/spoken"
)

var updateDocs = flag.Bool("update-docs", false, "write the tables of docs/reading.md anew")

// examples have a text for each rule that a site can switch off.
var examples = map[string]string{
	"abbreviation": "Morska Ave., approx.", "acronym": "the UN and NATO", "date": "Nov. 3–5", "designation": "T-72s and F-16s",
	"emoji": "Good 🙂 news", "invisible": "nar\u00ADra\u00ADtor", "ligature": "ﬁre", "money": "$1.2bn", "note": "the river[1] rose",
	"number": "1,400 of 2/3", "ordinal": "the 47th", "pause": "the deal — at last — came (late)", "percent": "0.75%",
	"phone": "Call 911 now", "roman": "World War II", "score": "won 3-1", "space": "two  spaces", "symbol": "bread & salt", "time": "3:05 p.m.",
	"title": "Lt. Col. Roe", "unit": "70 km/h", "web": "at example.org", "year": "in 1905", RuleLexicon: "in Lviv",
}

func TestDocsHaveTheRules(t *testing.T) {
	const file = "../../docs/reading.md"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	docs := withTable(t, string(text), "spoken", tableOfSpoken(t))
	docs = withTable(t, docs, "pauses", tableOfPauses())
	if *updateDocs {
		if err := os.WriteFile(file, []byte(docs), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if docs != string(text) && !*updateDocs {
		t.Errorf("%s has other rules than the code: run go test ./internal/script -update-docs and read the diff", file)
	}
}

func withTable(t *testing.T, docs, name, table string) string {
	t.Helper()
	before, rest, found := strings.Cut(docs, "<!-- "+name+" -->\n")
	_, after, ended := strings.Cut(rest, "<!-- end -->")
	if !found || !ended {
		t.Fatalf("the docs have no place for %s", name)
	}
	return before + "<!-- " + name + " -->\n" + table + "<!-- end -->" + after
}

// tableOfSpoken also makes sure that each example shows its rule at work, and that the rule can be switched off.
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
		said := mustBuild(t, a, Options{}).Segments[0]
		off := mustBuild(t, a, Options{Off: []string{rule}}).Segments[0]
		by := func(e spoken.Edit) bool { return e.Rule == rule || rule == RuleLexicon && e.Rule == spoken.NameRule }
		if !slices.ContainsFunc(said.Edits, by) || slices.ContainsFunc(off.Edits, by) {
			t.Errorf("%s: %q is said as %q, switched off as %q", rule, written, said.Spoken, off.Spoken)
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
