package script_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/script"
	"github.com/aloud-audio/aloud/internal/source"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestWholeScripts processes articles as newsrooms publish them, from the CMS's markup to the
// voice's input.
func TestWholeScripts(t *testing.T) {
	for _, input := range articles(t) {
		t.Run(filepath.Base(input), func(t *testing.T) {
			golden(t, strings.TrimSuffix(input, filepath.Ext(input))+".golden", describe(t, input))
		})
	}
}

// articles returns the input files of the golden scripts.
func articles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/articles/*.*")
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(files, func(file string) bool { return filepath.Ext(file) == ".golden" })
}

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
		t.Errorf("the script differs from %s; if the change is intended, run go test ./internal/script -update and read the diff. Got:\n%s", file, got)
	}
}

// describe writes a segment on two lines if its spoken form differs from its text.
func describe(t *testing.T, input string) string {
	t.Helper()
	art := read(t, input)
	s, err := script.Build(art, script.Options{Limit: script.Limit{Max: 5000}})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s, in %s\n\n", art.Title, art.Language)
	for _, seg := range s.Segments {
		fmt.Fprintf(&b, "%s, then %s\n  %s\n", seg.Role, seg.Pause, seg.Text)
		if seg.Spoken != strings.TrimSpace(seg.Text) {
			fmt.Fprintf(&b, "> %s\n", seg.Spoken)
		}
	}
	b.WriteString("\nnot read\n")
	for _, skipped := range s.Skipped {
		fmt.Fprintf(&b, "  %s: %s\n", skipped.Reason, skipped.Text)
	}
	return b.String()
}

func read(t *testing.T, input string) article.Article {
	t.Helper()
	data, err := os.ReadFile(input)
	if err != nil {
		t.Fatal(err)
	}
	payload, err := source.ParseFile(input, "", data)
	if err != nil {
		t.Fatal(err)
	}
	art, err := article.Parse(payload, article.Options{MembersOnly: "preview", DefaultLanguage: "en"})
	if err != nil {
		t.Fatal(err)
	}
	return art
}
