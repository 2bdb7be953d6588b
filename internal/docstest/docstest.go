// Package docstest compares tables in the documentation with the code.
//
// Only tests call it. With -update-docs they rewrite the tables instead.
package docstest

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update-docs", false, "rewrite the tables in the documentation")

// Keep compares the tables in a file with those given by name. A table stands between <!-- name -->
// and <!-- end -->.
func Keep(t *testing.T, file string, tables map[string]string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	docs := string(text)
	for name, table := range tables {
		docs = withTable(t, docs, name, table)
	}
	switch {
	case docs == string(text):
	case *update:
		if err := os.WriteFile(file, []byte(docs), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s differs from the code: run this test with -update-docs and read the diff", file)
	}
}

func withTable(t *testing.T, docs, name, table string) string {
	t.Helper()
	begin := "<!-- " + name + " -->\n"
	before, rest, found := strings.Cut(docs, begin)
	_, after, ended := strings.Cut(rest, "<!-- end -->")
	if !found || !ended {
		t.Fatalf("the documentation has no marks for table %s", name)
	}
	return before + begin + table + "<!-- end -->" + after
}
