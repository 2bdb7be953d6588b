package notify

import (
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/audio"
	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

const (
	secret    = "whsec_YSBsaWdodGhvdXNlIGtlZXBlcidzIHNlY3JldA=="
	oldSecret = "whsec_dGhlIGZvcm1lciBrZWVwZXIncyBzZWNyZXQ="
)

var ferry = library.Ref{Site: "main", ID: "ferry"}

// inbox is a receiver: it verifies what arrives, and answers what the test tells it to.
type inbox struct {
	*httptest.Server
	mu     sync.Mutex
	status int // 0: 204
	got    []delivered
}

type delivered struct {
	id   string
	body string
	message
}

func openInbox(t *testing.T) *inbox {
	t.Helper()
	in := &inbox{}
	in.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { in.receive(t, w, r) }))
	t.Cleanup(in.Close)
	return in
}

func (in *inbox) receive(t *testing.T, w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Error(err)
	}
	key, err := standardwebhooks.NewWebhook(secret)
	if err != nil {
		t.Error(err)
	}
	if err := key.VerifyIgnoringTimestamp(body, r.Header); err != nil { // the test's clock is not the library's
		t.Error(err)
	}
	if agent := r.Header.Get("User-Agent"); agent != buildinfo.UserAgent() {
		t.Errorf("sent by %q", agent)
	}
	got := delivered{id: r.Header.Get("Webhook-Id"), body: string(body)}
	if err := json.Unmarshal(body, &got.message); err != nil {
		t.Error(err)
	}
	in.mu.Lock()
	defer in.mu.Unlock()
	in.got = append(in.got, got)
	if in.status == 0 {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	w.Header().Set("Location", "/elsewhere")
	w.WriteHeader(in.status)
	_, _ = io.WriteString(w, "the harbour is closed")
}

func (in *inbox) answer(status int) {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.status = status
}

// arrived returns what arrived since the last call.
func (in *inbox) arrived() []delivered {
	in.mu.Lock()
	defer in.mu.Unlock()
	got := in.got
	in.got = nil
	return got
}

func (in *inbox) receiver(t *testing.T, events ...string) Receiver {
	t.Helper()
	r, err := NewReceiver(in.URL+"/aloud", []string{oldSecret, secret}, events, []string{"127.0.0.1"})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// newsroom is a library with notices, and a clock that the test moves.
type newsroom struct {
	*Notifier
	t   testing.TB
	lib *library.Library
	at  time.Time
}

func open(t testing.TB, receivers ...Receiver) *newsroom {
	t.Helper()
	st, err := store.NewDir(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	n := &newsroom{t: t, lib: library.New(st), at: time.Now().UTC().Truncate(time.Millisecond)}
	n.Notifier = New(Options{
		Store: st, Library: n.lib, Receivers: map[string][]Receiver{"main": receivers}, Log: slog.New(slog.DiscardHandler),
	})
	n.now = func() time.Time { return n.at }
	return n
}

// leave leaves the notices of an outcome, a moment after what was before, and stops there.
func (n *newsroom) leave(outcome library.Outcome) {
	n.t.Helper()
	n.at = n.at.Add(time.Millisecond)
	if err := n.Leave(n.t.Context(), ferry, outcome); err != nil {
		n.t.Fatal(err)
	}
}

// conclude leaves the notices of an outcome and records it.
func (n *newsroom) conclude(outcome library.Outcome) {
	n.t.Helper()
	n.leave(outcome)
	if err := n.lib.Conclude(n.t.Context(), ferry, outcome, nil); err != nil {
		n.t.Fatal(err)
	}
}

func (n *newsroom) deliver() Delivery {
	n.t.Helper()
	d, err := n.Deliver(n.t.Context(), ferry)
	if err != nil {
		n.t.Fatal(err)
	}
	return d
}

// publish publishes a new track now.
func (n *newsroom) publish(title string) {
	n.t.Helper()
	former, err := n.lib.Narration(n.t.Context(), ferry)
	if library.IgnoreUnreadable(err) != nil {
		n.t.Fatal(err)
	}
	next := library.Narration{
		Site: "main", ID: "ferry", Title: title, Language: "en", URL: "https://example.com/ferry",
		Voice: library.NarrationVoice{Provider: "espeak-ng", Name: "en"}, PublishedAt: time.Now(),
	}
	if err := n.lib.Publish(n.t.Context(), ferry, former, next, library.Track{Files: []audio.File{{Format: audio.MP3, Content: []byte("mp3")}}, Duration: 61.5}); err != nil {
		n.t.Fatal(err)
	}
}

func (n *newsroom) accept(title string) {
	n.t.Helper()
	payload := article.Payload{ID: "ferry", UpdatedAt: n.at, Status: article.Published, Title: title, URL: "https://example.com/ferry", Text: "One boat."}
	if _, err := n.lib.Accept(n.t.Context(), ferry, payload, n.at, library.Fresh); err != nil {
		n.t.Fatal(err)
	}
}

func published(revision string) library.Outcome {
	return library.Outcome{State: library.Published, Revision: revision, Attempts: 1}
}

func failed(revision, reason string) library.Outcome {
	return library.Outcome{State: library.Failed, Reason: reason, Revision: revision, Attempts: 2}
}
