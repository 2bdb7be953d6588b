package player_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"testing"

	"github.com/aloud-audio/aloud/internal/player/browsertest"
)

// reading counts what is found of pages.
type reading struct {
	Segments, Placed, Sentences, Within int
	Wrong, Missed                       []string
}

// TestPlace looks for the texts of pages in ten shapes, a hundred of each seed, and of whole pages.
// The place of every segment is known: the elements say it in an attribute that the player does not
// know. The seeds are ones that found faults.
func TestPlace(t *testing.T) {
	s := newSite(t)
	chromium := browsertest.Chromium(t)
	for _, seed := range []uint64{7, 8} {
		t.Run(fmt.Sprintf("hundred pages, seed %d", seed), func(t *testing.T) { visitCorpus(t, chromium, s, corpus(t, seed)) })
	}
	t.Run("whole pages", func(t *testing.T) { visitWhole(t, chromium, s) })
}

// visitWhole measures pages with what real ones have around and inside an article: footnotes, drop
// caps, refrains, pull quotes, teasers of the article itself, comments that quote it.
func visitWhole(t *testing.T, b browsertest.Browser, s *site) {
	t.Helper()
	files, err := testdata.ReadDir("testdata/whole")
	if err != nil {
		t.Fatal(err)
	}
	b.Open(t, s.URL+"/corpus")
	for _, file := range files {
		page, err := testdata.ReadFile("testdata/whole/" + file.Name())
		if err != nil {
			t.Fatal(err)
		}
		body, _ := json.Marshal(string(page))
		var got reading
		b.Eval(t, `return (await import("/corpus.js")).measureWhole(`+string(body)+`, "en")`, &got)
		t.Logf("%-26s %2d of %2d segments, %2d of %2d sentences; missed: %q", file.Name(), got.Placed, got.Segments, got.Within, got.Sentences, got.Missed)
		if len(got.Wrong) > 0 || got.Placed*100 < got.Segments*95 || got.Within*100 < got.Sentences*95 {
			t.Errorf("%s: wrong: %q", file.Name(), got.Wrong)
		}
	}
}

func visitCorpus(t *testing.T, b browsertest.Browser, s *site, pages []corpusPage) {
	t.Helper()
	byTheme, all := map[string]*reading{}, reading{}
	b.Open(t, s.URL+"/corpus")
	for i, page := range pages {
		segments, err := json.Marshal(page.Segments)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := json.Marshal(page.HTML)
		var got reading
		b.Eval(t, `return (await import("/corpus.js")).measure(`+string(body)+`, `+string(segments)+`, `+fmt.Sprintf("%q", page.Direction)+`)`, &got)
		if byTheme[page.Theme] == nil {
			byTheme[page.Theme] = &reading{}
		}
		for _, sum := range []*reading{byTheme[page.Theme], &all} {
			sum.Segments += got.Segments
			sum.Placed += got.Placed
			sum.Sentences += got.Sentences
			sum.Within += got.Within
			sum.Wrong = append(sum.Wrong, got.Wrong...)
			sum.Missed = append(sum.Missed, got.Missed...)
		}
		for _, wrong := range got.Wrong {
			t.Errorf("%s, page %d: wrong: %s", page.Theme, i, wrong)
		}
	}
	for _, theme := range themes {
		r := byTheme[theme.name]
		t.Logf("%-18s %4d of %4d segments, %4d of %4d sentences, %d wrong", theme.name, r.Placed, r.Segments, r.Within, r.Sentences, len(r.Wrong))
	}
	t.Logf("%-18s %4d of %4d segments, %4d of %4d sentences; missed: %q", "all", all.Placed, all.Segments, all.Within, all.Sentences, all.Missed)
	if all.Placed*100 < all.Segments*99 {
		t.Errorf("%d of %d segments are found, less than 99 %%", all.Placed, all.Segments)
	}
	if all.Within*100 < all.Sentences*98 {
		t.Errorf("%d of %d sentences are found, less than 98 %%", all.Within, all.Sentences)
	}
}

// serveCorpus serves an empty page, and what measures in it.
func serveCorpus(mux *http.ServeMux) {
	mux.HandleFunc("GET /corpus", serveBytes("text/html; charset=utf-8", []byte("<!DOCTYPE html><title>.</title><body>")))
	script, _ := testdata.ReadFile("testdata/corpus.js")
	mux.HandleFunc("GET /corpus.js", serveBytes("text/javascript", script))
}
