package web

import (
	"bytes"
	"context"
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/aloud-audio/aloud/internal/fleet"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/player"
	"github.com/aloud-audio/aloud/internal/store"
)

// now is every test's time.
var now = time.Date(2026, time.March, 3, 10, 30, 0, 0, time.UTC)

const (
	ghostSecret    = "harbour lights"
	articlesSecret = "whsec_dGhlIGxpZ2h0aG91c2Uga2VlcGVyJ3Mgc2VjcmV0IQ=="
)

// fixture is a server over a folder store, with a queue that records its calls.
type fixture struct {
	*Server
	root  string
	dir   store.Store
	lib   *library.Library
	log   *syncBuffer
	queue *queue
}

// newFixture has one site, harbour, whose pages are at https://harbour.example; change may change
// all.
func newFixture(t testing.TB, change ...func(*Options)) *fixture {
	t.Helper()
	root := t.TempDir()
	dir, err := store.NewDir(root)
	if err != nil {
		t.Fatal(err)
	}
	f := &fixture{root: root, dir: dir, lib: library.New(dir), log: &syncBuffer{}, queue: &queue{}}
	narrator := &narrate.Narrator{Library: f.lib, Sites: map[string]narrate.Site{"harbour": {Name: "harbour"}}}
	opts := Options{
		Newsroom: &newsroom.Newsroom{Library: f.lib, Store: dir, Queue: f.queue, Narrator: narrator, Now: func() time.Time { return now }},
		Sites: map[string]Site{"harbour": {
			URLs:  []string{"https://harbour.example/news/"},
			Hooks: map[string]Hook{"ghost": {Secrets: []string{ghostSecret}}, "articles": {Secrets: []string{articlesSecret}}},
		}},
		Player:     player.JS,
		Deliveries: &memory{},
		Registry:   prometheus.NewRegistry(),
		Log:        slog.New(slog.NewTextHandler(f.log, nil)),
	}
	for _, c := range change {
		c(&opts)
	}
	f.Server, err = New(opts)
	if err != nil {
		t.Fatal(err)
	}
	f.now = func() time.Time { return now }
	return f
}

// do sends a request to the server without a network.
func (f *fixture) do(r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	f.ServeHTTP(w, r)
	return w
}

// get sends a GET with header fields, given as name and value in turn.
func (f *fixture) get(path string, fields ...string) *httptest.ResponseRecorder {
	return f.do(request(http.MethodGet, path, fields...))
}

func request(method, path string, fields ...string) *http.Request {
	r := httptest.NewRequest(method, path, nil)
	for i := 0; i < len(fields); i += 2 {
		r.Header.Set(fields[i], fields[i+1])
	}
	return r
}

// stored returns the keys of all objects.
func (f *fixture) stored(t testing.TB) []string {
	t.Helper()
	var keys []string
	for entry, err := range f.dir.List(context.Background(), "") {
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, entry.Key)
	}
	return keys
}

func (f *fixture) put(t testing.TB, key string, body []byte) {
	t.Helper()
	if _, err := f.dir.Put(context.Background(), key, body, store.PutOptions{}); err != nil {
		t.Fatal(err)
	}
}

func (f *fixture) due(t testing.TB, id string) int {
	t.Helper()
	markers, err := f.lib.Due(context.Background(), library.Ref{Site: "harbour", ID: id})
	if err != nil {
		t.Fatal(err)
	}
	return len(markers)
}

func (f *fixture) desired(t testing.TB, id string) library.Desired {
	t.Helper()
	d, err := f.lib.Desired(context.Background(), library.Ref{Site: "harbour", ID: id})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// queue records its calls.
type queue struct {
	mu   sync.Mutex
	refs []library.Ref
}

func (q *queue) Enqueue(_ context.Context, ref library.Ref, _ library.Urgency) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.refs = append(q.refs, ref)
	return nil
}

func (q *queue) EnqueueOnce(ctx context.Context, ref library.Ref, u library.Urgency) error {
	return q.Enqueue(ctx, ref, u)
}
func (q *queue) EnqueueRemoval(ctx context.Context, ref library.Ref) error {
	return q.Enqueue(ctx, ref, library.Fresh)
}
func (q *queue) RunNow(ctx context.Context, ref library.Ref) error {
	return q.Enqueue(ctx, ref, library.Fresh)
}
func (q *queue) Ready(context.Context) error                        { return nil }
func (q *queue) Retries(context.Context, library.Ref) (bool, error) { return false, nil }
func (q *queue) Processes(context.Context) ([]fleet.Process, error) { return nil, nil }

// enqueueFunc and readyFunc are queues of which one request misbehaves.
type (
	enqueueFunc func(context.Context, library.Ref) error
	readyFunc   func(context.Context) error
)

func (f enqueueFunc) Enqueue(ctx context.Context, ref library.Ref, _ library.Urgency) error {
	return f(ctx, ref)
}
func (f enqueueFunc) EnqueueOnce(ctx context.Context, ref library.Ref, _ library.Urgency) error {
	return f(ctx, ref)
}
func (f enqueueFunc) EnqueueRemoval(ctx context.Context, ref library.Ref) error { return f(ctx, ref) }
func (f enqueueFunc) RunNow(ctx context.Context, ref library.Ref) error         { return f(ctx, ref) }
func (f enqueueFunc) Ready(context.Context) error                               { return nil }
func (f enqueueFunc) Retries(context.Context, library.Ref) (bool, error)        { return false, nil }
func (f enqueueFunc) Processes(context.Context) ([]fleet.Process, error)        { return nil, nil }

