package newsroom

import (
	"errors"
	"slices"
	"testing"

	"github.com/aloud-audio/aloud/internal/library"
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

// What would be read of an article is there as long as it may be heard.
func TestPreviewOf(t *testing.T) {
	d := open(t)
	ref := d.publish("ferry", now)
	p, err := d.PreviewOf(t.Context(), ref)
	if err != nil || p.Silence != "" || p.Script.Segments[1].Text != "The ferry runs again." {
		t.Errorf("%+v, %q, %v", p.Script.Segments, p.Silence, err)
	}
	if _, err := d.Remove(t.Context(), []library.Ref{ref}); err != nil {
		t.Fatal(err)
	}
	if p, err = d.PreviewOf(t.Context(), ref); err != nil || p.Silence == "" || len(p.Script.Segments) > 0 {
		t.Errorf("held: %+v, %q, %v", p.Script.Segments, p.Silence, err)
	}
	if _, err := d.PreviewOf(t.Context(), library.Ref{Site: "main", ID: "nobody"}); !errors.Is(err, library.ErrUnknownArticle) {
		t.Errorf("nobody: %v", err)
	}
}
