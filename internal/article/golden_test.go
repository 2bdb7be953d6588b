package article_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGhostPage reads a page with every card of Ghost's editor. Whatever must not be read says SKIP
// in it.
func TestGhostPage(t *testing.T) {
	const input, file = "testdata/ghost-page.html", "testdata/ghost-page.golden"
	data, err := os.ReadFile(input)
	if err != nil {
		t.Fatal(err)
	}
	a, err := article.Parse(article.Payload{ID: "ghost-page", HTML: string(data)}, article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range a.Blocks {
		if strings.Contains(b.Text, "SKIP") {
			t.Errorf("read: %s", b.Text)
		}
	}
	golden(t, file, describe(a))
}

// golden compares with a file, or with -update writes it.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("not as in %s; if the change is meant, run go test ./internal/article -update and read the diff. Got:\n%s", file, got)
	}
}

func describe(a article.Article) string {
	var b strings.Builder
	fmt.Fprintf(&b, "id: %s\nurl: %s\ntitle: %s\nbyline: %q\nlanguage: %s (%s)\n\n", a.ID, a.URL, a.Title, a.Byline, a.Language, a.LanguageBy)
	for _, block := range a.Blocks {
		fmt.Fprintf(&b, "%s: %s\n", block.Role, block.Text)
	}
	b.WriteString("\nSkipped\n\n")
	for _, s := range a.Skipped {
		fmt.Fprintf(&b, "%s: %s\n", s.Reason, s.Text)
	}
	return b.String()
}
