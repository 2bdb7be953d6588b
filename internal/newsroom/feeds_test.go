package newsroom

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"
	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/audio"
	"github.com/aloud-audio/aloud/internal/feed"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/retention"
	"github.com/aloud-audio/aloud/internal/store"
)

// withFeeds gives the site main feeds, and a keeper of its catalogue.
func (d desk) withFeeds() *CatalogueKeeper {
	d.Catalogue = NewCatalogue(d.Store, d.Narrator)
	d.Feeds = map[string]feed.Settings{"main": {
		Title: "Ferry News", Description: "What happens on the water.", Link: "https://ferry.example", Image: "https://ferry.example/cover.jpg",
		Language: "en", Author: "Ferry News", Categories: []feed.Category{{Name: "News"}}, Tags: map[string]feed.Variant{"storms": {}},
		Base: "https://audio.ferry.example/main/feeds/", Files: "https://audio.ferry.example/main/articles/",
	}}
	d.Eraser = &retention.Collector{Store: d.Store, Library: d.Library, Narrator: d.Narrator, Lease: free, Now: d.Now}
	return NewCatalogueKeeper(d.Newsroom, "main")
}

func (d desk) keep(k *CatalogueKeeper) {
	d.t.Helper()
	if next := k.Keep(d.t.Context()); next != compactEvery {
		d.t.Fatalf("the keeper comes back in %s: it failed", next)
	}
}

// tell makes an article's audio public that appeared at a time.
func (d desk) tell(id string, appeared time.Time, tags ...string) library.Ref {
	d.t.Helper()
	ref := library.Ref{Site: "main", ID: id}
	if err := d.story(ref, appeared, tags); err != nil {
		d.t.Fatal(err)
	}
	return ref
}

func (d desk) story(ref library.Ref, appeared time.Time, tags []string) error {
	ctx := d.t.Context()
	payload := article.Payload{ID: ref.ID, Title: ref.ID, Text: "The ferry runs again.", UpdatedAt: now, PublishedAt: appeared, Status: article.Published, Tags: tags}
	n := library.Narration{
		Title: "Story " + ref.ID, Language: "en", Label: "Made with AI", PublishedAt: now, URL: "https://ferry.example/" + ref.ID,
		Segments: []library.NarrationSegment{{Role: article.Paragraph, Text: "The ferry runs again."}},
		Chapters: []library.NarrationChapter{{Title: "Out", Start: 0, End: 3}},
	}
	track := library.Track{Files: []audio.File{{Format: audio.MP3, Content: []byte("mp3 of " + ref.ID)}}, Duration: 3.2, WebVTT: []byte("WEBVTT")}
	if _, err := d.Library.Accept(ctx, ref, payload, now, library.Fresh); err != nil {
		return err
	}
	if err := d.Library.Publish(ctx, ref, library.Narration{}, n, track); err != nil {
		return err
	}
	due, err := d.Library.Due(ctx, ref)
	return errors.Join(err, d.Library.Conclude(ctx, ref, library.Outcome{State: library.Published}, due))
}

// tellDaily makes articles public, one of each day before now: a000, a001 …
func (d desk) tellDaily(count int) {
	d.t.Helper()
	var telling errgroup.Group
	telling.SetLimit(16)
	for i := range count {
		telling.Go(func() error {
			return d.story(library.Ref{Site: "main", ID: fmt.Sprintf("a%03d", i)}, now.AddDate(0, 0, -i), nil)
		})
	}
	if err := telling.Wait(); err != nil {
		d.t.Fatal(err)
	}
}

// inFeeds returns the ids that each document of the feeds names, by the document's name.
func (d desk) inFeeds() map[string]string {
	d.t.Helper()
	documents := map[string]string{}
	for entry, err := range d.Store.List(d.t.Context(), library.FeedPrefix("main")) {
		if err != nil {
			d.t.Fatal(err)
		}
		body, _, err := store.Read(d.t.Context(), d.Store, entry.Key)
		if err != nil {
			d.t.Fatal(err)
		}
		parsed, err := gofeed.NewParser().Parse(bytes.NewReader(body))
		if err != nil {
			d.t.Fatalf("%s: %v", entry.Key, err)
		}
		var ids []string
		for _, item := range parsed.Items {
			ids = append(ids, strings.TrimPrefix(item.GUID, "aloud:main/"))
		}
		documents[strings.TrimPrefix(entry.Key, library.FeedPrefix("main"))] = strings.Join(ids, " ")
	}
	return documents
}

// names reports whether any document of the feeds contains a text.
func (d desk) names(text string) bool {
	d.t.Helper()
	for entry := range d.Store.List(d.t.Context(), library.FeedPrefix("main")) {
		body, _, err := store.Read(d.t.Context(), d.Store, entry.Key)
		if err != nil {
			d.t.Fatal(err)
		}
		if bytes.Contains(body, []byte(text)) {
			return true
		}
	}
	return false
}

