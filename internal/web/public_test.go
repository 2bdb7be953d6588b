package web

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

const (
	trackPath     = "/public/harbour/articles/a1/0123456789abcdef.mp3"
	cuesPath      = "/public/harbour/articles/a1/0123456789abcdef.vtt"
	narrationPath = "/public/harbour/articles/a1/narration.json"
)

// track is no audio, but every part of it is different.
var track = []byte("0123456789abcdefghijklmnopqrstuvwxyz")

func newPublicFixture(t testing.TB) *fixture {
	f := newFixture(t)
	f.put(t, trackPath[1:], track)
	f.put(t, cuesPath[1:], []byte("WEBVTT\n"))
	f.put(t, narrationPath[1:], []byte(`{"version":1}`))
	f.put(t, "private/sites/harbour/articles/a1.json", []byte(`{"secret":"rudder"}`))
	return f
}

func TestPublicHeaders(t *testing.T) {
	f := newPublicFixture(t)
	for path, want := range map[string]struct {
		code           int
		media, caching string
	}{
		trackPath:     {200, "audio/mpeg", "public, max-age=30, must-revalidate"},
		cuesPath:      {200, "text/vtt; charset=utf-8", "public, max-age=30, must-revalidate"},
		narrationPath: {200, "application/json", "public, max-age=30, must-revalidate"},
		"/public/harbour/articles/a2/narration.json": {404, "text/plain; charset=utf-8", "public, max-age=30, must-revalidate"},
		"/public/harbour/articles/a1/fedcba98.mp3":   {404, "text/plain; charset=utf-8", "no-store"},
	} {
		w := f.get(path)
		h := w.Header()
		if w.Code != want.code || h.Get("Content-Type") != want.media || h.Get("Cache-Control") != want.caching {
			t.Errorf("%s: %d %v, want %+v", path, w.Code, h, want)
		}
		if h.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: no nosniff", path)
		}
	}
}

func TestRanges(t *testing.T) {
	f := newPublicFixture(t)
	etag := f.get(trackPath).Header().Get("ETag")
	for name, test := range map[string]struct {
		fields       []string
		code         int
		body, ranged string
	}{
		"whole":               {nil, 200, string(track), ""},
		"the first bytes":     {[]string{"Range", "bytes=0-3"}, 206, "0123", "bytes 0-3/36"},
		"in the middle":       {[]string{"Range", "bytes=10-12"}, 206, "abc", "bytes 10-12/36"},
		"to the end":          {[]string{"Range", "bytes=33-"}, 206, "xyz", "bytes 33-35/36"},
		"past the end":        {[]string{"Range", "bytes=33-99"}, 206, "xyz", "bytes 33-35/36"},
		"suffix":              {[]string{"Range", "bytes=-2"}, 206, "yz", "bytes 34-35/36"},
		"suffix of all":       {[]string{"Range", "bytes=-99"}, 206, string(track), "bytes 0-35/36"},
		"beyond":              {[]string{"Range", "bytes=36-"}, 416, "", "bytes */36"},
		"nonsense":            {[]string{"Range", "bytes=3-1"}, 416, "", ""},
		"several":             {[]string{"Range", "bytes=0-0,2-2"}, 200, string(track), ""},
		"if still the same":   {[]string{"Range", "bytes=0-3", "If-Range", etag}, 206, "0123", "bytes 0-3/36"},
		"if not the same":     {[]string{"Range", "bytes=0-3", "If-Range", `"other"`}, 200, string(track), ""},
		"known":               {[]string{"If-None-Match", etag}, 304, "", ""},
		"known, among others": {[]string{"If-None-Match", `"other", ` + etag}, 304, "", ""},
		"not known":           {[]string{"If-None-Match", `"other"`}, 200, string(track), ""},
	} {
		t.Run(name, func(t *testing.T) {
			w := f.get(trackPath, test.fields...)
			if w.Code != test.code || w.Header().Get("Content-Range") != test.ranged {
				t.Errorf("%d, Content-Range %q; want %d, %q", w.Code, w.Header().Get("Content-Range"), test.code, test.ranged)
			}
			if w.Code < 300 && w.Body.String() != test.body {
				t.Errorf("body %q, want %q", w.Body, test.body)
			}
			if w.Code == 206 && w.Header().Get("Cache-Control") != library.TrackCacheControl {
				t.Errorf("Cache-Control %q", w.Header().Get("Cache-Control"))
			}
		})
	}
}

