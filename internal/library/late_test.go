package library_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/audio"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/store/storetest"
)

var (
	ferry = library.Ref{Site: "main", ID: "ferry"}
	sound = library.Track{Files: []audio.File{{Format: audio.MP3, Content: []byte("mp3")}}, Duration: 1.5, WebVTT: []byte("WEBVTT")}
)

// repeater keeps the public writes that may reach the store twice, to deliver them again.
type repeater struct {
	store.Store
	late []func(context.Context) error
}

func (r *repeater) Put(ctx context.Context, key string, body []byte, opts store.PutOptions) (string, error) {
	if strings.HasPrefix(key, "public/") && !opts.Once {
		r.late = append(r.late, func(ctx context.Context) error {
			_, err := r.Store.Put(ctx, key, body, opts)
			return err
		})
	}
	return r.Store.Put(ctx, key, body, opts)
}

func (r *repeater) deliverAgain(t *testing.T) {
	t.Helper()
	for i, write := range r.late {
		if err := write(t.Context()); !errors.Is(err, store.ErrConflict) {
			t.Errorf("write %d took effect again: %v", i, err)
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// publish renders the same article again, over whatever is there.
func publish(t *testing.T, lib *library.Library) {
	t.Helper()
	former, err := lib.Narration(t.Context(), ferry)
	must(t, library.IgnoreNotFound(err))
	former, err = lib.Reserve(t.Context(), ferry, former, library.Waiting{})
	must(t, err)
	must(t, lib.Publish(t.Context(), ferry, former, library.Narration{Title: "The ferry"}, sound))
	former, err = lib.Narration(t.Context(), ferry)
	must(t, err)
	must(t, lib.Amend(t.Context(), ferry, former, former))
}

// Requests outlive their connections: a write of a narration or its files may be delivered again at
// any later time. It never takes effect, neither after a take-down nor after the same article was
// published again.
func TestNoWriteOfANarrationTakesEffectLater(t *testing.T) {
	for name, open := range map[string]func(t *testing.T) store.Store{
		"folder": func(t *testing.T) store.Store {
			dir, err := store.NewDir(t.TempDir())
			must(t, err)
			return dir
		},
		"S3": func(t *testing.T) store.Store {
			endpoint, bucket := storetest.StartS3(t)
			return openS3(t, endpoint, bucket)
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := &repeater{Store: open(t)}
			lib := library.New(r)
			for range 2 {
				publish(t, lib)
				publish(t, lib) // an edit
				r.deliverAgain(t)
				must(t, lib.Withdraw(t.Context(), ferry))
				r.deliverAgain(t)
				if left := public(t, r); len(left) != 0 {
					t.Errorf("left: %v", left)
				}
			}
		})
	}
}

// The outcome of former work, delivered late, does not replace a newer one.
func TestALateOutcomeIsRefused(t *testing.T) {
	dir, err := store.NewDir(t.TempDir())
	must(t, err)
	late := &storetest.Late{Store: dir, Prefix: "private/sites/main/outcomes/"}
	lib := library.New(late)
	if err := lib.Conclude(t.Context(), ferry, library.Outcome{State: library.Removed}, nil); err == nil {
		t.Fatal("recorded without an answer")
	}
	must(t, lib.Conclude(t.Context(), ferry, library.Outcome{State: library.Published}, nil))
	late.Deliver(t)
}

func openS3(t *testing.T, endpoint, bucket string) store.Store {
	t.Helper()
	s, err := store.NewS3(t.Context(), store.S3Options{Bucket: bucket, Endpoint: endpoint})
	must(t, err)
	return s
}

func public(t *testing.T, s store.Store) []string {
	t.Helper()
	var keys []string
	for entry, err := range s.List(t.Context(), "public/") {
		must(t, err)
		keys = append(keys, entry.Key)
	}
	return keys
}

// holder is a proxy before an S3 server. It keeps the first request that is chosen until deliver,
// long after its sender has given up.
type holder struct {
	URL  string
	held chan *http.Request
}

func startHolder(t *testing.T, endpoint string, choose func(*http.Request) bool) *holder {
	t.Helper()
	target, err := url.Parse(endpoint)
	must(t, err)
	forward := &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.SetURL(target)
		r.Out.Host = r.In.Host // is signed
	}}
	h := &holder{held: make(chan *http.Request, 1)}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !choose(r) {
			forward.ServeHTTP(w, r)
			return
		}
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		kept := r.Clone(context.WithoutCancel(r.Context()))
		kept.URL.Scheme, kept.URL.Host, kept.RequestURI = target.Scheme, target.Host, ""
		kept.Body = io.NopCloser(bytes.NewReader(body))
		select {
		case h.held <- kept:
		default: // a retry
		}
		<-r.Context().Done() // the sender gives up
	}))
	t.Cleanup(server.Close)
	h.URL = server.URL
	return h
}

// untilHeld returns a context that ends when the proxy has the request.
func (h *holder) untilHeld(t *testing.T) context.Context {
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		r := <-h.held
		h.held <- r
		cancel()
	}()
	return ctx
}

// deliver hands the kept request to the server and returns its answer.
func (h *holder) deliver(t *testing.T) int {
	t.Helper()
	resp, err := http.DefaultTransport.RoundTrip(<-h.held)
	must(t, err)
	resp.Body.Close()
	return resp.StatusCode
}

func isWriteWith(r *http.Request, condition string) bool {
	return r.Method == http.MethodPut && strings.HasSuffix(r.URL.Path, "/narration.json") && r.Header.Get(condition) != ""
}

// The write that publishes an article is held up on its way while the article is removed.
func TestAHeldUpPublicationIsRefused(t *testing.T) {
	endpoint, bucket := storetest.StartS3(t)
	direct := library.New(openS3(t, endpoint, bucket))
	h := startHolder(t, endpoint, func(r *http.Request) bool { return isWriteWith(r, "If-Match") })
	behind := openS3(t, h.URL, bucket)
	late := library.New(behind)
	reserved, err := late.Reserve(t.Context(), ferry, library.Narration{}, library.Waiting{})
	must(t, err)
	if err := late.Publish(h.untilHeld(t), ferry, reserved, library.Narration{Title: "The ferry"}, sound); !errors.Is(err, context.Canceled) {
		t.Fatalf("published with %v", err)
	}
	must(t, direct.Withdraw(t.Context(), ferry))
	if status := h.deliver(t); status != http.StatusPreconditionFailed && status != http.StatusNotFound {
		t.Errorf("the server answered %d", status)
	}
	if left := public(t, behind); len(left) != 0 {
		t.Errorf("left: %v", left)
	}
}

// A reservation that is held up says nothing of the article, and no publication is based on it.
func TestAHeldUpReservationPublishesNothing(t *testing.T) {
	endpoint, bucket := storetest.StartS3(t)
	behind := openS3(t, endpoint, bucket)
	direct := library.New(behind)
	h := startHolder(t, endpoint, func(r *http.Request) bool { return isWriteWith(r, "If-None-Match") })
	if _, err := library.New(openS3(t, h.URL, bucket)).Reserve(h.untilHeld(t), ferry, library.Narration{}, library.Waiting{}); !errors.Is(err, context.Canceled) {
		t.Fatalf("reserved with %v", err)
	}
	publish(t, direct)
	must(t, direct.Withdraw(t.Context(), ferry))
	if status := h.deliver(t); status != http.StatusOK {
		t.Errorf("the server answered %d", status)
	}
	body, _, err := store.Read(t.Context(), behind, ferry.NarrationKey())
	must(t, err)
	if !library.IsReservation(body) {
		t.Errorf("public: %s", body)
	}
	publish(t, direct)
}
