// Package docstest keeps tables of the documentation equal to what the code does.
//
// Tests call it, and nothing else. With -update-docs they write the tables instead of comparing them.
package docstest

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update-docs", false, "write the tables of the documentation anew")

// Keep compares the tables in a file, each between the marks <!-- name --> and <!-- end -->, with those given by name.
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
		t.Errorf("%s says otherwise than the code: run this test with -update-docs and read the diff", file)
	}
}

func withTable(t *testing.T, docs, name, table string) string {
	t.Helper()
	begin := "<!-- " + name + " -->\n"
	before, rest, found := strings.Cut(docs, begin)
	_, after, ended := strings.Cut(rest, "<!-- end -->")
	if !found || !ended {
		t.Fatalf("the docs have no place for %s", name)
	}
	return before + begin + table + "<!-- end -->" + after
}
