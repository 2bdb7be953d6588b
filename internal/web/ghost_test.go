package web

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// post has the fields of a Ghost post that the hooks need, and the author's address, because Ghost
// sends it.
type post struct {
	ID          string    `json:"id"`
	Title       string    `json:"title"`
	HTML        string    `json:"html"`
	Status      string    `json:"status"`
	Visibility  string    `json:"visibility"`
	URL         string    `json:"url"`
	UpdatedAt   time.Time `json:"updated_at"`
	PublishedAt time.Time `json:"published_at"`
	Authors     []author  `json:"authors"`
}

type author struct {
	Name  string `json:"name"`
	Email string `json:"email"`
}

func newPost(id string, updatedAt time.Time) post {
	return post{
		ID: id, Title: "Night ferry returns", HTML: "<p>The night ferry sails again from Monday.</p>",
		Status: "published", Visibility: "public", URL: "https://harbour.example/night-ferry/",
		UpdatedAt: updatedAt, PublishedAt: now.Add(-time.Hour),
		Authors: []author{{Name: "Ines Vale", Email: "ines.vale@harbour.example"}},
	}
}

// ghostBody returns a webhook's body.
func ghostBody(t testing.TB, current, previous any) []byte {
	t.Helper()
	body, err := json.Marshal(map[string]any{"post": map[string]any{"current": current, "previous": previous}})
	if err != nil {
		t.Fatal(err)
	}
	return body
}

func publishedBody(t testing.TB, p post) []byte {
	return ghostBody(t, p, map[string]any{"status": "draft"})
}

func ghostHeader(secret string, body []byte, at time.Time) string {
	mac := hmac.New(sha256.New, []byte(secret))
	fmt.Fprintf(mac, "%s%d", body, at.UnixMilli())
	return fmt.Sprintf("sha256=%s, t=%d", hex.EncodeToString(mac.Sum(nil)), at.UnixMilli())
}

func ghostRequest(site, event string, body []byte, signature string) *http.Request {
	r := httptest.NewRequest(http.MethodPost, "/hooks/"+site+"/ghost/"+event, bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	if signature != "" {
		r.Header.Set("X-Ghost-Signature", signature)
	}
	return r
}

// ghost sends a correctly signed hook.
func (f *fixture) ghost(event string, body []byte, at time.Time) *httptest.ResponseRecorder {
	return f.do(ghostRequest("harbour", event, body, ghostHeader(ghostSecret, body, at)))
}

func decodeReply(t testing.TB, w *httptest.ResponseRecorder) (r reply) {
	t.Helper()
	if got := w.Header().Get("Content-Type"); got != "application/json" {
		t.Errorf("Content-Type %q", got)
	}
	if err := json.Unmarshal(w.Body.Bytes(), &r); err != nil {
		t.Fatalf("the answer %q is no JSON: %v", w.Body, err)
	}
	return r
}

func TestGhostHookAccepted(t *testing.T) {
	f := newFixture(t)
	sentAt := now.Add(-time.Second)
	w := f.ghost("published", publishedBody(t, newPost("a1", now)), sentAt)
	if got := decodeReply(t, w); w.Code != http.StatusAccepted || got.Status != "accepted" || got.ID != "a1" || got.Reason != "" {
		t.Errorf("answer %d %+v", w.Code, got)
	}
	d := f.desired(t, "a1")
	if d.Gone() || d.Article.Title != "Night ferry returns" || !d.Revision.SentAt.Equal(sentAt) {
		t.Errorf("desired state %+v", d)
	}
	if f.due(t, "a1") != 1 || f.queue.len() != 1 {
		t.Errorf("%d due markers and %d tasks, want one each", f.due(t, "a1"), f.queue.len())
	}
}

// An article whose work has not ended is queued again if it is sent with another time: its first
// task may be lost.
func TestGhostHookAgainIsQueuedAgain(t *testing.T) {
	f := newFixture(t)
	body := publishedBody(t, newPost("a1", now))
	f.ghost("published", body, now)
	w := f.ghost("published", body, now.Add(time.Second))
	if got := decodeReply(t, w); w.Code != http.StatusAccepted || got.Status != "accepted" || got.Reason == "" {
		t.Errorf("answer %d %+v", w.Code, got)
	}
	if f.due(t, "a1") != 1 || f.queue.len() != 2 {
		t.Errorf("%d due markers and %d tasks, want 1 and 2", f.due(t, "a1"), f.queue.len())
	}
}

func TestGhostHookStatuses(t *testing.T) {
	good := publishedBody(t, newPost("a1", now))
	for name, test := range map[string]struct {
		site, event string
		body        []byte
		want        int
		status      string
	}{
		"published":        {"harbour", "published", good, 202, "accepted"},
		"with the prefix":  {"harbour", "post.published", good, 202, "accepted"},
		"edited":           {"harbour", "published.edited", good, 202, "accepted"},
		"nothing to do":    {"harbour", "scheduled", good, 202, "nothing to do"},
		"unknown event":    {"harbour", "exploded", good, 400, ""},
		"event of a path":  {"harbour", "a%2Fb", good, 400, ""},
		"broken JSON":      {"harbour", "published", []byte(`{"post":`), 400, ""},
		"no JSON":          {"harbour", "published", []byte("hello"), 400, ""},
		"empty":            {"harbour", "published", nil, 400, ""},
		"no post":          {"harbour", "published", []byte(`{}`), 400, ""},
		"id of a path":     {"harbour", "published", publishedBody(t, newPost("../../public/x", now)), 400, ""},
		"no id":            {"harbour", "published", publishedBody(t, newPost("", now)), 400, ""},
		"unknown site":     {"pier", "published", good, 401, ""},
		"site of a path":   {"..%2Fharbour", "published", good, 401, ""},
		"unsigned site":    {"quay", "published", good, 401, ""},
		"broken, unsigned": {"quay", "exploded", []byte("{"), 401, ""},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFixture(t, func(o *Options) { o.Sites["quay"] = Site{} })
			w := f.do(ghostRequest(test.site, test.event, test.body, ghostHeader(ghostSecret, test.body, now)))
			got := decodeReply(t, w)
			if w.Code != test.want || got.Status != test.status {
				t.Errorf("answer %d %+v, want %d %q", w.Code, got, test.want, test.status)
			}
			if (got.Error == "") != (w.Code == http.StatusAccepted) {
				t.Errorf("the answer's error is %q", got.Error)
			}
			if kept := f.stored(t); test.status != "accepted" && len(kept)+f.queue.len() != 0 {
				t.Errorf("stored %v and queued %d, want nothing", kept, f.queue.len())
			}
		})
	}
}

