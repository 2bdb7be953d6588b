package web

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/aloud-audio/aloud/internal/audio"
	"github.com/aloud-audio/aloud/internal/library"
)

const label = "This audio is created with AI assistance"

// publish puts a narration and its files into the library, as the narrator does.
func (f *fixture) publish(t testing.TB, n library.Narration, mp3 []byte) library.Narration {
	t.Helper()
	ref := library.Ref{Site: "harbour", ID: n.ID}
	n.Version, n.Site, n.Label = library.NarrationVersion, ref.Site, label
	vtt := "WEBVTT\n\n1\n00:00:00.000 --> 00:00:01.000\nNight ferry returns\n"
	err := f.lib.Publish(context.Background(), ref, library.Narration{}, n, library.Track{Files: []audio.File{{Format: audio.MP3, Content: mp3}}, Duration: 3, WebVTT: []byte(vtt)})
	if err != nil {
		t.Fatal(err)
	}
	published, err := f.lib.Narration(context.Background(), ref)
	if err != nil {
		t.Fatal(err)
	}
	return published
}

// element is a start tag of a page, with the text up to its end tag.
type element struct {
	attrs map[string]string
	text  string
}

// elements of the page, by name; a later one of a name hides a former.
func elements(t testing.TB, page []byte) map[string]element {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]element{}
	for node := range root.Descendants() {
		if node.Type != html.ElementNode {
			continue
		}
		e := element{attrs: map[string]string{}}
		for _, a := range node.Attr {
			e.attrs[a.Key] = a.Val
		}
		if node.FirstChild != nil && node.FirstChild.Type == html.TextNode {
			e.text = node.FirstChild.Data
		}
		found[node.Data] = e
	}
	return found
}

func TestEmbedPage(t *testing.T) {
	f := newFixture(t)
	title := `Night ferry <returns> & "sails"`
	n := f.publish(t, library.Narration{ID: "a1", Title: title, Language: "en"}, track)
	w := f.get("/embed/harbour/a1")
	page := elements(t, w.Body.Bytes())

	if w.Code != http.StatusOK || w.Header().Get("Cache-Control") != "public, max-age=30, must-revalidate" || w.Header().Get("Content-Type") != "text/html; charset=utf-8" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	files := "../../public/harbour/articles/a1/"
	for name, want := range map[string]map[string]string{
		"html":         {"lang": "en", "dir": "ltr"},
		"audio":        {"controls": "", "preload": "metadata", "aria-labelledby": "title", "src": files + n.Audio[0].URL},
		"aloud-player": {"src": files + "narration.json", "sticky": "off", "read-along": "off"},
		"track":        {"src": files + n.Captions[0].URL, "kind": "captions", "srclang": "en"},
	} {
		for attr, value := range want {
			if got, has := page[name].attrs[attr]; !has || got != value {
				t.Errorf("<%s %s=%q>, want %q", name, attr, got, value)
			}
		}
	}
	if script := `<script src="../../player.js" defer></script>`; !strings.Contains(w.Body.String(), script) {
		t.Errorf("no %s in %s", script, w.Body)
	}
	if _, themed := page["html"].attrs["data-theme"]; themed || page["html"].attrs["class"] != "" {
		t.Errorf("html %v", page["html"].attrs)
	}
	var inside library.Narration
	if err := json.Unmarshal([]byte(page["script"].text), &inside); err != nil || inside.Title != title || inside.Audio[0].URL != n.Audio[0].URL {
		t.Errorf("the page brings %+v, %v", inside, err)
	}
	if page["title"].text != title || page["h1"].text != title || page["bdi"].text != label {
		t.Errorf("title %q, headline %q, label %q", page["title"].text, page["h1"].text, page["bdi"].text)
	}
}

func TestEmbedThemes(t *testing.T) {
	f := newFixture(t)
	f.publish(t, library.Narration{ID: "a1", Title: "Night ferry", Language: "en"}, track)
	for query, want := range map[string][2]string{
		"theme=dark": {"dark", ""}, "theme=light&compact=1": {"light", "compact"}, "theme=auto": {}, "theme=%22%3E%3Cscript%3E&compact=yes": {},
	} {
		got := elements(t, f.get("/embed/harbour/a1?"+query).Body.Bytes())["html"].attrs
		if got["data-theme"] != want[0] || got["class"] != want[1] {
			t.Errorf("%s: %v", query, got)
		}
	}
}