// Over TCP the kernel sends files; a recorder gets them through Read.
func TestRangesOverTCP(t *testing.T) {
	f := newPublicFixture(t)
	long := make([]byte, 300<<10)
	_, _ = rand.NewChaCha8([32]byte{}).Read(long) // never fails
	f.put(t, trackPath[1:], long)
	server := httptest.NewServer(f)
	defer server.Close()
	for _, at := range [][2]int{{0, len(long)}, {0, 1}, {100, 700}, {70_000, 250_000}, {len(long) - 1, len(long)}} {
		request, _ := http.NewRequest(http.MethodGet, server.URL+trackPath, nil)
		request.Header.Set("Range", fmt.Sprintf("bytes=%d-%d", at[0], at[1]-1))
		response, err := server.Client().Do(request)
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(response.Body)
		response.Body.Close()
		if err != nil || response.StatusCode != http.StatusPartialContent || !bytes.Equal(got, long[at[0]:at[1]]) {
			t.Errorf("bytes %v: %d, %d bytes, %v", at, response.StatusCode, len(got), err)
		}
	}
}

func TestHead(t *testing.T) {
	server := httptest.NewServer(newPublicFixture(t))
	defer server.Close()
	resp, err := server.Client().Head(server.URL + trackPath)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	if resp.StatusCode != 200 || resp.ContentLength != int64(len(track)) || len(body) != 0 || resp.Header.Get("Accept-Ranges") != "bytes" {
		t.Errorf("%s, length %d, %d bytes, %v", resp.Status, resp.ContentLength, len(body), resp.Header)
	}
}

// TestETagFollowsContent also where two contents have one length and one second.
func TestETagFollowsContent(t *testing.T) {
	f := newPublicFixture(t)
	seen := map[string]bool{}
	for _, body := range []string{`{"version":1}`, `{"version":2}`, `{"version":3}`} {
		f.put(t, narrationPath[1:], []byte(body))
		etag := f.get(narrationPath).Header().Get("ETag")
		if seen[etag] || len(etag) < 3 || !strings.HasPrefix(etag, `"`) || !strings.HasSuffix(etag, `"`) {
			t.Errorf("ETag %q of %s: seen before or not strong", etag, body)
		}
		seen[etag] = true
	}
}

// TestPrivateIsOutOfReach tries the ways that path handling has been tricked by.
func TestPrivateIsOutOfReach(t *testing.T) {
	f := newPublicFixture(t)
	if err := os.WriteFile(filepath.Join(f.root, "rudder.txt"), []byte("rudder"), 0o600); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(f)
	defer server.Close()
	const private = "private/sites/harbour/articles/a1.json"
	for _, path := range []string{
		"/" + private,
		"/public/../" + private,
		"/public/%2e%2e/" + private,
		"/public/..%2f" + private,
		"/public/%2e%2e%2f" + url.PathEscape(private),
		"/public/..%5c" + private,
		"/public/harbour/../../" + private,
		"/public/harbour/..%2f..%2f" + private,
		"/public//" + private,
		"/public/%2f" + private,
		"/public/./../" + private,
		"/public/....//" + private,
		"/public/..;/" + private,
		"/public/%252e%252e/" + private,
		"/public/%00/../" + private,
		"/public/..%00/" + private,
		"/public/%c0%ae%c0%ae/" + private,
		"/public/../rudder.txt",
		"/public/..%2frudder.txt",
		"/public/.aloud/tmp",
		"/public/",
		"/public/harbour",
		"/public/harbour/",
		"/public/harbour/articles/a1/",
		"/public/harbour/articles/a1",
	} {
		resp := rawGet(t, server, path)
		body, _ := io.ReadAll(resp.Body)
		_ = resp.Body.Close()
		if resp.StatusCode != http.StatusNotFound && resp.StatusCode != http.StatusBadRequest || bytes.Contains(body, []byte("rudder")) {
			t.Errorf("%s: %s %q", path, resp.Status, body)
		}
	}
}

// rawGet asks for a path exactly as it is written.
func rawGet(t *testing.T, server *httptest.Server, path string) *http.Response {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.URL.Opaque = path
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	return resp
}

