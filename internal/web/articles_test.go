package web

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"github.com/aloud-audio/aloud/internal/article"
)

const otherArticlesSecret = "whsec_YSBzZWNvbmQgbGlnaHRob3VzZSBrZWVwZXIncyBzZWNyZXQ="

func payloadBody(t testing.TB, p article.Payload) []byte {
	t.Helper()
	body, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

func newPayload(id string, updatedAt time.Time) article.Payload {
	return article.Payload{
		ID: id, UpdatedAt: updatedAt, Status: article.Published, Language: "en",
		Title: "Tide tables to be printed again", Text: "The tide tables are back on paper.",
	}
}

// articlesRequest is signed, at a time, by secrets.
func articlesRequest(t testing.TB, body []byte, at time.Time, secrets ...string) *http.Request {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, "/hooks/harbour/articles", bytes.NewReader(body))
	r.Header.Set("Webhook-Id", "msg_1")
	r.Header.Set("Webhook-Timestamp", strconv.FormatInt(at.Unix(), 10))
	for _, secret := range secrets {
		key, err := standardwebhooks.NewWebhook(secret)
		if err != nil {
			t.Fatal(err)
		}
		signature, err := key.Sign("msg_1", at, body)
		if err != nil {
			t.Fatal(err)
		}
		if former := r.Header.Get("Webhook-Signature"); former != "" {
			signature = former + " " + signature
		}
		r.Header.Set("Webhook-Signature", signature)
	}
	return r
}

func TestArticlesHookAccepted(t *testing.T) {
	f := newFixture(t)
	w := f.do(articlesRequest(t, payloadBody(t, newPayload("tide-tables", now)), now, articlesSecret))
	if got := decodeReply(t, w); w.Code != http.StatusAccepted || got.Status != "accepted" || got.ID != "tide-tables" {
		t.Errorf("answer %d %+v", w.Code, got)
	}
	d := f.desired(t, "tide-tables")
	if d.Gone() || d.Article.Text == "" || !d.Revision.SentAt.Equal(now) {
		t.Errorf("desired state %+v", d)
	}
}

func TestArticlesHookTakesALexicon(t *testing.T) {
	f := newFixture(t)
	p := newPayload("tide-tables", now)
	p.Lexicon = []article.Entry{{Written: []string{"Fundy"}, Alias: "Fun-dee"}}
	if w := f.do(articlesRequest(t, payloadBody(t, p), now, articlesSecret)); w.Code != http.StatusAccepted {
		t.Fatalf("answer %d %s", w.Code, w.Body)
	}
	if got := f.desired(t, "tide-tables").Article.Lexicon; len(got) != 1 || got[0].Alias != "Fun-dee" {
		t.Errorf("the desired state has %+v", got)
	}
	p.ID, p.Lexicon[0].Alias = "other", ""
	w := f.do(articlesRequest(t, payloadBody(t, p), now, articlesSecret))
	if w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "Fundy") {
		t.Errorf("an entry that says nothing: answer %d %s", w.Code, w.Body)
	}
}

func TestArticlesHookRemoves(t *testing.T) {
	f := newFixture(t)
	f.do(articlesRequest(t, payloadBody(t, newPayload("tide-tables", now)), now, articlesSecret))
	removal := article.Payload{ID: "tide-tables", UpdatedAt: now, Status: article.Removed}
	w := f.do(articlesRequest(t, payloadBody(t, removal), now, articlesSecret))
	if w.Code != http.StatusAccepted || !f.desired(t, "tide-tables").Gone() {
		t.Errorf("answer %d %s, desired state %+v", w.Code, w.Body, f.desired(t, "tide-tables"))
	}
}

func TestArticlesHookAltered(t *testing.T) {
	f := newFixture(t)
	body := payloadBody(t, newPayload("tide-tables", now))
	for at, bit := range bitsOf(len(body)) {
		r := articlesRequest(t, body, now, articlesSecret)
		r.Body = http.NoBody
		altered := articlesRequest(t, flipped(body, at, bit), now)
		altered.Header = r.Header
		f.refuses(t, "body", altered)
	}
	for _, name := range []string{"Webhook-Id", "Webhook-Timestamp", "Webhook-Signature"} {
		value := articlesRequest(t, body, now, articlesSecret).Header.Get(name)
		for at, bit := range bitsOf(len(value)) {
			r := articlesRequest(t, body, now, articlesSecret)
			r.Header.Set(name, string(flipped([]byte(value), at, bit)))
			f.refuses(t, name+": "+r.Header.Get(name), r)
		}
		r := articlesRequest(t, body, now, articlesSecret)
		r.Header.Del(name)
		f.refuses(t, "without "+name, r)
	}
	f.hasNothing(t)
}

func TestArticlesHookTolerance(t *testing.T) {
	for age, want := range map[time.Duration]int{
		0: 202, 5 * time.Minute: 202, -5 * time.Minute: 202, 5*time.Minute + time.Second: 401, -5*time.Minute - time.Second: 401,
	} {
		f := newFixture(t)
		w := f.do(articlesRequest(t, payloadBody(t, newPayload("a", now)), now.Add(-age), articlesSecret))
		if w.Code != want {
			t.Errorf("%s old: %d, want %d", age, w.Code, want)
		}
	}
}

func TestArticlesSecretsRotate(t *testing.T) {
	body := payloadBody(t, newPayload("a", now))
	for name, test := range map[string]struct {
		site, request []string
		want          int
	}{
		"the site knows both":          {[]string{articlesSecret, otherArticlesSecret}, []string{otherArticlesSecret}, 202},
		"the sender signs with both":   {[]string{articlesSecret}, []string{otherArticlesSecret, articlesSecret}, 202},
		"in the other order":           {[]string{articlesSecret}, []string{articlesSecret, otherArticlesSecret}, 202},
		"the former is revoked":        {[]string{otherArticlesSecret}, []string{articlesSecret}, 401},
		"the site has no secret":       {nil, []string{articlesSecret}, 401},
		"the sender has no signatures": {[]string{articlesSecret}, nil, 401},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFixture(t, func(o *Options) { o.Sites["harbour"] = Site{Hooks: map[string]Hook{"articles": {Secrets: test.site}}} })
			if w := f.do(articlesRequest(t, body, now, test.request...)); w.Code != test.want {
				t.Errorf("%d %s, want %d", w.Code, w.Body, test.want)
			}
		})
	}
}

func TestArticlesHookBadRequest(t *testing.T) {
	f := newFixture(t)
	for name, body := range map[string]string{
		"broken JSON":  `{"id":`,
		"empty":        "",
		"no id":        `{"updated_at":"2026-03-03T10:00:00Z","status":"published","text":"Ahoy."}`,
		"id of a path": `{"id":"a/b","updated_at":"2026-03-03T10:00:00Z","status":"published","text":"Ahoy."}`,
	} {
		w := f.do(articlesRequest(t, []byte(body), now, articlesSecret))
		if got := decodeReply(t, w); w.Code != http.StatusBadRequest || got.Error == "" {
			t.Errorf("%s: %d %+v, want 400 and a message", name, w.Code, got)
		}
	}
	f.hasNothing(t)
}