func TestEmbedDisclosure(t *testing.T) {
	f := newFixture(t)
	f.publish(t, library.Narration{
		ID: "a1", Title: "Поромник", Language: "uk", Policy: "https://harbour.example/ai?a=1&b=2", Voice: library.NarrationVoice{Provider: "google", Name: "Kore"},
		Labels: map[string]string{"made": "Як це зроблено"},
	}, track)
	page := elements(t, f.get("/embed/harbour/a1").Body.Bytes())
	if page["summary"].text != "Як це зроблено" { // the article's own
		t.Errorf("summary %q", page["summary"].text)
	}
	body := f.get("/embed/harbour/a1").Body.String()
	for _, want := range []string{"Kore", "google", `<a href="https://harbour.example/ai?a=1&amp;b=2" target="_top">Як ми використовуємо`} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s in %s", want, body)
		}
	}
}

func TestEmbedPageBesideACDN(t *testing.T) {
	f := newFixture(t, func(o *Options) { o.PublicURL = "https://cdn.example/audio/" })
	n := f.publish(t, library.Narration{ID: "a1", Title: "Night ferry", Language: "en"}, track)
	w := f.get("/embed/harbour/a1")
	page := elements(t, w.Body.Bytes())
	if got, want := page["audio"].attrs["src"], "https://cdn.example/audio/harbour/articles/a1/"+n.Audio[0].URL; got != want {
		t.Errorf("audio at %s, want %s", got, want)
	}
	if got := page["track"].attrs["src"]; !strings.HasPrefix(got, "../../public/") {
		t.Errorf("captions at %s, want them here", got)
	}
	if policy := w.Header().Get("Content-Security-Policy"); !strings.Contains(policy, "media-src 'self' https://cdn.example;") {
		t.Errorf("policy %s", policy)
	}
}

func TestEmbedLanguages(t *testing.T) {
	for lang, dir := range map[string]string{"uk": "ltr", "en-GB": "ltr", "ar": "rtl", "he-IL": "rtl", "fa": "rtl", "az-Arab": "rtl", "": "ltr"} {
		if got := direction(lang); got != dir {
			t.Errorf("%q is written %s, want %s", lang, got, dir)
		}
	}
	f := newFixture(t)
	f.publish(t, library.Narration{ID: "a1", Title: "عودة العبّارة الليلية", Language: "ar"}, track)
	page := elements(t, f.get("/embed/harbour/a1").Body.Bytes())
	if page["html"].attrs["lang"] != "ar" || page["html"].attrs["dir"] != "rtl" {
		t.Errorf("html %v", page["html"].attrs)
	}
}

func TestEmbedWithoutAudio(t *testing.T) {
	f := newFixture(t)
	for _, path := range []string{"/embed/harbour/a1", "/embed/pier/a1", "/embed/harbour/a%2Fb", "/embed/..%2fharbour/a1"} {
		w := f.get(path)
		page := elements(t, w.Body.Bytes())
		if w.Code != http.StatusNotFound || w.Header().Get("Cache-Control") != "public, max-age=30, must-revalidate" {
			t.Errorf("%s: %d %v", path, w.Code, w.Header())
		}
		if _, has := page["audio"]; has || page["h1"].text != "This article has no audio" {
			t.Errorf("%s: %s", path, w.Body)
		}
	}
}

func TestEmbedStoreTrouble(t *testing.T) {
	f := newFixture(t)
	f.put(t, narrationPath[1:], []byte("damaged"))
	if w := f.get("/embed/harbour/a1"); w.Code != http.StatusServiceUnavailable || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
}

func TestEmbedPolicy(t *testing.T) {
	f := newFixture(t, func(o *Options) {
		o.Sites["quay"] = Site{}
		o.Sites["pier"] = Site{URLs: []string{"https://pier.example/news", "https://www.pier.example"}}
	})
	for site, ancestors := range map[string]string{
		"harbour": "'self' https://harbour.example", "quay": "*", "pier": "'self' https://pier.example https://www.pier.example",
	} {
		policy := f.get("/embed/" + site + "/a1").Header().Get("Content-Security-Policy")
		if !strings.HasPrefix(policy, "default-src 'none'; ") || !strings.HasSuffix(policy, "; frame-ancestors "+ancestors) {
			t.Errorf("%s: %s", site, policy)
		}
		if strings.Contains(policy, "unsafe") {
			t.Errorf("%s: %s", site, policy)
		}
	}
}
