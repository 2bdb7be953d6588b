package main

import (
	"bytes"
	"iter"
	"testing"
)

func each[T any](all []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, one := range all {
			if !yield(one, nil) {
				return
			}
		}
	}
}

// Rows that are written one by one look like a list that is written at once.
func TestRowsOfJSON(t *testing.T) {
	type row struct {
		ID   string   `json:"id"`
		Tags []string `json:"tags,omitempty"`
	}
	for _, rows := range [][]row{{}, {{ID: "a<b"}}, {{ID: "a", Tags: []string{"boats", "news"}}, {ID: "b"}}} {
		var one, all bytes.Buffer
		if err := printJSONRows(&app{out: &one}, each(rows)); err != nil {
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
