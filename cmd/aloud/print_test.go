package main

import (
	"bytes"
	"testing"
)

// Rows that are written one by one look like a list that is written at once.
func TestRowsOfJSON(t *testing.T) {
	type row struct {
		ID   string   `json:"id"`
		Tags []string `json:"tags,omitempty"`
	}
	for _, rows := range [][]row{{}, {{ID: "a<b"}}, {{ID: "a", Tags: []string{"boats", "news"}}, {ID: "b"}}} {
		var one, all bytes.Buffer
		if err := printJSONRows(&app{out: &one}, rows); err != nil {
			t.Fatal(err)
		}
		if err := (&app{out: &all}).printJSON(rows); err != nil {
			t.Fatal(err)
		}
		if one.String() != all.String() {
			t.Errorf("%s, want %s", &one, &all)
		}
	}
}
