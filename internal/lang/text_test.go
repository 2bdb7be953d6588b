package lang

import (
	"strings"
	"testing"
)

func TestTextFiles(t *testing.T) {
	if n := len(TextLanguages()); n < 9 {
		t.Errorf("found %d text files", n)
	}
	if got := PhrasesIn("de_AT", "byline: by"); len(got) != 1 || got[0] != "Von" {
		t.Errorf("bylines in Austrian German: %q", got)
	}
	if got := WordsIn("tlh", "before a number"); len(got) != 4 {
		t.Errorf("words before a number in all languages: %q", got)
	}
}

func TestTextFileErrors(t *testing.T) {
	for data, want := range map[string]string{
		"# a comment\nx":                "line 2",
		"[us]\nwe\n[us]\nour":           "line 3",
		"[labels: ad]\nx\n\n[label]\ny": "unknown section [label]",
	} {
		file, err := readText(data)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, %v", data, file, err)
		}
	}
}
