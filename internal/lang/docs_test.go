package lang

import (
	"fmt"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/docstest"
	"github.com/aloud-audio/aloud/internal/lang/cldr"
)

func TestDocsHaveTheLanguages(t *testing.T) {
	docstest.Keep(t, "../../docs/languages.md", map[string]string{"languages": tableOfLanguages(t)})
}

func tableOfLanguages(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("| tag | language | cases | phrases | abbreviations | rows of spoken.tsv | Go |\n| --- | --- | --- | --- | --- | --- | --- |\n")
	var generic []string
	for _, l := range All() {
		p, rows, code := l.Pack(), len(readRows(t, l.Tag+"/spoken.tsv")), "none"
		if rulesOf[l.Tag] != nil {
			code = "has some"
		}
		a := p.Abbreviations
		abbreviations := len(a.BeforeName) + len(a.BeforeNumber) + len(a.BeforeBoth) + len(a.Anywhere) + len(a.Closing)
		fmt.Fprintf(&b, "| %s | %s | %d | %d | %d | %d | %s |\n", l.Tag, p.Name, len(p.Cases), len(p.Phrases), abbreviations, rows, code)
	}
	for _, tag := range cldr.Languages() {
		if !hasFolder(tag) {
			generic = append(generic, tag)
		}
	}
	fmt.Fprintf(&b, "\nNumbers, percentages and units of CLDR alone: %s.\n", strings.Join(generic, ", "))
	return b.String()
}
