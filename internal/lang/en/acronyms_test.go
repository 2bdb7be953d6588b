package en

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

func TestAcronymsStandOnce(t *testing.T) {
	source, err := os.ReadFile("acronyms.go")
	if err != nil {
		t.Fatal(err)
	}
	in := map[string]bool{}
	for _, set := range regexp.MustCompile("set\\((?:`[^`]*`|\"[A-Z ]*\")\\)").FindAllString(string(source), -1) {
		for _, word := range strings.FieldsFunc(strings.TrimPrefix(set, "set"), func(r rune) bool { return strings.ContainsRune("()`\" \n\t", r) }) {
			if in[word] {
				t.Errorf("%s is in two tables, or twice in one", word)
			}
			in[word] = true
		}
	}
	if len(in) < 300 {
		t.Errorf("only %d words were found", len(in))
	}
}
