package credential

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// Statement is what a file's credential says. Empty fields are left out.
type Statement struct {
	Title      string    // of the written article
	Authors    []string  // who wrote it
	Publisher  string    // who publishes it
	URL        string    // of its page
	Language   string    // BCP 47
	Published  time.Time // when the article was published
	Voice      string    // that reads it
	SourceType string    // IPTC's term for the kind of voice
	Placed     []string  // the recordings around it, by name, such as "Intro"
	Generator  Generator
}

// Generator is the program that makes the files.
type Generator struct{ Name, Version string }

// Labels of assertions.
const (
	actionsLabel    = "c2pa.actions.v2"
	hashLabel       = "c2pa.hash.data"
	ingredientLabel = "c2pa.ingredient.v3"
	metadataLabel   = "cawg.metadata"
)

// reference identifies an assertion by its URL and the hash of its content.
type reference struct {
	URL       string `cbor:"url"`
	Hash      []byte `cbor:"hash"`
	Algorithm string `cbor:"alg,omitempty"`
}

type actions struct {
	Actions []action `cbor:"actions"`
	All     bool     `cbor:"allActionsIncluded"`
}

type action struct {
	Action      string     `cbor:"action"`
	SourceType  string     `cbor:"digitalSourceType,omitempty"`
	When        time.Time  `cbor:"when,omitzero"`
	Agent       *agent     `cbor:"softwareAgent,omitempty"`
	Description string     `cbor:"description,omitempty"`
	Parameters  parameters `cbor:"parameters"`
}

type agent struct {
	Name string `cbor:"name"`
}

type parameters struct {
	Ingredients []reference `cbor:"ingredients"`
}

type ingredient struct {
	Title        string `cbor:"dc:title,omitempty"`
	Format       string `cbor:"dc:format,omitempty"`
	Relationship string `cbor:"relationship"`
	URL          string `cbor:"informationalURI,omitempty"`
	Description  string `cbor:"description,omitempty"`
}

// metadata is the article's metadata from the CMS (CAWG Metadata 1.1), as JSON-LD.
type metadata struct {
	Context   map[string]string `json:"@context"`
	Title     string            `json:"dc:title,omitempty"`
	Creator   []string          `json:"dc:creator,omitempty"`
	Publisher string            `json:"dc:publisher,omitempty"`
	Language  string            `json:"dc:language,omitempty"`
	Date      string            `json:"dc:date,omitempty"`
	Source    string            `json:"dc:source,omitempty"`
}

// article returns the ingredient that people wrote.
func (s Statement) article() ingredient {
	i := ingredient{Title: s.Title, Format: "text/html", Relationship: "inputTo", URL: s.URL, Description: "the written article"}
	if len(s.Authors) > 0 {
		i.Description += " by " + strings.Join(s.Authors, ", ")
	}
	return i
}

// created returns the action that made the speech from the article, text.
func (s Statement) created(when time.Time, text reference) action {
	return action{
		Action: "c2pa.created", SourceType: s.SourceType, When: when, Agent: &agent{s.Voice},
		Description: "speech synthesized from the written article", Parameters: parameters{[]reference{text}},
	}
}

func (s Statement) metadata() metadata {
	m := metadata{
		Context: map[string]string{"dc": "http://purl.org/dc/elements/1.1/"},
		Title:   s.Title, Creator: s.Authors, Publisher: s.Publisher, Language: s.Language, Source: s.URL,
	}
	if !s.Published.IsZero() {
		m.Date = s.Published.UTC().Format(time.RFC3339)
	}
	return m
}

// assertions returns the statement's assertions in order: the written article, the recordings, the
// actions, and the metadata from the CMS.
func (s Statement) assertions(when time.Time) []assertion {
	text := cborAssertion(ingredientLabel, s.article())
	all := []assertion{text}
	acts := actions{All: true, Actions: []action{s.created(when, text.reference())}}
	for i, name := range s.Placed {
		placed := cborAssertion(fmt.Sprintf("%s__%d", ingredientLabel, i+1), ingredient{Title: name, Relationship: "componentOf"})
		all = append(all, placed)
		acts.Actions = append(acts.Actions, action{Action: "c2pa.placed", Parameters: parameters{[]reference{placed.reference()}}})
	}
	said, err := json.Marshal(s.metadata())
	if err != nil {
		panic("credential: metadata is plain data: " + err.Error())
	}
	return append(all, cborAssertion(actionsLabel, acts), assertion{metadataLabel, superbox(jsonType, metadataLabel, box(jsonType, said))})
}
