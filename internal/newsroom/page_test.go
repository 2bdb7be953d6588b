package newsroom

import (
	"slices"
	"testing"
)

// Pages have each article once, whatever their size, also ids of which one begins another.
func TestPages(t *testing.T) {
	d := open(t)
	ids := []string{"ferry-b", "ferry.old", "ferry", "ferry0", "tower"} // as the store orders their keys
	for _, id := range ids {
		d.publish(id, now)
	}
	for limit := 1; limit <= len(ids)+1; limit++ {
		var got []string
		for after := ""; ; {
			page, err := d.Page(t.Context(), "main", Filter{}, after, limit)
			if err != nil {
				t.Fatal(err)
			}
			if len(page.Articles) > limit || page.Next != "" && page.Next == after {
				t.Fatalf("%d articles after %q, next %q", len(page.Articles), after, page.Next)
			}
			got = append(got, idsOf(page)...)
			if after = page.Next; after == "" {
				break
			}
		}
		if slices.Sort(got); !slices.Equal(got, slices.Sorted(slices.Values(ids))) {
			t.Errorf("pages of %d have %v", limit, got)
		}
	}
}

func TestNamedArticles(t *testing.T) {
	d := open(t)
	for _, id := range []string{"a", "b", "c"} {
		d.publish(id, now)
	}
	page, err := d.Named(t.Context(), "main", []string{"c", "nobody", "a"}, Filter{})
	if err != nil || !slices.Equal(idsOf(page), []string{"c", "a"}) {
		t.Errorf("%v, %v", idsOf(page), err)
	}
	if _, err := d.Named(t.Context(), "main", []string{"c", "no/id"}, Filter{}); err == nil {
		t.Error("an id that is none is accepted")
	}
}

func idsOf(page Page) (ids []string) {
	for _, a := range page.Articles {
		ids = append(ids, a.ID)
	}
	return ids
}
