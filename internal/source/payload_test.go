package source

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
)

func TestPayload(t *testing.T) {
	for _, test := range []struct {
		name, body string
		want       article.Payload
	}{
		{
			"everything",
			`{"id":"64f1a2b3c4d5e6f708192a3b","updated_at":"2026-02-03T09:30:05+02:00","status":"published","visibility":"public",
			"url":"https://harbourpost.example/keeper/","title":"The keeper & the cat","byline":["Nadia Verbytska","Ivan Os"],
			"standfirst":"Until spring.","tags":["coast","hash-en"],"html":"<p>He stays.</p>","priority":3}`,
			published,
		},
		{
			"the least",
			`{"id":"64f1a2b3c4d5e6f708192a3b","updated_at":"2026-02-03T07:30:05Z","status":"published","text":"He stays."}`,
			article.Payload{ID: published.ID, UpdatedAt: published.UpdatedAt, Status: article.Published, Text: "He stays."},
		},
		{
			"one author as a string",
			`{"id":"a","updated_at":"2026-02-03T07:30:05Z","status":"published","byline":"Ann Lee","text":"x"}`,
			article.Payload{ID: "a", UpdatedAt: published.UpdatedAt, Status: article.Published, Byline: []string{"Ann Lee"}, Text: "x"},
		},
		{
			"a removal keeps no text",
			`{"id":"64f1a2b3c4d5e6f708192a3b","updated_at":"2026-02-03T07:30:05Z","status":"removed","title":"T","html":"<p>x</p>","text":"x"}`,
			removed,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := parsePayload([]byte(test.body))
			if err != nil || !reflect.DeepEqual(got, test.want) {
				t.Errorf("got  %+v, %v\nwant %+v", got, err, test.want)
			}
		})
	}
}

func TestPayloadErrors(t *testing.T) {
	const valid = `{"id":"a","updated_at":"2026-02-03T07:30:05Z","status":"published","byline":"B","text":"x"}`
	for _, test := range []struct{ name, old, new, says string }{
		{"not JSON", valid, `{"id"`, "unexpected end"},
		{"not an object", valid, `[]`, "JSON array"},
		{"two objects", valid, valid + valid, "after top-level value"},
		{"no id", `"id":"a",`, ``, "id is missing"},
		{"id is a fraction", `"a"`, `7.5`, "must not be a JSON number"},
		{"id is an object", `"a"`, `{}`, "must not be a JSON object"},
		{"no updated_at", `"updated_at":"2026-02-03T07:30:05Z",`, ``, "updated_at is missing"},
		{"updated_at without a zone", `05Z`, `05`, "updated_at is"},
		{"no status", `"status":"published",`, ``, "status is missing"},
		{"unknown status", `"published"`, `"ready"`, `status is "ready"`},
		{"byline is a number", `"B"`, `7`, "byline"},
		{"no text", `"text":"x"`, `"extra":""`, "html and text are missing"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := parsePayload([]byte(strings.Replace(valid, test.old, test.new, 1)))
			if !errors.Is(err, ErrBadPayload) || !strings.Contains(err.Error(), test.says) {
				t.Errorf("got %v, want a bad payload that says %q", err, test.says)
			}
		})
	}
}

// TestPayloadRoundTrip: what is stored is what was accepted.
func TestPayloadRoundTrip(t *testing.T) {
	stored, err := json.Marshal(published)
	if err != nil {
		t.Fatal(err)
	}
	got, err := parsePayload(stored)
	if err != nil || !reflect.DeepEqual(got, published) {
		t.Errorf("got  %+v, %v\nwant %+v", got, err, published)
	}
}
