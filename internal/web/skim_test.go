package web

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/aloud-audio/aloud/internal/library"
)

// An overlong removal is carried out however long it is; any other overlong hook is refused.
func TestOverlongHooks(t *testing.T) {
	long := strings.Repeat(`<p>"Tide" \ tables</p>`, 12<<20/20)
	post := func(status, visibility string) map[string]any {
		return map[string]any{"id": "ferry", "updated_at": now.Format(time.RFC3339), "status": status, "visibility": visibility, "title": "Ferry", "html": long}
	}
	articles := func(status, visibility string) *http.Request {
		body, err := json.Marshal(post(status, visibility))
		if err != nil {
			t.Fatal(err)
		}
		return articlesRequest(t, body, now, articlesSecret)
	}
	ghost := func(event string, body []byte, signed []byte) *http.Request {
		return ghostRequest("harbour", event, body, ghostHeader(ghostSecret, signed, now))
	}
	unpublished := ghostBody(t, post("draft", "public"), map[string]any{"status": "published"})
	paid := ghostBody(t, post("published", "paid"), map[string]any{"visibility": "public"})
	public := ghostBody(t, post("published", "public"), map[string]any{})
	unsaid := ghost("unpublished", unpublished, unpublished)
	unsaid.ContentLength = -1
	odd := ghostBody(t, post("draft", "public"), make([]int, 1<<20))
	for name, c := range map[string]struct {
		request  *http.Request
		status   int
		gone     bool
		withText bool
	}{
		"Ghost's removal":                   {ghost("unpublished", unpublished, unpublished), http.StatusAccepted, true, false},
		"of unsaid length":                  {unsaid, http.StatusAccepted, true, false},
		"Ghost's deletion":                  {ghost("deleted", ghostBody(t, map[string]any{}, post("published", "public")), ghostBody(t, map[string]any{}, post("published", "public"))), http.StatusAccepted, true, false},
		"Ghost's restriction":               {ghost("published.edited", paid, paid), http.StatusAccepted, true, false},
		"Ghost's edit":                      {ghost("published.edited", public, public), http.StatusRequestEntityTooLarge, false, true},
		"a removal of the articles' source": {articles("removed", "public"), http.StatusAccepted, true, false},
		"a restriction of it":               {articles("published", "members"), http.StatusAccepted, true, false},
		"an edit of it":                     {articles("published", "public"), http.StatusRequestEntityTooLarge, false, true},
		"signed for another body":           {ghost("unpublished", unpublished, paid), http.StatusUnauthorized, false, true},
		"much besides strings":              {ghost("unpublished", odd, odd), http.StatusRequestEntityTooLarge, false, true},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFixture(t)
			first := ghostBody(t, map[string]any{"id": "ferry", "updated_at": now.Add(-time.Hour).Format(time.RFC3339), "status": "published",
				"visibility": "public", "html": "<p>It runs.</p>"}, map[string]any{})
			if w := f.ghost("published", first, now.Add(-time.Minute)); w.Code != http.StatusAccepted {
				t.Fatal(w.Code, w.Body)
			}
			f.publish(t, library.Narration{ID: "ferry"}, track)
			if w := f.do(c.request); w.Code != c.status {
				t.Fatalf("%d, want %d: %s", w.Code, c.status, w.Body)
			}
			if heard := f.get("/public/harbour/articles/ferry/narration.json").Code == http.StatusOK; heard == c.gone {
				t.Errorf("heard: %t", heard)
			}
			d := f.desired(t, "ferry")
			if withText := !d.Gone() && d.Article.HTML != ""; withText != c.withText {
				t.Errorf("its text is stored: %t", withText)
			}
			if !f.skims.total.TryAcquire(skimsAtOnce) {
				t.Error("its place is kept")
			}
		})
	}
}

// Whatever is left out, the rest says the same, however it arrives.
func TestSkimmedJSON(t *testing.T) {
	long := strings.Repeat("x", longestKept+1)
	for in, want := range map[string]string{
		`{ "id" : "a b" , "n" : [ 1 , true ] }`:         `{"id":"a b","n":[1,true]}`,
		`{"html":"` + long + `","id":"a"}`:              `{"html":"","id":"a"}`,
		`{"html":"` + long + `\"}\\","id":"\\\"b"}`:     `{"html":"","id":"\\\"b"}`,
		`{"` + long + `":"` + long + `","id":"\u00e9"}`: `{"":"","id":"\u00e9"}`,
	} {
		var s skimmed
		if _, err := io.Copy(&s, iotest.OneByteReader(strings.NewReader(in))); err != nil || s.json.String() != want {
			t.Errorf("%.60s: %.200s, %v", in, s.json.String(), err)
		}
	}
}

// A sender that breaks off in a long body has removed nothing.
func TestOverlongHookCutShort(t *testing.T) {
	f := newFixture(t)
	body := ghostBody(t, map[string]any{"id": "ferry", "updated_at": now.Format(time.RFC3339), "status": "draft", "html": strings.Repeat("x", 11<<20)}, nil)
	r := ghostRequest("harbour", "unpublished", nil, ghostHeader(ghostSecret, body, now))
	r.ContentLength, r.Body = int64(len(body)), io.NopCloser(io.MultiReader(bytes.NewReader(body[:len(body)/2]), failing{}))
	if w := f.do(r); w.Code/100 != 4 {
		t.Errorf("%d", w.Code)
	}
	f.hasNothing(t)
}
