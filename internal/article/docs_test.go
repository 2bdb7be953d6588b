package article

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var updateDocs = flag.Bool("update-docs", false, "write the tables of docs/reading.md anew")

// TestDocsHaveTheRules keeps what editors read equal to what the code does.
func TestDocsHaveTheRules(t *testing.T) {
	const file = "../../docs/reading.md"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	docs := string(text)
	for name, rules := range map[string][]rule{"ghost": ghostRules, "wordpress": wordPressRules, "html": htmlRules, "gates": gateRules} {
		docs = withTable(t, docs, name, tableOfRules(rules))
	}
	if *updateDocs {
		if err := os.WriteFile(file, []byte(docs), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if docs != string(text) && !*updateDocs {
		t.Errorf("%s has other rules than the code: run go test ./internal/article -update-docs and read the diff", file)
	}
}

// withTable is docs with a table between the marks of that name.
func withTable(t *testing.T, docs, name, table string) string {
	t.Helper()
	before, rest, found := strings.Cut(docs, "<!-- "+name+" -->\n")
	_, after, ended := strings.Cut(rest, "<!-- end -->")
	if !found || !ended {
		t.Fatalf("the docs have no place for %s", name)
	}
	return before + "<!-- " + name + " -->\n" + table + "<!-- end -->" + after
}

func tableOfRules(rules []rule) string {
	var b strings.Builder
	b.WriteString("| what | verdict | why, or what it is |\n| --- | --- | --- |\n")
	for _, r := range rules {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", strings.ReplaceAll(r.selector, "|", `\|`), r.verdict, r.reason)
	}
	return b.String()
}
