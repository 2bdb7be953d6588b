package newsroom

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/catalogue"
	"github.com/aloud-audio/aloud/internal/library"
)

// catalogued is the newsroom with a catalogue.
func (d desk) catalogued() *Newsroom {
	with := *d.Newsroom
	with.Catalogue = NewCatalogue(d.Store, d.Narrator)
	return &with
}

// random does something with one of a few dozen articles.
func (d desk) random(random *rand.Rand, step int) {
	d.t.Helper()
	id := fmt.Sprint("a", random.IntN(40))
	ref, err := d.Ref("", id)
	if err != nil {
		d.t.Fatal(err)
	}
	switch random.IntN(6) {
	case 0:
		_, err = d.Remove(d.t.Context(), []library.Ref{ref})
	case 1, 2:
		d.conclude(ref, []library.State{library.Published, library.Failed, library.NothingToRead}[random.IntN(3)])
	default:
		updated := now.Add(time.Duration(step-100) * time.Minute)
		_, err = d.Publish(d.t.Context(), ref, article.Payload{
			ID: id, Title: fmt.Sprint("The ferry of ", id), Text: "The ferry runs again.", Status: article.Published, UpdatedAt: updated,
			PublishedAt: now.AddDate(0, -random.IntN(4), -random.IntN(3)), URL: "https://example.com/" + id, Tags: []string{[]string{"boats", "news"}[random.IntN(2)]},
			Language: []string{"en", "en-GB", "uk"}[random.IntN(3)],
		})
	}
	if err != nil && !errors.Is(err, library.ErrUnknownArticle) {
		d.t.Fatal(err)
	}
}

func randomFilter(random *rand.Rand) (f Filter) {
	pick := func() bool { return random.IntN(4) == 0 }
	if pick() {
		f.State = States()[random.IntN(len(States()))]
	}
	if pick() {
		f.Tag = "boats"
	}
	if pick() {
		f.Language = "en"
	}
	if pick() {
		f.Since = now.AddDate(0, -random.IntN(4), 0)
	}
	if pick() {
		f.Until = now.AddDate(0, -random.IntN(4), 0)
	}
	if pick() {
		f.Changed = time.Now().Add(-time.Duration(random.IntN(2000)) * time.Millisecond)
	}
	if pick() {
		f.Search = fmt.Sprint("FERRY a", random.IntN(4))
	}
	f.NotHeld, f.ToRetry, f.Retrying, f.Stale, f.Public = pick(), pick(), pick(), pick(), pick()
	return f
}

// Whatever happened, and however far the catalogue is, a list says the same with it as without it.
func TestListsAreTheSameWithoutACatalogue(t *testing.T) {
	for seed := range uint64(6) {
		random := rand.New(rand.NewPCG(16, seed))
		d := open(t)
		with := d.catalogued()
		for step := range 60 {
			d.random(random, step)
			if step == 30 {
				if _, err := with.RebuildCatalogue(t.Context(), "main", nil); err != nil {
					t.Fatal(err)
				}
			}
			if step > 30 && random.IntN(10) == 0 {
				if _, err := with.Catalogue.Compact(t.Context(), "main"); err != nil {
					t.Fatal(err)
				}
			}
		}
		for range 10 {
			d.sameList(with, randomFilter(random), random.IntN(12)+1)
		}
		if here, there := d.siteStatus(d.Newsroom), d.siteStatus(with); !reflect.DeepEqual(here, there) {
			t.Fatalf("seed %d: status without a catalogue\n%+v\nwith it\n%+v", seed, here, there)
		}
	}
}

func (d desk) siteStatus(n *Newsroom) SiteStatus {
	d.t.Helper()
	status, err := n.SiteStatus(d.t.Context(), "main")
	if err != nil {
		d.t.Fatal(err)
	}
	return status
}

// listed collects List.
func (n *Newsroom) listed(ctx context.Context, site string, filter Filter) (all []Article, err error) {
	for a, err := range n.List(ctx, site, filter) {
		if err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	return all, nil
}

// byID collects Page.
func (n *Newsroom) byID(ctx context.Context, site string, filter Filter, limit int) (all []Article, err error) {
	for after := ""; ; {
		page, err := n.Page(ctx, site, filter, after, limit)
		if all = append(all, page.Articles...); err != nil || page.Next == "" {
			return all, err
		}
		after = page.Next
	}
}

func (d desk) sameList(with *Newsroom, f Filter, limit int) {
	d.t.Helper()
	without, err := d.byID(d.t.Context(), "main", f, limit)
	if err != nil {
		d.t.Fatal(err)
	}
	got, err := with.byID(d.t.Context(), "main", f, limit)
	d.mustBeSame(f, got, without, err)
	for _, n := range []*Newsroom{d.Newsroom, with} {
		var paged []Article
		for after := ""; ; {
			page, err := n.Newest(d.t.Context(), "main", f, after, limit)
			if err != nil || len(page.Articles) > limit {
				d.t.Fatal(len(page.Articles), err)
			}
			paged = append(paged, page.Articles...)
			if after = page.Next; after == "" {
				break
			}
		}
		d.mustBeSame(f, paged, newestFirst(without), nil)
		got, err := n.listed(d.t.Context(), "main", f)
		d.mustBeSame(f, got, newestFirst(without), err)
	}
}

func (d desk) mustBeSame(f Filter, got, want []Article, err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
	for i := range got {
		got[i].Judged = ""
	}
	for i := range want {
		want[i].Judged = ""
	}
	if len(got) != len(want) {
		d.t.Fatalf("%+v: %d articles, want %d", f, len(got), len(want))
	}
	for i := range want {
		if !reflect.DeepEqual(got[i], want[i]) {
			d.t.Fatalf("%+v, place %d: \n%+v, want\n%+v", f, i, got[i], want[i])
		}
	}
}

// newestFirst sorts a list by publication, as a person would.
func newestFirst(all []Article) []Article {
	sorted := append([]Article{}, all...)
	for i := range sorted {
		for j := i; j > 0; j-- {
			a, b := sorted[j-1], sorted[j]
			if a.Appeared.After(b.Appeared) || a.Appeared.Equal(b.Appeared) && a.ID < b.ID {
				break
			}
			sorted[j-1], sorted[j] = b, a
		}
	}
	return sorted
}

func TestAPositionIsRead(t *testing.T) {
	want := catalogue.Position{Appeared: now.Add(1), ID: "a_b"}
	if got, err := parsePosition(formatPosition(want)); err != nil || got.Compare(want) != 0 {
		t.Errorf("%+v, %v", got, err)
	}
	for _, text := range []string{"a", "2026-11-30_a", formatPosition(catalogue.Position{Appeared: now, ID: "a/b"})} {
		if _, err := parsePosition(text); !errors.As(err, &InvalidError{}) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
