package web

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus/testutil"

	"github.com/aloud-audio/aloud/internal/library"
)

// zeros is an endless body.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestLargeBodies(t *testing.T) {
	f := newFixture(t)
	server := httptest.NewServer(f)
	defer server.Close()
	for name, test := range map[string]struct {
		length int64 // -1: not said
		size   int64
		want   int
	}{
		"20 MB":                    {20 << 20, 20 << 20, 413},
		"20 MB of unsaid length":   {-1, 20 << 20, 413},
		"one byte over":            {maxBody + 1, maxBody + 1, 413},
		"one byte over and unsaid": {-1, maxBody + 1, 413},
		"at the limit":             {maxBody, maxBody, 401},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL+"/hooks/harbour/ghost/published", io.LimitReader(zeros{}, test.size))
			if err != nil {
				t.Fatal(err)
			}
			r.ContentLength = test.length
			resp, err := server.Client().Do(r)
			if err != nil {
				t.Fatal(err)
			}
			defer resp.Body.Close()
			if resp.StatusCode != test.want {
				t.Errorf("%d, want %d", resp.StatusCode, test.want)
			}
		})
	}
	f.hasNothing(t)
}

// A client that sends all of a large body before it looks for the answer finds one.
func TestLargeBodyIsAnsweredAfterIt(t *testing.T) {
	server := httptest.NewServer(newFixture(t))
	defer server.Close()
	conn, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	const size = 20 << 20
	fmt.Fprintf(conn, "POST /hooks/harbour/ghost/published HTTP/1.1\r\nHost: aloud\r\nContent-Length: %d\r\n\r\n", size)
	if _, err := io.CopyN(conn, zeros{}, size); err != nil {
		t.Fatal(err)
	}
	resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil || resp.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("%v, %v", resp, err)
	}
}