// TestGhostHookAltered flips every bit of header and body, one at a time.
func TestGhostHookAltered(t *testing.T) {
	f := newFixture(t)
	body := publishedBody(t, newPost("a1", now))
	signature := ghostHeader(ghostSecret, body, now)
	for at, bit := range bitsOf(len(body)) {
		f.refuses(t, fmt.Sprintf("body bit %d.%d", at, bit), ghostRequest("harbour", "published", flipped(body, at, bit), signature))
	}
	for at, bit := range bitsOf(len(signature)) {
		altered := string(flipped([]byte(signature), at, bit))
		f.refuses(t, "signature "+altered, ghostRequest("harbour", "published", body, altered))
	}
	for _, altered := range []string{"", " ", "sha256=", "t=1", signature[:71], signature + " ", signature + ", " + signature, strings.ToUpper(signature)} {
		f.refuses(t, "signature "+altered, ghostRequest("harbour", "published", body, altered))
	}
	f.hasNothing(t)
}

// bitsOf yields each bit of n bytes.
func bitsOf(n int) func(yield func(at, bit int) bool) {
	return func(yield func(at, bit int) bool) {
		for i := range n * 8 {
			if !yield(i/8, i%8) {
				return
			}
		}
	}
}

func flipped(b []byte, at, bit int) []byte {
	b = bytes.Clone(b)
	b[at] ^= 1 << bit
	return b
}

func (f *fixture) refuses(t *testing.T, name string, r *http.Request) {
	t.Helper()
	if w := f.do(r); w.Code != http.StatusUnauthorized {
		t.Errorf("%s: %d, want 401", name, w.Code)
	}
}

func (f *fixture) hasNothing(t *testing.T) {
	t.Helper()
	if kept := f.stored(t); len(kept)+f.queue.len() != 0 {
		t.Errorf("stored %v and queued %d, want nothing", kept, f.queue.len())
	}
}

// TestRefusalsLookAlike checks that refusals tell a stranger nothing about sites and secrets.
func TestRefusalsLookAlike(t *testing.T) {
	f := newFixture(t, func(o *Options) { o.Sites["quay"] = Site{} })
	body := publishedBody(t, newPost("a1", now))
	signed := ghostHeader(ghostSecret, body, now)
	var answers []string
	for _, r := range []*http.Request{
		ghostRequest("harbour", "published", body, ""),
		ghostRequest("harbour", "published", body, ghostHeader("wrong", body, now)),
		ghostRequest("harbour", "published", body, ghostHeader(ghostSecret, body, now.Add(-time.Hour))),
		ghostRequest("pier", "published", body, signed),
		ghostRequest("quay", "published", body, signed),
	} {
		answers = append(answers, f.do(r).Body.String())
	}
	for _, answer := range answers[1:] {
		if answer != answers[0] {
			t.Errorf("%q is not %q", answer, answers[0])
		}
	}
}

func TestGhostTolerance(t *testing.T) {
	year := 366 * 24 * time.Hour
	for name, test := range map[string]struct {
		tolerance, age time.Duration
		want           int
	}{
		"now":                 {0, 0, 202},
		"at the bound":        {0, 5 * time.Minute, 202},
		"past the bound":      {0, 5*time.Minute + time.Millisecond, 401},
		"ahead at the bound":  {0, -5 * time.Minute, 202},
		"ahead of the bound":  {0, -5*time.Minute - time.Millisecond, 401},
		"its own bound":       {time.Minute, time.Minute, 202},
		"past its own bound":  {time.Minute, time.Minute + time.Millisecond, 401},
		"years":               {3 * year, 2 * year, 202},
		"before all calendar": {3 * year, 400 * year / 8, 401},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFixture(t, func(o *Options) {
				site := o.Sites["harbour"]
				site.Hooks["ghost"] = Hook{Secrets: []string{ghostSecret}, Tolerance: test.tolerance}
				o.Sites["harbour"] = site
			})
			sentAt := now.Add(-test.age)
			w := f.ghost("published", publishedBody(t, newPost("a1", sentAt)), sentAt)
			if w.Code != test.want {
				t.Errorf("%d %s, want %d", w.Code, w.Body, test.want)
			}
		})
	}
}

func TestGhostSecretsRotate(t *testing.T) {
	f := newFixture(t, func(o *Options) {
		o.Sites["harbour"] = Site{Hooks: map[string]Hook{"ghost": {Secrets: []string{"former", "next"}}}}
	})
	body := publishedBody(t, newPost("a1", now))
	for secret, want := range map[string]int{"former": 202, "next": 202, ghostSecret: 401, "": 401} {
		w := f.do(ghostRequest("harbour", "published", body, ghostHeader(secret, body, now)))
		if w.Code != want {
			t.Errorf("signed by %q: %d, want %d", secret, w.Code, want)
		}
	}
}
