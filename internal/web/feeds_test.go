package web

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/feed"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
)

// newFeedFixture has feeds, a voice, and a keeper of the catalogue.
func newFeedFixture(t *testing.T) (*fixture, *newsroom.Newsroom, *newsroom.CatalogueKeeper) {
	t.Helper()
	var n *newsroom.Newsroom
	f := newFixture(t, func(opts *Options) {
		n = opts.Newsroom
		n.Narrator.Voices, n.Narrator.Now = speech.Providers{"espeak-ng": command.EspeakNG{}}, time.Now
		n.Narrator.Sites["harbour"] = narrate.Site{Name: "harbour", Language: "en", Voices: map[string][]string{"*": {"espeak-ng"}}, BitRate: 64}
		n.Catalogue = newsroom.NewCatalogue(n.Store, n.Narrator)
		n.Feeds = map[string]feed.Settings{"harbour": {
			Title: "Harbour News", Description: "Read aloud.", Link: "https://harbour.example", Image: "https://harbour.example/cover.jpg", Language: "en",
			Author: "Harbour News", Categories: []feed.Category{{Name: "News"}}, Tags: map[string]feed.Variant{"storms": {}},
			Base: "https://audio.example/harbour/feeds/", Files: "https://audio.example/harbour/articles/",
		}}
	})
	return f, n, newsroom.NewCatalogueKeeper(n, "harbour")
}

// The whole way of an article: published, spoken, catalogued, in the feed with its file, removed and
// gone.
func TestFeedFromPublicationToRemoval(t *testing.T) {
	f, n, keeper := newFeedFixture(t)
	ref := library.Ref{Site: "harbour", ID: "storm"}
	payload := article.Payload{
		ID: ref.ID, Title: "A storm passes", URL: "https://harbour.example/storm", Language: "en", Tags: []string{"storms"}, Text: "The ferry runs again.",
		UpdatedAt: now, PublishedAt: now.Add(-time.Hour), Status: article.Published,
	}
	if _, err := n.Publish(t.Context(), ref, payload); err != nil {
		t.Fatal(err)
	}
	if err := n.Narrator.BringUpToDate(t.Context(), ref, 1); err != nil {
		t.Fatal(err)
	}
	keeper.Keep(t.Context())
	for _, path := range []string{"/feeds/harbour.xml", "/feeds/harbour.json", "/feeds/harbour/en.xml", "/feeds/harbour/tags/storms.json", "/public/harbour/feeds/podcast.xml"} {
		f.checkItem(t, path, payload)
	}
	if _, err := n.Remove(t.Context(), []library.Ref{ref}); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/feeds/harbour.xml", "/feeds/harbour.json"} {
		if w := f.get(path); w.Code != http.StatusOK || strings.Contains(w.Body.String(), "storm passes") {
			t.Errorf("after the removal %s answers %d:\n%s", path, w.Code, w.Body)
		}
	}
}

// checkItem reads a feed as an app does, and then the file that its only item names.
func (f *fixture) checkItem(t *testing.T, path string, payload article.Payload) {
	t.Helper()
	w := f.get(path)
	parsed, err := gofeed.NewParser().Parse(bytes.NewReader(w.Body.Bytes()))
	if err != nil || len(parsed.Items) != 1 {
		t.Fatalf("%s: %d, %v:\n%s", path, w.Code, err, w.Body)
	}
	item := parsed.Items[0]
	if item.Title != payload.Title || item.Link != payload.URL || !item.PublishedParsed.Equal(payload.PublishedAt) {
		t.Errorf("%s has the item %+v", path, item)
	}
	file := strings.Replace(item.Enclosures[0].URL, "https://audio.example", "/public", 1)
	audio := f.get(file)
	if audio.Code != http.StatusOK || item.Enclosures[0].Type != audio.Header().Get("Content-Type") {
		t.Errorf("%s leads to %s: %d, %s", path, file, audio.Code, audio.Header())
	}
	if length := fmt.Sprint(audio.Body.Len()); strings.HasSuffix(path, ".xml") && item.Enclosures[0].Length != length {
		t.Errorf("%s says that the file has %s bytes, and it has %s", path, item.Enclosures[0].Length, length)
	}
}

func TestFeedHeaders(t *testing.T) {
	f, _, keeper := newFeedFixture(t)
	keeper.Keep(t.Context())
	for path, mediaType := range map[string]string{
		"/feeds/harbour.xml": "application/rss+xml; charset=utf-8", "/feeds/harbour.json": "application/feed+json",
		"/public/harbour/feeds/podcast.json": "application/feed+json",
	} {
		h := f.get(path, "Origin", "https://harbour.example").Header()
		if h.Get("Content-Type") != mediaType || h.Get("Cache-Control") != library.NarrationCacheControl || h.Get("Access-Control-Allow-Origin") != "https://harbour.example" {
			t.Errorf("%s: %v", path, h)
		}
		for name, value := range map[string]string{"If-None-Match": h.Get("ETag"), "If-Modified-Since": h.Get("Last-Modified")} {
			if w := f.get(path, name, value); value == "" || w.Code != http.StatusNotModified || w.Body.Len() > 0 {
				t.Errorf("%s with %s %q: %d", path, name, value, w.Code)
			}
		}
		if got := f.get(path, "Origin", "https://other.example").Header().Get("Access-Control-Allow-Origin"); got != "" {
			t.Errorf("%s may be read by %s", path, got)
		}
	}
	for _, path := range []string{"/feeds/other.xml", "/feeds/harbour", "/feeds/harbour/xx.xml", "/feeds/", "/feeds/harbour/a%2fb.xml"} {
		if w := f.get(path); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}
