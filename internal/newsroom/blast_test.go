package newsroom

import (
	"fmt"
	"maps"
	"testing"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/audio"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/script/lexicon"
)

// withLexicon is the newsroom after its lexicon was changed, with a catalogue.
func (d desk) withLexicon(entries ...lexicon.Entry) *Newsroom {
	with, narrator := *d.Newsroom, *d.Narrator
	main := narrator.Sites["main"]
	main.Lexicon = []*lexicon.Layer{lexicon.NewLayer("site", lexicon.List{Language: "en", Entries: entries})}
	narrator.Sites = map[string]narrate.Site{"main": main}
	with.Narrator = &narrator
	with.Catalogue = NewCatalogue(d.Store, with.Narrator)
	return &with
}

// narrated publishes an article as a worker with these settings would.
func (d desk) narrated(n *Newsroom, id, text string) {
	d.t.Helper()
	ref := library.Ref{Site: "main", ID: id}
	p := article.Payload{ID: id, Title: "Of today", Text: text, Status: article.Published, UpdatedAt: now, Language: "en"}
	if _, err := n.Publish(d.t.Context(), ref, p); err != nil {
		d.t.Fatal(err)
	}
	desired, err := d.Library.Desired(d.t.Context(), ref)
	if err != nil {
		d.t.Fatal(err)
	}
	plan, err := n.Narrator.Plan(n.Narrator.Sites["main"], *desired.Article, desired.Orders)
	if err != nil {
		d.t.Fatal(err)
	}
	next := n.Narrator.Narration(ref, desired, plan)
	for _, segment := range plan.Script.Segments {
		next.Segments = append(next.Segments, library.NarrationSegment{Index: segment.Index, Role: segment.Role, Text: segment.Text})
	}
	if err := d.Library.Publish(d.t.Context(), ref, library.Narration{}, next, library.Track{Files: []audio.File{{Format: audio.MP3}}}); err != nil {
		d.t.Fatal(err)
	}
	d.conclude(ref, library.Published)
}

// stale lists the stale articles, each with how that was found out.
func (d desk) stale(n *Newsroom) map[string]string {
	d.t.Helper()
	all, err := n.listed(d.t.Context(), "main", Filter{Stale: true})
	if err != nil {
		d.t.Fatal(err)
	}
	judged := map[string]string{}
	for _, a := range all {
		judged[a.ID] = a.Judged
	}
	return judged
}

// A change of the lexicon concerns the articles that use the entry. They are found by the catalogue
// or, if the entry is new, in the articles' texts, and are the same as without a catalogue.
func TestTheBlastRadiusOfAName(t *testing.T) {
	d := open(t)
	ferry, tower := lexicon.Entry{Written: []string{"Ferrando"}, Alias: "Ferrahndo"}, lexicon.Entry{Written: []string{"Torvik"}, Alias: "Torveek"}
	before := d.withLexicon(ferry, tower)
	d.narrated(before, "a-ferrando", "Ferrando came.")
	d.narrated(before, "b-torvik", "Torvik came.")
	d.narrated(before, "c-oskar", "Oskar came.")
	d.narrated(before, "d-nobody", "Nobody came.")
	if _, err := before.RebuildCatalogue(t.Context(), "main", nil); err != nil {
		t.Fatal(err)
	}
	if _, err := before.Catalogue.Compact(t.Context(), "main"); err != nil {
		t.Fatal(err)
	}
	changed, more := ferry, tower
	changed.Alias = "Ferrand"
	more.Written = []string{"Torvik", "Oskar"}
	for name, c := range map[string]struct {
		entries []lexicon.Entry
		reads   int // of articles, at most
		want    map[string]string
	}{
		"nothing": {[]lexicon.Entry{ferry, tower}, 0, map[string]string{}},
		"removed": {[]lexicon.Entry{tower}, 1, map[string]string{"a-ferrando": byReading}},
		"changed": {[]lexicon.Entry{changed, tower}, 1, map[string]string{"a-ferrando": byReading}},
		"added":   {[]lexicon.Entry{ferry, tower, {Written: []string{"Oskar"}, Alias: "Osskar"}}, 4, map[string]string{"c-oskar": byReading}},
		"a form":  {[]lexicon.Entry{ferry, more}, 4, map[string]string{"c-oskar": byReading}},
		"others":  {[]lexicon.Entry{ferry, tower, {Written: []string{"Ingunn"}, Alias: "Inguhn"}}, 4, map[string]string{}},
	} {
		after := d.withLexicon(c.entries...)
		if got := d.stale(after); !maps.Equal(got, c.want) {
			t.Errorf("%s: stale are %v, want %v", name, got, c.want)
		}
		after.Catalogue = nil
		if got := d.stale(after); fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: without a catalogue stale are %v, want %v", name, got, c.want)
		}
		after.Catalogue = NewCatalogue(d.Store, after.Narrator)
		if reads := d.doubted(after); reads > c.reads {
			t.Errorf("%s: %d articles have to be read, want %d", name, reads, c.reads)
		}
	}
}

