package catalogue_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/catalogue"
	"github.com/aloud-audio/aloud/internal/library"
)

func TestQueries(t *testing.T) {
	ferry := catalogue.Row{
		ID: "ferry", State: library.Published, Appeared: day, At: day.Add(time.Minute), Tags: []string{"elections"}, Language: "en-GB",
		Title: "The Ferry's budget", URL: "https://example.com/2026/ferry-stays/", Public: &catalogue.Public{},
	}
	held := ferry
	held.Orders.Held, held.Public = true, nil
	for _, c := range []struct {
		name  string
		row   catalogue.Row
		query catalogue.Query
		want  bool
	}{
		{"all", ferry, catalogue.Query{}, true},
		{"since that time", ferry, catalogue.Query{Since: day}, true},
		{"since later", ferry, catalogue.Query{Since: day.Add(time.Second)}, false},
		{"until that time", ferry, catalogue.Query{Until: day}, false},
		{"until later", ferry, catalogue.Query{Until: day.Add(time.Second)}, true},
		{"changed since its work ended", ferry, catalogue.Query{Changed: day.Add(time.Minute)}, true},
		{"changed later", ferry, catalogue.Query{Changed: day.Add(time.Hour)}, false},
		{"its tag", ferry, catalogue.Query{Tag: "elections"}, true},
		{"another tag", ferry, catalogue.Query{Tag: "election"}, false},
		{"its language", ferry, catalogue.Query{Language: "EN"}, true},
		{"its variety", ferry, catalogue.Query{Language: "en-gb"}, true},
		{"another language", ferry, catalogue.Query{Language: "e"}, false},
		{"no language known", catalogue.Row{}, catalogue.Query{Language: "en"}, false},
		{"words of title and address", ferry, catalogue.Query{Search: "BUDGET stays"}, true},
		{"a word that it lacks", ferry, catalogue.Query{Search: "budget bridge"}, false},
		{"all that are given", ferry, catalogue.Query{State: library.Published, Tag: "elections", Language: "uk"}, false},
		{"held", held, catalogue.Query{NotHeld: true}, false},
		{"not held", ferry, catalogue.Query{NotHeld: true}, true},
		{"audible", ferry, catalogue.Query{Public: true}, true},
		{"silent", held, catalogue.Query{Public: true}, false},
	} {
		if got := c.query.Chooses(c.row); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// The newest of a large archive are found in the newest pages: the others may even be lost.
func TestNewestReadsOnlyTheMonthsThatItNeeds(t *testing.T) {
	d := open(t)
	for i := range 9 {
		d.mustPublish(story(fmt.Sprint("a", i), day.AddDate(0, -(i/3), -i%3), 1)) // three in each of three months
	}
	d.mustRebuild()
	d.mustCompact()
	d.must(deleteBelow(t, d.store, library.CataloguePrefix(site)+"pages/2026-09"))
	d.restart()
	view, err := d.catalogue.Open(t.Context(), site)
	d.must(err)
	var got []string
	for after := (catalogue.Position{}); len(got) < 6; {
		rows, err := view.Newest(t.Context(), catalogue.Query{Tag: "boats"}, after, 2)
		d.must(err)
		for _, row := range rows[:2] {
			got, after = append(got, row.ID), row.Position()
		}
	}
	if want := []string{"a0", "a1", "a2", "a3", "a4", "a5"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	rows, err := view.Rows(t.Context(), catalogue.Query{Since: day.AddDate(0, -1, -1), Until: day})
	if err != nil || len(rows) != 4 {
		t.Errorf("%d rows of two months, want 4: %v", len(rows), err)
	}
}