func TestBodyCutShort(t *testing.T) {
	f := newFixture(t)
	r := ghostRequest("harbour", "published", nil, ghostHeader(ghostSecret, nil, now))
	r.ContentLength = 2
	r.Body = io.NopCloser(io.MultiReader(strings.NewReader("{"), failing{}))
	if w := f.do(r); w.Code != http.StatusBadRequest {
		t.Errorf("%d, want 400", w.Code)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// TestQueueTrouble checks that accepted articles are stored with a marker for the sweep.
func TestQueueTrouble(t *testing.T) {
	deaf := make(chan struct{})
	t.Cleanup(func() { close(deaf) })
	for name, enqueue := range map[string]enqueueFunc{
		"down":                     func(context.Context, library.Ref) error { return errors.New("connection refused") },
		"hanging":                  func(ctx context.Context, _ library.Ref) error { <-ctx.Done(); return ctx.Err() },
		"hanging past its context": func(context.Context, library.Ref) error { <-deaf; return nil },
	} {
		t.Run(name, func(t *testing.T) {
			f := newFixture(t, func(o *Options) { o.Newsroom.Queue = enqueue })
			w := f.ghost("published", publishedBody(t, newPost("a1", now)), now)
			if got := decodeReply(t, w); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" || got.Error == "" {
				t.Errorf("answer %d %v %+v, want 503 and Retry-After", w.Code, w.Header(), got)
			}
			if f.desired(t, "a1").Gone() || f.due(t, "a1") != 1 {
				t.Error("the article or its due marker is not in the store")
			}
		})
	}
}

// TestSenderHangsUp checks that the hook of an impatient sender is still stored.
func TestSenderHangsUp(t *testing.T) {
	f := newFixture(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	body := publishedBody(t, newPost("a1", now))
	f.do(ghostRequest("harbour", "published", body, ghostHeader(ghostSecret, body, now)).WithContext(ctx))
	if f.desired(t, "a1").Gone() || f.queue.len() != 1 {
		t.Error("the hook was dropped")
	}
}

func TestStoreTrouble(t *testing.T) {
	f := newFixture(t)
	if err := os.WriteFile(filepath.Join(f.root, "private"), nil, 0o600); err != nil { // where a folder should be
		t.Fatal(err)
	}
	w := f.ghost("published", publishedBody(t, newPost("a1", now)), now)
	if got := decodeReply(t, w); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" || got.Error == "" {
		t.Errorf("answer %d %v %+v, want 503 and Retry-After", w.Code, w.Header(), got)
	}
	if f.queue.len() != 0 {
		t.Error("queued what is not stored")
	}
}

func TestIdenticalHooksAtOnce(t *testing.T) {
	const hooks = 50
	f := newFixture(t)
	body := publishedBody(t, newPost("a1", now))
	codes := make(chan int, hooks)
	var all sync.WaitGroup
	for range hooks {
		all.Go(func() { codes <- f.ghost("published", body, now).Code })
	}
	all.Wait()
	close(codes)
	for code := range codes {
		if code != http.StatusAccepted {
			t.Errorf("%d, want 202", code)
		}
	}
	if f.desired(t, "a1").Article.Title == "" || f.queue.len() == 0 {
		t.Errorf("%d tasks for %d hooks", f.queue.len(), hooks)
	}
	if n := testutil.ToFloat64(f.metrics.requests.WithLabelValues("ghost", "accepted")); n != 1 {
		t.Errorf("%v of the hooks changed the desired state, want one", n)
	}
}

// TestLogsTellNothing looks for what no log may have, after hooks that end in every way.
func TestLogsTellNothing(t *testing.T) {
	f := newFixture(t, func(o *Options) {
		o.Newsroom.Queue = enqueueFunc(func(_ context.Context, ref library.Ref) error {
			if ref.ID == "unlucky" {
				return errors.New("connection refused")
			}
			return nil
		})
	})
	for _, body := range [][]byte{
		publishedBody(t, newPost("a1", now)),
		publishedBody(t, newPost("unlucky", now)),
		publishedBody(t, newPost("ines.vale@harbour.example", now)),
		[]byte(`{"post":{"current":{"id":"a1","updated_at":"ines.vale@harbour.example"}}}`),
		[]byte(`{"post":"ines.vale@harbour.example`),
	} {
		f.ghost("published", body, now)
		f.ghost("edited", body, now)
		f.ghost("published", body, now.Add(-time.Hour))
		f.do(ghostRequest("harbour", "published", body, ghostHeader("wrong", body, now)))
		f.do(articlesRequest(t, body, now, articlesSecret))
	}
	log := f.log.String()
	for _, secret := range []string{"ines.vale", "Ines", "ferry", ghostSecret, articlesSecret, articlesSecret[6:], "sha256="} {
		if strings.Contains(log, secret) {
			t.Errorf("the log tells %q:\n%s", secret, log)
		}
	}
	for _, told := range []string{"site=harbour", `level=WARN msg="hook refused"`, "field=updated_at", `reason="is no time of RFC 3339"`, "field=id", "article=a1", "result=accepted", "result=unauthorized", "result=unavailable", "result=bad_request"} {
		if !strings.Contains(log, told) {
			t.Errorf("the log does not tell %q:\n%s", told, log)
		}
	}
}

// FuzzGhostHook looks for an answer that makes Ghost delete the webhook, or any other unintended
// answer.
func FuzzGhostHook(f *testing.F) {
	body := publishedBody(f, newPost("a1", now))
	f.Add("published", "", body, true)
	f.Add("post.deleted", "", []byte(`{"post":{"current":{},"previous":{"id":"a1"}}}`), true)
	f.Add("edited", "sha256=00, t=1", []byte(`{`), false)
	f.Add("%2e%2e", ghostHeader("wrong", body, now), body, false)
	fix := newFixture(f)
	f.Fuzz(func(t *testing.T, event, signature string, body []byte, signed bool) {
		segment := url.PathEscape(event)
		if segment == "" || segment == "." || segment == ".." {
			return // another route's
		}
		if signed {
			signature = ghostHeader(ghostSecret, body, now)
		}
		r := httptest.NewRequest(http.MethodPost, "/hooks/harbour/ghost/"+segment, bytes.NewReader(body))
		r.Header.Set("X-Ghost-Signature", signature)
		w := fix.do(r)
		if !slices.Contains([]int{202, 400, 401, 413, 503}, w.Code) {
			t.Errorf("event %q: %d", event, w.Code)
		}
		decodeReply(t, w)
	})
}
