package lang

import (
	"strings"
	"testing"
)

func TestTextFiles(t *testing.T) {
	if n := len(TextLanguages()); n < 9 {
		t.Errorf("%d text files", n)
	}
	if got := PhrasesIn("de_AT", "byline: by"); len(got) != 1 || got[0] != "Von" {
		t.Errorf("an Austrian article is by %q", got)
	}
	if got := WordsIn("tlh", "before a number"); len(got) != 4 {
		t.Errorf("in every language %q stand before a number", got)
	}
}

func TestTextFileErrors(t *testing.T) {
	for data, want := range map[string]string{
		"# a note\nx":                   "line 2",
		"[us]\nwe\n[us]\nour":           "line 3",
		"[labels: ad]\nx\n\n[label]\ny": "no section [label]",
	} {
		file, err := readText(data)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, %v", data, file, err)
		}
	}
}
