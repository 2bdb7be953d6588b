package credential

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/fxamacker/cbor/v2"
)

// content returns what the manifest says. It leaves out what it cannot read.
func (v *verifier) content() *Content {
	c := &Content{
		Manifest: v.manifest.label, Title: v.claim.Title, Generator: generatorName(v.claim),
		Actions: []Action{}, Ingredients: []Ingredient{},
	}
	assertions, _ := v.manifest.child(assertionsKind, assertionsLabel)
	for _, a := range assertions.children {
		label, _, _ := strings.Cut(a.label, "__")
		switch label {
		case "c2pa.actions", actionsLabel:
			c.Actions = append(c.Actions, readActions(a.content(cborType))...)
		case "c2pa.ingredient", "c2pa.ingredient.v2", ingredientLabel:
			var i ingredient
			if lenient.Unmarshal(a.content(cborType), &i) == nil {
				c.Ingredients = append(c.Ingredients, Ingredient{i.Title, i.Relationship, i.URL, i.Description})
			}
		case metadataLabel, "c2pa.metadata":
			_ = json.Unmarshal(a.content(jsonType), &c.Metadata)
		}
	}
	return c
}

// anyAction is an action of version 1 or 2.
type anyAction struct {
	Action      string          `cbor:"action"`
	SourceType  string          `cbor:"digitalSourceType"`
	When        cbor.RawMessage `cbor:"when"`
	Agent       cbor.RawMessage `cbor:"softwareAgent"`
	Description string          `cbor:"description"`
}

func readActions(data []byte) (all []Action) {
	var list struct {
		Actions []anyAction `cbor:"actions"`
	}
	if lenient.Unmarshal(data, &list) != nil {
		return nil
	}
	for _, a := range list.Actions {
		all = append(all, Action{a.Action, a.SourceType, readTime(a.When), readName(a.Agent), a.Description})
	}
	return all
}

func readTime(data []byte) (t time.Time) {
	if lenient.Unmarshal(data, &t) != nil {
		return time.Time{}
	}
	return t.UTC()
}

// readName reads the name of a program: a string in version 1; in version 2 a map with a name, or a
// list of such maps.
func readName(data []byte) string {
	type program struct {
		Name    string `cbor:"name"`
		Version string `cbor:"version"`
	}
	var text string
	var one program
	var several []program
	switch {
	case lenient.Unmarshal(data, &text) == nil:
		return text
	case lenient.Unmarshal(data, &one) == nil:
	case lenient.Unmarshal(data, &several) == nil && len(several) > 0:
		one = several[0]
	}
	return strings.TrimSpace(one.Name + " " + one.Version)
}

func generatorName(c anyClaim) string {
	if name := readName(c.Generator); name != "" {
		return name
	}
	return c.Named
}
