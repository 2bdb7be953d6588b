package narrate_test

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/aloud-audio/aloud/internal/library"
)

// narrationSchema is the contract with web developers, docs/narration.schema.json.
func narrationSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	schema, err := compiler.Compile("../../docs/narration.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// conforms checks the published narration.json in the store against the schema.
func (n *newsroom) conforms(schema *jsonschema.Schema) {
	n.t.Helper()
	object, err := n.store.Open(n.t.Context(), n.ref.NarrationKey(), 0)
	if err != nil {
		n.t.Fatal(err)
	}
	defer object.Body.Close()
	content, err := io.ReadAll(object.Body)
	if err != nil {
		n.t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil {
		n.t.Fatal(err)
	}
	if err := schema.Validate(document); err != nil {
		n.t.Errorf("%v\n%s", err, content)
	}
}

func TestTheDocumentedExampleFitsTheSchema(t *testing.T) {
	docs, err := os.ReadFile("../../docs/narration.md")
	if err != nil {
		t.Fatal(err)
	}
	_, example, _ := strings.Cut(string(docs), "```json\n")
	example, _, _ = strings.Cut(example, "```")
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(example))
	if err != nil {
		t.Fatal(err)
	}
	if err := narrationSchema(t).Validate(document); err != nil {
		t.Error(err)
	}
}

// TestTheSchemaRefusesWhatIsNoNarration exists because a schema that accepts everything would prove
// nothing.
func TestTheSchemaRefusesWhatIsNoNarration(t *testing.T) {
	for name, document := range map[string]string{
		"nothing":       `{}`,
		"no audio":      `{"version":1,"site":"main","id":"a","revision":"2026-11-23T06:03:29.000Z","title":"","language":"en","label":"AI","audio":[],"captions":[],"segments":[{"index":0,"role":"headline","start":0,"end":1,"text":"A"}],"voice":{"provider":"p","name":"n"},"published_at":"2026-11-23T06:03:29Z","rendered_at":"2026-11-23T06:03:29Z","sound":"s"}`,
		"other version": `{"version":2}`,
	} {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(document))
		if err != nil {
			t.Fatal(err)
		}
		if narrationSchema(t).Validate(value) == nil {
			t.Errorf("the schema accepts %s", name)
		}
	}
}

func TestPublishedNarrationsFitTheSchema(t *testing.T) {
	n, schema := open(t), narrationSchema(t)
	n.Generator = "aloud/1.2.3"
	n.send(story("One boat.", "Two crews."))
	n.mustWork()
	n.conforms(schema)

	rich := story("One boat.")
	rich.HTML = "<p>One boat.</p><h2>The crews</h2><ul><li>Two crews.</li></ul><blockquote>Three.</blockquote>"
	rich.Byline, rich.URL, rich.Standfirst = []string{"Olena Test"}, "https://example.com/ferry", "After 22 months."
	site := n.Sites["main"]
	site.Disclosure = map[string]string{"en": "This audio was made with AI."}
	n.Sites["main"] = site
	n.order(func(o *library.Orders) { o.Render = "nonce" })
	n.send(rich)
	n.calm()
	n.mustWork()
	n.conforms(schema)
	if got := n.narration(); len(got.Chapters) == 0 || got.Order == "" || len(got.Segments) < 8 {
		t.Errorf("the narration lacks a field: %+v", got)
	}
}