func (f readyFunc) Enqueue(context.Context, library.Ref, library.Urgency) error     { return nil }
func (f readyFunc) EnqueueOnce(context.Context, library.Ref, library.Urgency) error { return nil }
func (f readyFunc) EnqueueRemoval(context.Context, library.Ref) error               { return nil }
func (f readyFunc) RunNow(context.Context, library.Ref) error                       { return nil }
func (f readyFunc) Ready(ctx context.Context) error                                 { return f(ctx) }
func (f readyFunc) Retries(context.Context, library.Ref) (bool, error)              { return false, nil }
func (f readyFunc) Processes(context.Context) ([]fleet.Process, error)              { return nil, nil }

func (q *queue) len() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	return len(q.refs)
}

// memory remembers deliveries until the test ends.
type memory struct{ keys sync.Map }

func (m *memory) Seen(_ context.Context, key string) (bool, error) {
	_, seen := m.keys.Load(key)
	return seen, nil
}

func (m *memory) Remember(_ context.Context, key string, period time.Duration) error {
	m.keys.Store(key, period)
	return nil
}

type syncBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *syncBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *syncBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

func TestNewRefusesWrongSettings(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*Options)
		want   string
	}{
		"site name":             {func(o *Options) { o.Sites["Harbour News"] = Site{} }, "Harbour News"},
		"site without a scheme": {func(o *Options) { o.Sites["pier"] = Site{URLs: []string{"pier.example"}} }, "site pier"},
		"site of another kind":  {func(o *Options) { o.Sites["pier"] = Site{URLs: []string{"ftp://pier.example"}} }, "site pier"},
		"empty Ghost secret": {func(o *Options) {
			o.Sites["pier"] = Site{Hooks: map[string]Hook{"ghost": {Secrets: []string{"a", ""}}}}
		}, "site pier"},
		"secret without base64": {func(o *Options) {
			o.Sites["pier"] = Site{Hooks: map[string]Hook{"articles": {Secrets: []string{"whsec_%"}}}}
		}, "site pier"},
		"empty whsec_ secret": {func(o *Options) {
			o.Sites["pier"] = Site{Hooks: map[string]Hook{"articles": {Secrets: []string{"whsec_"}}}}
		}, "site pier"},
		"public URL": {func(o *Options) { o.PublicURL = "cdn.example" }, "public URL"},
	} {
		t.Run(name, func(t *testing.T) {
			opts := Options{Sites: map[string]Site{"harbour": {}}}
			test.change(&opts)
			_, err := New(opts)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("New: %v, want an error about %s", err, test.want)
			}
		})
	}
}

func TestRoutes(t *testing.T) {
	f := newFixture(t)
	for _, test := range []struct {
		method, path string
		want         int
	}{
		{"GET", "/", 404},
		{"GET", "/nothing", 404},
		{"GET", "/hooks/harbour/ghost/published", 405},
		{"PUT", "/hooks/harbour/articles", 405},
		{"POST", "/hooks/harbour", 404},
		{"POST", "/hooks/harbour/ghost/", 404},
		{"POST", "/hooks/harbour/ghost/published/", 401}, // unsigned, but there
		{"POST", "/hooks/harbour/articles/", 401},
		{"POST", "/hooks/harbour/articles//", 404},
		{"POST", "/hooks/", 404},
		{"POST", "/hooks", 404},
		{"GET", "/hooks", 405},
		{"GET", "/hooks/", 404},
		{"GET", "/healthz/", 404},
		{"GET", "/metrics", 404},
		{"POST", "/hooks//harbour/ghost/published", 404},
		{"POST", "/hooks/harbour/../harbour/ghost/published", 404},
		{"POST", "/public/harbour/articles/a/narration.json", 405},
		{"DELETE", "/player.js", 405},
		{"GET", "/player.js", 200},
		{"HEAD", "/player.js", 200},
		{"GET", "/healthz", 200},
	} {
		if got := f.do(httptest.NewRequest(test.method, test.path, nil)).Code; got != test.want {
			t.Errorf("%s %s: %d, want %d", test.method, test.path, got, test.want)
		}
	}
}

func TestPlayerScript(t *testing.T) {
	f := newFixture(t)
	first := f.get("/player.js")
	if !bytes.Equal(first.Body.Bytes(), player.JS) {
		t.Error("the body is not player.js")
	}
	for name, want := range map[string]string{
		"Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "public, max-age=3600", "X-Content-Type-Options": "nosniff",
	} {
		if got := first.Header().Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if got := f.get("/player.js", "If-None-Match", first.Header().Get("ETag")).Code; got != http.StatusNotModified {
		t.Errorf("with its ETag: %d, want 304", got)
	}
}

func TestPinnedPlayer(t *testing.T) {
	f := newFixture(t)
	var files playerFiles
	if err := json.Unmarshal(f.get("/player.json").Body.Bytes(), &files); err != nil {
		t.Fatal(err)
	}
	pinned := f.get("/" + files.Script)
	sum := sha512.Sum384(pinned.Body.Bytes())
	if !bytes.Equal(pinned.Body.Bytes(), player.JS) || files.Integrity != "sha384-"+base64.StdEncoding.EncodeToString(sum[:]) {
		t.Errorf("%+v is not the script", files)
	}
	if got := pinned.Header().Get("Cache-Control"); !strings.Contains(got, "immutable") {
		t.Errorf("Cache-Control %s", got)
	}
	if got := f.get("/player.0000000000000000.js").Code; got != http.StatusNotFound {
		t.Errorf("another release's script: %d", got)
	}
	if got := f.get("/" + pinned.Header().Get("SourceMap")); got.Code != http.StatusOK {
		t.Errorf("its source map: %d", got.Code)
	}
}
