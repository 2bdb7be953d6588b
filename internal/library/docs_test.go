package library_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/docstest"
	"github.com/aloud-audio/aloud/internal/library"
)

// schema is as much of a JSON Schema as docs/narration.schema.json uses.
type schema struct {
	Description string
	Type        string
	Format      string
	Const       any
	Ref         string `json:"$ref"`
	Required    []string
	Properties  map[string]schema
	Items       *schema
	Defs        map[string]schema `json:"$defs"`
}

func readSchema(t *testing.T) schema {
	t.Helper()
	text, err := os.ReadFile("../../docs/narration.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var s schema
	if err := json.Unmarshal(text, &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// parts are the objects of narration.json: the whole, and what its fields hold, as the schema names
// it.
var parts = []struct {
	name string
	of   reflect.Type
}{
	{"narration", reflect.TypeFor[library.Narration]()},
	{"audio", reflect.TypeFor[library.Audio]()},
	{"captions", reflect.TypeFor[library.Captions]()},
	{"segment", reflect.TypeFor[library.NarrationSegment]()},
	{"chapter", reflect.TypeFor[library.NarrationChapter]()},
	{"voice", reflect.TypeFor[library.NarrationVoice]()},
}

func (s schema) part(name string) schema {
	if name == "narration" {
		return s
	}
	return s.Defs[name]
}

// The schema has exactly the fields that the code writes, and requires exactly those that it always
// writes.
func TestTheSchemaIsNarrationJSON(t *testing.T) {
	root := readSchema(t)
	for _, part := range parts {
		written, always := jsonFields(part.of)
		described := slices.Sorted(maps.Keys(root.part(part.name).Properties))
		required := slices.Sorted(slices.Values(root.part(part.name).Required))
		if !slices.Equal(slices.Sorted(slices.Values(written)), described) {
			t.Errorf("%s has %v, and the schema %v", part.name, written, described)
		}
		if !slices.Equal(slices.Sorted(slices.Values(always)), required) {
			t.Errorf("%s always has %v, and the schema requires %v", part.name, always, required)
		}
	}
}

// jsonFields returns the fields as encoding/json writes them, in order, and those that are never
// left out.
func jsonFields(of reflect.Type) (names, always []string) {
	for field := range of.Fields() {
		tag, tagged := field.Tag.Lookup("json")
		if !tagged {
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		names = append(names, name)
		if options != "omitempty" && options != "omitzero" {
			always = append(always, name)
		}
	}
	return names, always
}

// docs/narration.md lists the schema's fields.
func TestTheDocsListEveryField(t *testing.T) {
	root := readSchema(t)
	tables := map[string]string{}
	for _, part := range parts {
		tables[part.name] = root.table(part.name, part.of)
	}
	docstest.Keep(t, "../../docs/narration.md", tables)
}

// table lists the fields in the order in which they are written.
func (s schema) table(name string, of reflect.Type) string {
	var b strings.Builder
	b.WriteString("| field | type | always there | meaning |\n| --- | --- | --- | --- |\n")
	part := s.part(name)
	fields, _ := jsonFields(of)
	for _, field := range fields {
		property := part.Properties[field]
		always := "no"
		if slices.Contains(part.Required, field) {
			always = "yes"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", field, property.kind(), always, property.Description)
	}
	return b.String()
}

// kind names the type for people.
func (s schema) kind() string {
	switch {
	case s.Ref != "":
		return "[object](#" + strings.TrimPrefix(s.Ref, "#/$defs/") + ")"
	case s.Items != nil:
		return "array of " + s.Items.kind()
	case s.Const != nil:
		return fmt.Sprintf("number, %v", s.Const)
	case s.Format == "date-time":
		return "string, RFC 3339"
	default:
		return s.Type
	}
}