func TestFeedsFollowTheCatalogue(t *testing.T) {
	d := open(t)
	keeper := d.withFeeds()
	d.tell("calm", now.Add(-time.Hour))
	d.tell("gale", now, "Storms")
	d.keep(keeper)
	want := map[string]string{"podcast": "gale calm", "en": "gale calm", "tags/storms": "gale"}
	for name, ids := range want {
		for _, format := range feed.Formats {
			if got := d.inFeeds()[name+format.Extension]; got != ids {
				t.Errorf("%s%s names %q, want %q", name, format.Extension, got, ids)
			}
		}
	}
	body, _, err := store.Read(t.Context(), d.Store, "public/main/feeds/podcast.xml")
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := gofeed.NewParser().Parse(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	item, n := parsed.Items[0], d.status(library.Ref{Site: "main", ID: "gale"}).Narration
	enclosure := gofeed.Enclosure{URL: "https://audio.ferry.example/main/articles/gale/" + n.Audio[0].URL, Length: fmt.Sprint(len("mp3 of gale")), Type: "audio/mpeg"}
	if *item.Enclosures[0] != enclosure || !item.PublishedParsed.Equal(now) || item.Title != "Story gale" || !strings.Contains(item.Description, "The ferry runs again.") {
		t.Errorf("the item is %+v with %+v, want %+v", item, item.Enclosures[0], enclosure)
	}
}

// removals are the ways in which an article leaves the public.
var removals = map[string]func(d desk, ref library.Ref) error{
	"the CMS": func(d desk, ref library.Ref) error {
		_, err := d.Accept(d.t.Context(), ref, gone(ref, now.Add(time.Minute)), now.Add(time.Minute))
		return err
	},
	"an admin": func(d desk, ref library.Ref) error { _, err := d.Remove(d.t.Context(), []library.Ref{ref}); return err },
	"erase":    func(d desk, ref library.Ref) error { _, _, err := d.Erase(d.t.Context(), ref, false); return err },
	"members": func(d desk, ref library.Ref) error {
		_, err := d.Accept(d.t.Context(), ref, paid(ref, now.Add(time.Minute)), now.Add(time.Minute))
		return err
	},
}

// A removal takes the article out of every document at once, and the next compaction leaves it out.
func TestRemovedArticlesLeaveTheFeedsAtOnce(t *testing.T) {
	for name, remove := range removals {
		t.Run(name, func(t *testing.T) {
			d := open(t)
			keeper := d.withFeeds()
			d.tell("calm", now.Add(-time.Hour))
			ref := d.tell("gale", now, "storms")
			d.keep(keeper)
			if err := remove(d, ref); err != nil {
				t.Fatal(err)
			}
			check := func() {
				t.Helper()
				if d.names("gale") || d.inFeeds()["podcast.xml"] != "calm" || d.inFeeds()["podcast.json"] != "calm" {
					t.Errorf("the feeds name %v", d.inFeeds())
				}
			}
			check()
			d.conclude(ref, library.Removed)
			d.keep(keeper)
			check()
		})
	}
}

// While the store refuses writes, a removal deletes the documents that it cannot rewrite. When the
// store takes writes again, they come back without the article, although nobody stored the removal.
func TestRemovalDeletesAFeedThatItCannotRewrite(t *testing.T) {
	for name, remove := range removals {
		t.Run(name, func(t *testing.T) {
			d, s := openSick(t)
			keeper := d.withFeeds()
			d.tell("calm", now.Add(-time.Hour))
			ref := d.tell("gale", now, "storms")
			d.keep(keeper)
			s.full.Store(true)
			if err := remove(d, ref); err == nil {
				t.Fatal("the removal was stored")
			}
			if left := d.inFeeds(); len(left) > 0 { // gale was in all of them
				t.Errorf("left are %v", left)
			}
			s.full.Store(false)
			d.tell("after", now.Add(time.Hour))
			d.keep(keeper)
			if got := d.inFeeds()["podcast.xml"]; d.names("gale") || got != "after calm" {
				t.Errorf("afterwards the feeds name gale: %t, and %s", d.names("gale"), got)
			}
		})
	}
}

// meddling runs something before each write of a feed.
type meddling struct {
	store.Store
	before func(key string)
}

func (m *meddling) Put(ctx context.Context, key string, body []byte, opts store.PutOptions) (string, error) {
	if m.before != nil && strings.Contains(key, "/feeds/") {
		m.before(key)
	}
	return m.Store.Put(ctx, key, body, opts)
}

// An article that is withdrawn between the read of its narration and the write of a feed is in no
// feed, whether the stored document named it or not.
func TestWithdrawalDuringAWriteWins(t *testing.T) {
	for _, named := range []bool{true, false} {
		t.Run(fmt.Sprint("named before: ", named), func(t *testing.T) {
			d := open(t)
			m := &meddling{Store: d.Store}
			d.Store = m
			keeper := d.withFeeds()
			d.tell("calm", now)
			if named {
				d.tell("gale", now)
			}
			d.keep(keeper)
			if !named {
				d.tell("gale", now)
			}
			d.tell("third", now)
			m.before = func(key string) {
				m.before = nil
				if err := d.Library.Withdraw(t.Context(), library.Ref{Site: "main", ID: "gale"}); err != nil {
					t.Error(err)
				}
			}
			d.keep(keeper)
			if d.names("gale") || m.before != nil || !strings.Contains(d.inFeeds()["podcast.xml"], "third") {
				t.Errorf("the feeds name %v", d.inFeeds())
			}
		})
	}
}

// A large site: only documents that change are written, a removal reaches the archive, and a
// rebuild writes everything anew.
func TestFeedsOfAnArchive(t *testing.T) {
	d, s := openSick(t)
	m := &meddling{Store: d.Store}
	d.Store = m
	keeper := d.withFeeds()
	d.tellDaily(feed.PageSize + 20)
	d.keep(keeper)
	written := map[string]bool{}
	m.before = func(key string) { written[strings.TrimPrefix(key, library.FeedPrefix("main"))] = true }
	d.keep(keeper)
	keeper.checked = time.Time{}
	d.keep(keeper)
	d.keep(NewCatalogueKeeper(d.Newsroom, "main")) // another worker, which knows nothing
	if len(written) > 0 {
		t.Errorf("nothing changed, and %v was written", slices.Sorted(maps.Keys(written)))
	}
	d.tell("new", now)
	d.keep(keeper)
	for name := range written {
		if feed.IsArchive(name) && !strings.HasPrefix(name, "2025-11/") { // the page with the first article that left the newest page
			t.Errorf("%s was written for a publication", name)
		}
	}
	if !written["podcast.xml"] || !written["en.json"] || written["tags/storms.xml"] {
		t.Errorf("written: %v", slices.Sorted(maps.Keys(written)))
	}
	oldest := library.Ref{Site: "main", ID: "a119"}
	before := d.inFeeds()
	s.full.Store(true)
	if _, err := d.Remove(t.Context(), []library.Ref{oldest}); err == nil {
		t.Fatal("the removal was stored")
	}
	if d.names("Story "+oldest.ID) || len(d.inFeeds()) != len(before)-4 { // of the site and of the language, in two formats
		t.Errorf("the feeds name the oldest article: %t; %d documents are left of %d", d.names("Story "+oldest.ID), len(d.inFeeds()), len(before))
	}
	s.full.Store(false)
	d.rebuildStrayFeeds(before, oldest)
}

// rebuildStrayFeeds rebuilds the catalogue after a document that no feed has appeared.
func (d desk) rebuildStrayFeeds(before map[string]string, without library.Ref) {
	d.t.Helper()
	if _, err := d.Store.Put(d.t.Context(), "public/main/feeds/fr.xml", []byte("<rss><channel/></rss>"), store.PutOptions{}); err != nil {
		d.t.Fatal(err)
	}
	if _, err := d.RebuildCatalogue(d.t.Context(), "main", nil); err != nil {
		d.t.Fatal(err)
	}
	for name, ids := range before {
		before[name] = strings.TrimSuffix(ids, " "+without.ID)
	}
	if after := d.inFeeds(); !maps.Equal(after, before) {
		d.t.Errorf("rebuilt: %v\nwant %v", after, before)
	}
	d.Feeds = nil
	d.keep(NewCatalogueKeeper(d.Newsroom, "main"))
	if left := d.inFeeds(); len(left) > 0 {
		d.t.Errorf("a site without feeds has %v", left)
	}
}

// The hourly check finds an article in a feed that is not public, and leaves the feeds otherwise;
// so does the removal of orphans.
func TestCheckPublicFindsAFeedOfARemovedArticle(t *testing.T) {
	d := open(t)
	keeper := d.withFeeds()
	d.tell("calm", now)
	ref := d.tell("gale", now.AddDate(-1, 0, 0))
	d.keep(keeper)
	former, _, err := store.Read(t.Context(), d.Store, "public/main/feeds/podcast.json")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Remove(t.Context(), []library.Ref{ref}); err != nil {
		t.Fatal(err)
	}
	// As a restored backup of the bucket would.
	if _, err := d.Store.Put(t.Context(), "public/main/feeds/podcast.json", former, store.PutOptions{}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Library.RemoveOrphans(t.Context(), "main", 0); err != nil {
		t.Fatal(err)
	}
	if next := NewPublicCheck(d.Newsroom).Run(t.Context()); next != checkPublicEvery {
		t.Errorf("next pass in %s", next)
	}
	if got := d.inFeeds(); d.names("gale") || got["podcast.json"] != "calm" || got["podcast.xml"] != "calm" {
		t.Errorf("the feeds name %v", got)
	}
}
