package lang

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// row is a row of a spoken.tsv.
type row struct {
	line          int
	written, said string
	rule          string // a rule that must contribute; "": any
	unchanged     bool   // no rule may change the text
}

// TestSpoken checks the rows of each folder's spoken.tsv, and of the spoken-PT.tsv and the like
// that hold what a region says differently.
func TestSpoken(t *testing.T) {
	files, err := filepath.Glob("*/spoken*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatal("no folder has a spoken.tsv", err)
	}
	for _, file := range files {
		tag := filepath.Dir(file)
		region, _ := strings.CutPrefix(strings.TrimSuffix(filepath.Base(file), ".tsv"), "spoken")
		language := For(tag + region)
		t.Run(tag+region, func(t *testing.T) {
			for _, r := range readRows(t, file) {
				checkRow(t, language, file, r)
			}
		})
	}
}

func checkRow(t *testing.T, language *Language, file string, r row) {
	t.Helper()
	form := language.Say(r.written)
	if form.Text != r.said {
		t.Errorf("%s:%d: %q\n got %q\nwant %q", file, r.line, r.written, form.Text, r.said)
	}
	if r.unchanged && len(form.Edits) > 0 {
		t.Errorf("%s:%d: %v, want no edit", file, r.line, form.Edits)
	}
	if r.rule == "" {
		return
	}
	if !hasEditBy(r.rule, form) {
		t.Errorf("%s:%d: rule %s made none of the edits %v", file, r.line, r.rule, form.Edits)
	}
	if hasEditBy(r.rule, language.Say(r.written, r.rule)) {
		t.Errorf("%s:%d: rule %s is off but made an edit", file, r.line, r.rule)
	}
}

func hasEditBy(rule string, form rewrite.Form) bool {
	return slices.ContainsFunc(form.Edits, func(e rewrite.Edit) bool { return e.Rule == rule })
}

func readRows(t *testing.T, file string) []row {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	seen := map[string]int{}
	for i, line := range strings.Split(string(text), "\n") {
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		columns := strings.Split(line, "\t")
		if len(columns) > 3 {
			t.Fatalf("%s:%d: a row has at most three columns: written, said, rule", file, i+1)
		}
		if first := seen[columns[0]]; first > 0 {
			t.Errorf("%s:%d: is a duplicate of line %d", file, i+1, first)
		}
		seen[columns[0]] = i + 1
		rows = append(rows, newRow(t, i+1, columns))
	}
	return rows
}

func newRow(t *testing.T, line int, columns []string) row {
	r := row{line: line, written: unescaped(t, columns[0]), unchanged: len(columns) == 1}
	if r.unchanged {
		r.said = r.written
		return r
	}
	r.said = unescaped(t, columns[1])
	if len(columns) == 3 {
		r.rule = columns[2]
	}
	return r
}

// unescaped expands the escapes of a column, which stand for characters that are hard to see.
func unescaped(t *testing.T, column string) string {
	t.Helper()
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(column, `"`, `\"`) + `"`)
	if err != nil {
		t.Fatalf("%s: write \\n, \\t, \\u00A0 or \\\\: %v", column, err)
	}
	return text
}
