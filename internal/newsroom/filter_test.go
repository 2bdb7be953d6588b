package newsroom

import (
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

func TestFilters(t *testing.T) {
	day := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	ferry := Article{ID: "ferry", State: library.Published, appeared: day, tags: []string{"elections"}, language: "en-GB"}
	held := ferry
	held.Orders.Held = true
	for _, c := range []struct {
		name    string
		article Article
		filter  Filter
		want    bool
	}{
		{"all", ferry, Filter{}, true},
		{"of that day", ferry, Filter{Since: day}, true},
		{"later", ferry, Filter{Since: day.Add(time.Second)}, false},
		{"its tag", ferry, Filter{Tag: "elections"}, true},
		{"another tag", ferry, Filter{Tag: "election"}, false},
		{"its language", ferry, Filter{Language: "EN"}, true},
		{"its variety", ferry, Filter{Language: "en-gb"}, true},
		{"another language", ferry, Filter{Language: "e"}, false},
		{"no language known", Article{}, Filter{Language: "en"}, false},
		{"all that are given", ferry, Filter{State: library.Published, Tag: "elections", Language: "uk"}, false},
		{"held", held, Filter{NotHeld: true}, false},
		{"not held", ferry, Filter{NotHeld: true}, true},
	} {
		if got := c.filter.matches(c.article); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
