package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/source"
)

const hintToken = "a lighthouse keeper's token"

// asked is a source of pages whose answers come when the test lets them.
type asked struct {
	hints   chan article.Payload
	answers chan article.Payload
}

func (a asked) page(ctx context.Context, hint article.Payload) (source.Answer, error) {
	a.hints <- hint
	select {
	case answer := <-a.answers:
		return source.Answer{Payload: answer, At: now}, nil
	case <-ctx.Done():
		return source.Answer{}, ctx.Err()
	}
}

// newHintFixture has hooks that bring hints.
func newHintFixture(t *testing.T) (*fixture, asked) {
	a := asked{make(chan article.Payload, 8), make(chan article.Payload)}
	return newFixture(t, func(o *Options) {
		for _, name := range []string{"url", "sanity", "strapi", "wordpress"} {
			o.Sites["harbour"].Hooks[name] = Hook{Secrets: []string{hintToken}, Page: map[string]string{"strapi": "https://www.harbour.example/{slug}"}[name]}
		}
		o.Newsroom.Hints = map[string]newsroom.HintSources{"harbour": {Page: a.page}}
	}), a
}

func hintRequest(path, body string) *http.Request {
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(body))
	r.Header.Set("Authorization", "Bearer "+hintToken)
	return r
}

func (f *fixture) hints(t *testing.T) (all []library.Hint) {
	t.Helper()
	for h, err := range f.lib.Hints(t.Context(), "harbour") {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, h)
	}
	return all
}

// The sender is answered when the hint is stored, before the page is fetched.
func TestHintAnsweredBeforeItIsFollowed(t *testing.T) {
	f, pages := newHintFixture(t)
	w := f.do(hintRequest("/hooks/harbour/url", `{"url":"https://harbour.example/ferry","title":"Ferry"}`))
	if got := decodeReply(t, w); w.Code != http.StatusAccepted || got.Status != "accepted" {
		t.Fatalf("answer %d %+v", w.Code, got)
	}
	if hints := f.hints(t); len(hints) != 1 || hints[0].Article.URL != "https://harbour.example/ferry" || !hints[0].SentAt.Equal(now) {
		t.Errorf("stored %+v", hints)
	}
	if hint := <-pages.hints; hint.Title != "Ferry" {
		t.Errorf("asked for %+v", hint)
	}
	pages.answers <- article.Payload{Source: "url", ID: "ferry-1", Status: article.Published, UpdatedAt: now, Text: "It runs.", URL: "https://harbour.example/ferry"}
	for len(f.hints(t)) > 0 {
		time.Sleep(time.Millisecond)
	}
	if d := f.desired(t, "ferry-1"); d.Gone() || d.Article.Text != "It runs." || f.queue.len() != 1 {
		t.Errorf("desired state %+v, %d tasks", d, f.queue.len())
	}
}

func TestHintStatuses(t *testing.T) {
	for name, test := range map[string]struct {
		path, body string
		want       int
		says       string
	}{
		"an address of the site":        {"url", `{"url":"https://harbour.example/a"}`, 202, ""},
		"with www":                      {"url", `{"url":"http://www.harbour.example/a"}`, 202, ""},
		"an address elsewhere":          {"url", `{"url":"https://elsewhere.example/a"}`, 400, "none of the site's hosts"},
		"another port":                  {"url", `{"url":"https://harbour.example:8443/a"}`, 400, "none of the site's hosts"},
		"an address that looks like it": {"url", `{"url":"https://harbour.example.elsewhere.example/a"}`, 400, "none of the site's hosts"},
		"a user in the address":         {"url", `{"url":"https://harbour.example@elsewhere.example/a"}`, 400, "none of the site's hosts"},
		"a file":                        {"url", `{"url":"file://harbour.example/etc/passwd"}`, 400, "full URL"},
		"a path":                        {"url", `{"url":"/a"}`, 400, "full URL"},
		"no address":                    {"url", `{"id":7}`, 400, "url is missing"},
		"an odd id":                     {"url", `{"id":"a/b","url":"https://harbour.example/a"}`, 400, "id"},
		"an odd status":                 {"url", `{"status":"ready","url":"https://harbour.example/a"}`, 400, "status"},
		"an entry that says nothing":    {"url", `{"url":"https://harbour.example/a","lexicon":[{"written":["Fundy"]}]}`, 400, "Fundy"},
		"broken":                        {"url", `{`, 400, "JSON"},
		"by the site's rule":            {"strapi", `{"event":"entry.publish","model":"article","entry":{"id":1,"slug":"ferry","publishedAt":"2026-03-03T10:00:00Z"}}`, 202, ""},
		"without what the rule needs":   {"strapi", `{"event":"entry.publish","model":"article","entry":{"id":1,"publishedAt":"2026-03-03T10:00:00Z"}}`, 400, "slug"},
		"nothing to do":                 {"sanity", `{"_id":"drafts.a"}`, 202, ""},
		"WordPress that is not asked":   {"wordpress", `hook=publish_post&ID=7`, 400, "url is missing"},
	} {
		t.Run(name, func(t *testing.T) {
			f, _ := newHintFixture(t)
			w := f.do(hintRequest("/hooks/harbour/"+test.path, test.body))
			if got := decodeReply(t, w); w.Code != test.want || !strings.Contains(got.Error, test.says) {
				t.Errorf("answer %d %+v, want %d %q", w.Code, got, test.want, test.says)
			}
			if kept := f.stored(t); w.Code != http.StatusAccepted && len(kept) != 0 {
				t.Errorf("stored %v", kept)
			}
		})
	}
}

func TestHintUnauthorized(t *testing.T) {
	f, _ := newHintFixture(t)
	for name, change := range map[string]func(*http.Request){
		"no token":           func(r *http.Request) { r.Header.Del("Authorization") },
		"another token":      func(r *http.Request) { r.Header.Set("Authorization", "Bearer x") },
		"another scheme":     func(r *http.Request) { r.Header.Set("Authorization", "Basic "+hintToken) },
		"Ghost's secret":     func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+ghostSecret) },
		"a forged signature": func(r *http.Request) { r.Header.Set("X-Hub-Signature-256", "sha256="+strings.Repeat("0", 64)) },
	} {
		for _, site := range []string{"harbour", "pier"} {
			r := hintRequest("/hooks/"+site+"/url", `{"url":"https://harbour.example/a"}`)
			change(r)
			f.refuses(t, name+" for "+site, r)
		}
	}
	f.hasNothing(t)
}

// The generic hook accepts an address instead of a text.
func TestArticlesHookWithAnAddress(t *testing.T) {
	f, pages := newHintFixture(t)
	body := `{"id":42,"updated_at":"2026-03-03T10:00:00Z","status":"publish","url":"https://harbour.example/ferry"}`
	w := f.do(articlesRequest(t, []byte(body), now, articlesSecret))
	if got := decodeReply(t, w); w.Code != http.StatusAccepted || got.ID != "42" {
		t.Fatalf("answer %d %+v", w.Code, got)
	}
	if hint := <-pages.hints; hint.ID != "42" || hint.Source != "articles" {
		t.Errorf("asked for %+v", hint)
	}
}
