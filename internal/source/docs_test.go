package source_test

import (
	"os"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/source"
)

// The payload that docs/operators.md shows to developers of a CMS is one.
func TestTheDocumentedPayload(t *testing.T) {
	docs, err := os.ReadFile("../../docs/operators.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(docs), "### Any other CMS")
	_, example, _ := strings.Cut(section, "```json\n")
	example, _, found := strings.Cut(example, "```")
	if !found {
		t.Fatal("docs/operators.md has no payload")
	}
	payload, err := source.ParseFile("article.json", "", []byte(example))
	if err != nil {
		t.Fatal(err)
	}
	if payload.ID != "ferry-2026" || payload.HTML == "" || payload.PublishedAt.IsZero() || len(payload.Byline) != 1 {
		t.Errorf("read as %+v", payload)
	}
}
