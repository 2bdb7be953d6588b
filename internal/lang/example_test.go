package lang

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
	"github.com/aloud-audio/aloud/internal/lang/pack"
	"github.com/aloud-audio/aloud/internal/lang/rewrite"
)

// TestTheLanguageOfTheDocs builds the language that docs/languages.md adds step by step, and checks
// that its pack produces the rows that the docs show.
func TestTheLanguageOfTheDocs(t *testing.T) {
	docs, err := os.ReadFile("../../docs/languages.md")
	if err != nil {
		t.Fatal(err)
	}
	const tag = "da"
	files := fstest.MapFS{tag + "/pack.yaml": {Data: []byte(example(t, string(docs), "pack.yaml"))}}
	p, err := pack.Load(files, tag)
	if err != nil {
		t.Fatal(err)
	}
	g, err := grammar.New(tag, p)
	if err != nil {
		t.Fatal(err)
	}
	rewriter := rewrite.New(func() []rewrite.Rule { return g.Rules() }, nil)
	rows := 0
	for line := range strings.Lines(example(t, string(docs), "spoken.tsv")) {
		written, said, found := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if rows++; !found {
			said = written
		}
		if form := rewriter.Say(written); form.Text != said {
			t.Errorf("%q\n got %q\nwant %q", written, form.Text, said)
		}
	}
	if rows < 5 {
		t.Errorf("the docs have only %d rows", rows)
	}
}

// example joins the indented blocks of the docs that follow <!-- example NAME -->.
func example(t *testing.T, docs, name string) string {
	t.Helper()
	var text strings.Builder
	for _, part := range strings.Split(docs, "<!-- example "+name+" -->\n")[1:] {
		for line := range strings.Lines(strings.TrimLeft(part, "\n")) {
			code, indented := strings.CutPrefix(line, "    ")
			if !indented {
				break
			}
			text.WriteString(code)
		}
	}
	if text.Len() == 0 {
		t.Fatalf("the docs have no example %s", name)
	}
	return text.String()
}
