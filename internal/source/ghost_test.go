package source

import (
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
)

// hook is a body as Ghost sends it: more fields than are kept, and of previous only what changed.
func hook(current, previous string) []byte {
	return []byte(`{"post":{"current":` + current + `,"previous":` + previous + `}}`)
}

const post = `{
	"id": "64f1a2b3c4d5e6f708192a3b", "uuid": "0b1c", "title": "The keeper & the cat", "slug": "keeper",
	"html": "<p>He stays.</p>", "plaintext": "He stays.", "status": "published", "visibility": "public",
	"created_at": "2026-02-03T06:00:00.000Z", "updated_at": "2026-02-03T07:30:05.000Z",
	"custom_excerpt": "Until spring.", "excerpt": "He stays.", "url": "https://harbourpost.example/keeper/",
	"authors": [{"id": "1", "name": "Nadia Verbytska", "email": "nadia@harbourpost.example"}, {"id": "2", "name": "Ivan Os"}],
	"primary_author": {"id": "1", "name": "Nadia Verbytska"}, "tags": [{"name": "Coast", "slug": "coast"}, {"name": "#en", "slug": "hash-en"}],
	"tiers": [{"name": "Free"}], "count": {"clicks": 0}, "post_revisions": [{"lexical": "{}"}], "email_only": false, "reading_time": 1}`

var (
	published = article.Payload{
		ID: "64f1a2b3c4d5e6f708192a3b", UpdatedAt: time.Date(2026, 2, 3, 7, 30, 5, 0, time.UTC), Status: article.Published,
		Visibility: "public", URL: "https://harbourpost.example/keeper/", Title: "The keeper & the cat",
		Byline: []string{"Nadia Verbytska", "Ivan Os"}, Standfirst: "Until spring.", Tags: []string{"coast", "hash-en"}, HTML: "<p>He stays.</p>",
	}
	removed = article.Payload{ID: published.ID, UpdatedAt: published.UpdatedAt, Status: article.Removed}
)

// with replaces in post.
func with(oldnew ...string) string { return strings.NewReplacer(oldnew...).Replace(post) }

func TestGhostHook(t *testing.T) {
	for _, test := range []struct {
		name, event string
		body        []byte
		want        article.Payload
	}{
		{"published", "published", hook(post, `{"status":"draft"}`), published},
		{"published, with its prefix", "post.published", hook(post, `{}`), published},
		{"published.edited", "post.published.edited", hook(post, `{}`), published},
		{"edited", "edited", hook(post, `{}`), published},
		{"edited as a draft", "edited", hook(with(`"published"`, `"draft"`), `{}`), removed},
		{"sent by e-mail only", "published", hook(with(`"email_only": false`, `"email_only": true`), `{}`), removed},
		{"sent by e-mail only, as a number", "published", hook(with(`"email_only": false`, `"email_only": 1`), `{}`), removed},
		{"unpublished", "unpublished", hook(with(`"published"`, `"draft"`), `{"status":"published","updated_at":"2026-02-03T07:00:00.000Z"}`), removed},
		{"unpublished by its deletion", "unpublished", hook(`{}`, post), removed},
		{"the body names the event", "published", []byte(`{"event":"post.published","post":{"current":` + post + `}}`), published},
		{"deleted", "deleted", hook(`{}`, post), removed},
		{"deleted, with odd content", "deleted", hook(`{}`, with(`"<p>He stays.</p>"`, `7`)), removed},
		{"no previous", "published", []byte(`{"event":"post.published","post":{"current":` + post + `}}`), published},
	} {
		t.Run(test.name, func(t *testing.T) {
			change, err := parseGhostHook(Delivery{Event: test.event, Body: test.body})
			if err != nil || change.Ignored != "" {
				t.Fatalf("ignored %q, error %v", change.Ignored, err)
			}
			if test.want.Status == article.Published {
				test.want.Source = "ghost"
			}
			if !reflect.DeepEqual(change.Payload, test.want) {
				t.Errorf("got  %+v\nwant %+v", change.Payload, test.want)
			}
		})
	}
}

func TestGhostHookWithLittle(t *testing.T) {
	change, err := parseGhostHook(Delivery{Event: "published", Body: hook(`{"id":"a","updated_at":"2026-02-03T07:30:05Z","status":"published","title":"T","html":null,"custom_excerpt":null,"primary_author":{"name":"Ann"}}`, `{}`)})
	want := article.Payload{Source: "ghost", ID: "a", UpdatedAt: published.UpdatedAt, Status: article.Published, Visibility: article.Undisclosed, Title: "T", Byline: []string{"Ann"}}
	if err != nil || !reflect.DeepEqual(change.Payload, want) {
		t.Errorf("got  %+v, %v\nwant %+v", change.Payload, err, want)
	}
}

func TestGhostEventsWithNothingToDo(t *testing.T) {
	for _, event := range []string{
		"post.added", "added", "scheduled", "post.unscheduled", "rescheduled", "post.tag.attached", "tag.detached",
		"page.published", "page.deleted", "page.tag.attached", "tag.added", "tag.edited", "member.added", "member.deleted", "site.changed",
	} {
		change, err := parseGhostHook(Delivery{Event: event, Body: []byte(`{}`)})
		if err != nil || change.Ignored == "" {
			t.Errorf("%s: ignored %q, error %v", event, change.Ignored, err)
		}
	}
}

