package web

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/library"
)

const ferryPage = "https://harbour.example/news/night-ferry/"

// withPage publishes an article whose page leads to it.
func (f *fixture) withPage(t testing.TB, id, address string) {
	t.Helper()
	n := f.publish(t, library.Narration{ID: id, Title: `Night "ferry"`, Language: "en", URL: address, Byline: []string{"Olena Sample"}}, track)
	if _, err := f.lib.ClaimPage(t.Context(), library.Ref{Site: "harbour", ID: id}, library.Narration{}, n); err != nil {
		t.Fatal(err)
	}
}

func (f *fixture) oEmbed(address, more string) *httptest.ResponseRecorder {
	return f.get("/oembed?url=" + url.QueryEscape(address) + more)
}

func TestOEmbed(t *testing.T) {
	f := newFixture(t, func(o *Options) {
		o.Sites["harbour"] = Site{URLs: []string{"https://harbour.example", "https://www.harbour.example"}}
	})
	f.withPage(t, "a1", ferryPage)
	const frame = `<iframe src="https://example.com/embed/harbour/a1" width="704" height="216" title="Night &#34;ferry&#34;" loading="lazy" frameborder="0"></iframe>`
	for name, address := range map[string]string{
		"the article":             ferryPage,
		"with a tracker":          ferryPage + "?utm_source=letter",
		"at another of its hosts": "https://www.harbour.example/news/night-ferry",
		"the embed page":          "https://example.com/embed/harbour/a1?theme=dark",
	} {
		w := f.oEmbed(address, "&format=json")
		var got oEmbed
		if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil || w.Code != http.StatusOK {
			t.Fatalf("%s: %d %s", name, w.Code, w.Body)
		}
		want := oEmbed{
			Type: "rich", Version: "1.0", Title: `Night "ferry"`, AuthorName: "Olena Sample", ProviderName: "harbour.example", ProviderURL: "https://harbour.example",
			CacheAge: 3600, HTML: frame, Width: 704, Height: 216,
		}
		if got != want {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
}

func TestOEmbedSizes(t *testing.T) {
	f := newFixture(t)
	f.withPage(t, "a1", ferryPage)
	for query, want := range map[string]string{
		"&maxwidth=400":             `width="400" height="216"`,
		"&maxwidth=1":               `width="200" height="216"`,
		"&maxwidth=-1&maxheight=x":  `width="704" height="216"`,
		"&maxheight=150":            `compact=1" width="704" height="132"`,
		"&maxwidth=9&maxheight=216": `/a1" width="200" height="216"`,
	} {
		var got oEmbed
		if err := json.Unmarshal(f.oEmbed(ferryPage, query).Body.Bytes(), &got); err != nil || !strings.Contains(got.HTML, want) {
			t.Errorf("%s: %s, %v", query, got.HTML, err)
		}
	}
}

func TestOEmbedRefusals(t *testing.T) {
	f := newFixture(t)
	f.withPage(t, "a1", ferryPage)
	for name, test := range map[string]struct {
		address, more string
		want          int
	}{
		"a stranger's page at the same path": {"https://evil.example/news/night-ferry/", "", 404},
		"another scheme of the site":         {"http://harbour.example/news/night-ferry/", "", 404},
		"an unknown page":                    {"https://harbour.example/news/", "", 404},
		"an embed page elsewhere":            {"https://evil.example/embed/harbour/a1", "", 404},
		"an embed page without audio":        {"https://example.com/embed/harbour/a2", "", 404},
		"an unknown site":                    {"https://example.com/embed/pier/a1", "", 404},
		"no id":                              {"https://example.com/embed/harbour/..%2fa1", "", 404},
		"no address":                         {"", "", 400},
		"no web address":                     {"javascript:alert(1)", "", 400},
		"XML":                                {ferryPage, "&format=xml", 501},
	} {
		if w := f.oEmbed(test.address, test.more); w.Code != test.want {
			t.Errorf("%s: %d %s, want %d", name, w.Code, w.Body, test.want)
		}
	}
}

func TestOEmbedDiscovery(t *testing.T) {
	f := newFixture(t)
	f.withPage(t, "a1", ferryPage)
	r := httptest.NewRequest(http.MethodGet, "http://audio.example/embed/harbour/a1", nil)
	r.Header.Set("X-Forwarded-Proto", "https")
	link := elements(t, f.do(r).Body.Bytes())["link"].attrs
	if link["type"] != "application/json+oembed" || !strings.HasPrefix(link["href"], "https://audio.example/oembed?") {
		t.Fatalf("link %v", link)
	}
	r = httptest.NewRequest(http.MethodGet, link["href"], nil)
	if w := f.do(r); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "https://audio.example/embed/harbour/a1") {
		t.Errorf("it leads to %d %s", w.Code, w.Body)
	}
}