// TestContentSeeks compares with a reader over the same bytes.
func TestContentSeeks(t *testing.T) {
	f := newPublicFixture(t)
	got, err := openContent(context.Background(), f.dir, trackPath[1:])
	if err != nil {
		t.Fatal(err)
	}
	defer got.Close()
	want := bytes.NewReader(track)
	for _, seek := range []struct {
		offset int64
		whence int
		read   int
	}{{0, io.SeekEnd, 0}, {0, io.SeekStart, 3}, {20, io.SeekStart, 5}, {-3, io.SeekCurrent, 6}, {-1, io.SeekEnd, 4}, {40, io.SeekStart, 1}, {0, io.SeekStart, 40}} {
		gotAt, gotErr := got.Seek(seek.offset, seek.whence)
		wantAt, wantErr := want.Seek(seek.offset, seek.whence)
		if gotAt != wantAt || (gotErr == nil) != (wantErr == nil) {
			t.Errorf("Seek%v = %d, %v, want %d, %v", seek, gotAt, gotErr, wantAt, wantErr)
		}
		gotBytes, _ := io.ReadAll(io.LimitReader(got, int64(seek.read)))
		wantBytes, _ := io.ReadAll(io.LimitReader(want, int64(seek.read)))
		if !bytes.Equal(gotBytes, wantBytes) {
			t.Errorf("after Seek%v read %q, want %q", seek, gotBytes, wantBytes)
		}
	}
	if _, err := got.Seek(-1, io.SeekStart); err == nil {
		t.Error("seeking before the start is no error")
	}
}

// TestContentNeverMixes has an object replaced between two reads.
func TestContentNeverMixes(t *testing.T) {
	f := newPublicFixture(t)
	got, err := openContent(context.Background(), f.dir, narrationPath[1:])
	if err != nil {
		t.Fatal(err)
	}
	defer got.Close()
	f.put(t, narrationPath[1:], []byte(`{"version":2}`))
	if _, err := got.Seek(5, io.SeekStart); err != nil {
		t.Fatal(err)
	}
	if body, err := io.ReadAll(got); err == nil {
		t.Errorf("read %q of another object", body)
	}
}

// openings counts how often a store is read, and where from.
type openings struct {
	store.Store
	offsets []int64
}

func (o *openings) Open(ctx context.Context, key string, offset int64) (*store.Object, error) {
	o.offsets = append(o.offsets, offset)
	return o.Store.Open(ctx, key, offset)
}

func TestStoreIsReadOnceOrFromTheRangeOn(t *testing.T) {
	for name, test := range map[string]struct {
		fields []string
		want   []int64
	}{
		"whole":     {nil, []int64{0}},
		"the start": {[]string{"Range", "bytes=0-9"}, []int64{0}},
		"a part":    {[]string{"Range", "bytes=20-"}, []int64{0, 20}},
	} {
		f := newPublicFixture(t)
		counted := &openings{Store: f.dir}
		f.newsroom.Store = counted
		f.get(trackPath, test.fields...)
		if got := counted.offsets; len(got) != len(test.want) || got[len(got)-1] != test.want[len(got)-1] {
			t.Errorf("%s: opened at %v, want %v", name, got, test.want)
		}
	}
}

func TestETagOfAnyStoreIsValid(t *testing.T) {
	content := &content{entry: store.Entry{ETag: `"a b"\ü` + "\n"}}
	w := httptest.NewRecorder()
	serveContent(w, httptest.NewRequest(http.MethodHead, trackPath, nil), trackPath, content)
	etag := w.Header().Get("ETag")
	for _, c := range []byte(strings.Trim(etag, `"`)) {
		if c <= ' ' || c >= 0x7f || c == '"' {
			t.Errorf("ETag %s has the byte %s", etag, hex.EncodeToString([]byte{c}))
		}
	}
}

// A reservation is not a narration yet; the answer says that its track is being made.
func TestAReservationIsAMissingNarration(t *testing.T) {
	f := newPublicFixture(t)
	ref := library.Ref{Site: "harbour", ID: "a2"}
	if _, err := f.lib.Reserve(t.Context(), ref, library.Narration{}, library.Waiting{}); err != nil {
		t.Fatal(err)
	}
	path := "/" + ref.NarrationKey()
	w := f.get(path, "Origin", "https://harbour.example")
	if w.Code != 404 || w.Header().Get("Content-Type") != "application/json" || w.Header().Get("Cache-Control") != library.ReservationCacheControl ||
		w.Header().Get("Access-Control-Allow-Origin") == "" {
		t.Errorf("%d, %v", w.Code, w.Header())
	}
	var pending struct{ State, ID string }
	if err := json.Unmarshal(w.Body.Bytes(), &pending); err != nil || pending.State != "pending" || pending.ID != "a2" {
		t.Errorf("%s, %v", w.Body, err)
	}
	if w := f.get("/embed/harbour/a2"); w.Code != 404 {
		t.Errorf("embed page: %d", w.Code)
	}
}