func TestGhostPages(t *testing.T) {
	for _, test := range []struct {
		event, current, previous string
		status                   article.Status
	}{
		{"page.published", post, `{}`, article.Published},
		{"page.published.edited", post, `{}`, article.Published},
		{"page.unpublished", with(`"published"`, `"draft"`), `{}`, article.Removed},
		{"page.deleted", `{}`, post, article.Removed},
	} {
		body := []byte(`{"page":{"current":` + test.current + `,"previous":` + test.previous + `}}`)
		change, err := parseGhostHook(Delivery{Event: test.event, Pages: true, Body: body})
		if err != nil || change.Ignored != "" || change.Payload.ID != published.ID || change.Payload.Status != test.status {
			t.Errorf("%s: %+v, %v", test.event, change, err)
		}
	}
	_, err := parseGhostHook(Delivery{Event: "page.deleted", Pages: true, Body: []byte(`{"page":{"current":` + post + `}}`)})
	if !errors.Is(err, ErrBadPayload) {
		t.Errorf("a published page at the address of deletions: %v", err)
	}
	_, err = parseGhostHook(Delivery{Event: "page.published", Pages: true, Body: hook(post, `{}`)})
	if !errors.Is(err, ErrBadPayload) {
		t.Errorf("the body of a post at the address of pages: %v", err)
	}
}

func TestGhostHookErrors(t *testing.T) {
	for _, test := range []struct {
		name, event string
		body        []byte
		is          error
		says        string
	}{
		{"unknown event", "post.liked", hook(post, `{}`), ErrUnknownEvent, `"post.liked"`},
		{"no event", "", hook(post, `{}`), ErrUnknownEvent, ""},
		{"unknown page event", "page.liked", hook(post, `{}`), ErrUnknownEvent, ""},
		{"broken JSON", "published", []byte(`{"post":`), ErrBadPayload, "unexpected end"},
		{"no post", "published", []byte(`{}`), ErrBadPayload, "id is missing"},
		{"a page's body", "published", []byte(`{"page":{"current":` + post + `}}`), ErrBadPayload, "id is missing"},
		{"no id", "published", hook(with(`"id": "64f1a2b3c4d5e6f708192a3b", `, ``), `{}`), ErrBadPayload, "id is missing"},
		{"a published post at the address of deletions", "deleted", hook(post, `{}`), ErrBadPayload, `status is "published"`},
		{"a published post at the address of withdrawals", "post.unpublished", hook(post, `{}`), ErrBadPayload, `status is "published"`},
		{"a draft at the address of publications", "published", hook(with(`"published"`, `"draft"`), `{}`), ErrBadPayload, `status is "draft"`},
		{"a deletion at the address of publications", "published", hook(`{}`, post), ErrBadPayload, `status is ""`},
		{"the body names another event", "edited", []byte(`{"event":"post.published","post":{"current":` + post + `}}`), ErrBadPayload, `the event "published"`},
		{"no updated_at", "unpublished", hook(`{"id":"a"}`, `{}`), ErrBadPayload, "updated_at is missing"},
		{"updated_at is no time", "published", hook(with(`"2026-02-03T07:30:05.000Z"`, `"yesterday"`), `{}`), ErrBadPayload, `updated_at is "yesterday"`},
		{"html is no string", "published", hook(with(`"<p>He stays.</p>"`, `7`), `{}`), ErrBadPayload, "html"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := parseGhostHook(Delivery{Event: test.event, Body: test.body})
			if !errors.Is(err, test.is) || !strings.Contains(err.Error(), test.says) {
				t.Errorf("got %v, want %v that says %q", err, test.is, test.says)
			}
		})
	}
}

// TestNoAddressesAreKept: Ghost's bodies have its authors' e-mail addresses.
func TestNoAddressesAreKept(t *testing.T) {
	change, err := parseGhostHook(Delivery{Event: "published", Body: hook(post, `{}`)})
	if err != nil {
		t.Fatal(err)
	}
	kept, err := json.Marshal(change.Payload)
	if err != nil || strings.Contains(string(kept), "@") {
		t.Errorf("kept %s, %v", kept, err)
	}
}

// TestFromHookToBlocks goes the whole way of a post with every card in it.
func TestFromHookToBlocks(t *testing.T) {
	page, err := os.ReadFile("../article/testdata/ghost-page.html")
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(string(page), `<section class="gh-content gh-canvas">`)
	body, _, _ = strings.Cut(body, `</section>
</article>`)
	html, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	change, err := parseGhostHook(Delivery{Event: "published", Body: hook(with(`"<p>He stays.</p>"`, string(html), `"visibility": "public"`, `"visibility": "paid"`), `{}`)})
	if err != nil {
		t.Fatal(err)
	}
	a, err := article.Parse(change.Payload, article.Options{MembersOnly: "preview"})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Blocks) != 25 || slices.ContainsFunc(a.Blocks, func(b article.Block) bool { return strings.Contains(b.Text, "SKIP") }) {
		t.Errorf("%d blocks: %+v", len(a.Blocks), a.Blocks)
	}
}

// What the Content API cut is the public part of a post for members; a text that it shows whole
// although the post is not for everybody is nobody's preview.
func TestGhostShowsWhatTheKeyMaySee(t *testing.T) {
	for name, c := range map[string]struct {
		fields  string
		preview bool
	}{
		"cut":           {`"visibility":"members","access":false`, true},
		"not cut":       {`"visibility":"members","access":true`, false},
		"nobody says":   {`"visibility":"paid"`, false},
		"for everybody": {`"visibility":"public","access":true`, false},
	} {
		post := json.RawMessage(`{"id":"a","updated_at":"2026-03-01T08:00:00.000Z","html":"<p>The ferry.</p>",` + c.fields + `}`)
		payload, _, err := parseGhostPost(post)
		if err != nil {
			t.Fatal(err)
		}
		if got := withPaywall(payload, post); strings.Contains(got.HTML, "members-only") != c.preview {
			t.Errorf("%s: %q", name, got.HTML)
		}
	}
}