// doubted counts the articles that the catalogue cannot judge.
func (d desk) doubted(n *Newsroom) int {
	d.t.Helper()
	_, rows, _, err := n.look(d.t.Context(), "main", Query{})
	if err != nil {
		d.t.Fatal(err)
	}
	b := newBlast(n, "main")
	_, _, doubted, err := b.settled(d.t.Context(), Filter{Stale: true}, rows)
	if err != nil {
		d.t.Fatal(err)
	}
	return len(doubted)
}

// A change of the lexicon is told how many articles it concerns: words that had an entry are
// counted by the catalogue, new ones by reading.
func TestConcerned(t *testing.T) {
	d := open(t)
	before := d.withLexicon(lexicon.Entry{Written: []string{"Ferrando"}, Alias: "Ferrahndo"})
	d.narrated(before, "a-ferrando", "Ferrando came.")
	d.narrated(before, "b-oskar", "Oskar came.")
	d.narrated(before, "c-nobody", "Nobody came.")
	count := func(n *Newsroom, want Concerned, words ...string) {
		t.Helper()
		if got, err := n.Concerned(t.Context(), "main", "en", words); err != nil || got != want {
			t.Errorf("%v: %+v, %v, want %+v", words, got, err, want)
		}
	}
	count(before, Concerned{ByReading: 1, Read: 3}, "Ferrando") // there is no catalogue
	if _, err := before.RebuildCatalogue(t.Context(), "main", nil); err != nil {
		t.Fatal(err)
	}
	if _, err := before.Catalogue.Compact(t.Context(), "main"); err != nil {
		t.Fatal(err)
	}
	count(before, Concerned{ByCatalogue: 1}, "Ferrando")
	count(d.withLexicon(), Concerned{ByCatalogue: 1}, "Ferrando") // its entry was removed
	after := d.withLexicon(lexicon.Entry{Written: []string{"Ferrando"}, Alias: "Ferrand"}, lexicon.Entry{Written: []string{"Oskar"}, Alias: "Osskar"})
	count(after, Concerned{ByCatalogue: 1}, "Ferrando")
	count(after, Concerned{ByReading: 1, Read: 3}, "Oskar")
	count(after, Concerned{ByCatalogue: 1, ByReading: 1, Read: 2}, "Ferrando", "Oskar")
}

// The rows that a change of the lexicon does not concern are based on it without a reading.
func TestRejudgeReadsWhatTheLexiconConcerns(t *testing.T) {
	d := open(t)
	c := &counted{Store: d.Store}
	d.Store, d.Library = c, library.New(c)
	d.Narrator.Library = d.Library
	ferry, tower := lexicon.Entry{Written: []string{"Ferrando"}, Alias: "Ferrahndo"}, lexicon.Entry{Written: []string{"Torvik"}, Alias: "Torveek"}
	before := d.withLexicon(ferry, tower)
	d.narrated(before, "ferrando", "Ferrando came.")
	for i := range 20 {
		d.narrated(before, fmt.Sprint("nobody-", i), "Nobody came.")
	}
	if _, err := before.RebuildCatalogue(t.Context(), "main", nil); err != nil {
		t.Fatal(err)
	}
	ferry.Alias = "Ferrand"
	after := d.withLexicon(ferry, tower)
	c.requests()
	found, err := after.Catalogue.Rejudge(t.Context(), "main")
	if got := c.requests(); err != nil || !found || got[1] > 10 { // the head, its page, the former lexicon, and one article of three objects
		t.Errorf("found %t, %v, by %v requests (PUT, GET, DELETE, LIST)", found, err, got)
	}
	if found, err := after.Catalogue.Rejudge(t.Context(), "main"); found || err != nil {
		t.Errorf("once more it found %t, %v", found, err)
	}
	if _, err := after.Catalogue.Compact(t.Context(), "main"); err != nil {
		t.Fatal(err)
	}
	if got, want := d.stale(after), map[string]string{"ferrando": byCatalogue}; !maps.Equal(got, want) {
		t.Errorf("stale are %v, want %v", got, want)
	}
}
