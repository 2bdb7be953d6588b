package storetest

import (
	"io"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

func testRoundTrip(t *testing.T, s store.Store) {
	bodies := map[string]string{
		"public/news/articles/a-1/narration.json": `{"version":1}`,
		"private/binary": "\x00\xff\r\n\x00",
		"private/empty":  "",
		"Z_9.-":          "a key of one part",
	}
	for key, body := range bodies {
		before := time.Now()
		etag := mustPut(t, s, key, body)
		after := time.Now()

		entry := wantBody(t, s, key, body)
		if entry.Key != key || entry.Size != int64(len(body)) || entry.ETag != etag {
			t.Errorf("entry %+v, want key %s, size %d, ETag %s", entry, key, len(body), etag)
		}
		// S3 stores whole seconds. The test server's clock is this machine's.
		if entry.Modified.Before(before.Add(-time.Second)) || entry.Modified.After(after.Add(time.Second)) {
			t.Errorf("%s modified %v, was put between %v and %v", key, entry.Modified, before, after)
		}
	}
}

func testOverwrite(t *testing.T, s store.Store) {
	first := mustPut(t, s, "a/b", "one")
	second := mustPut(t, s, "a/b", "two") // same length
	if first == second {
		t.Errorf("both versions have the ETag %s", first)
	}
	if entry := wantBody(t, s, "a/b", "two"); entry.ETag != second {
		t.Errorf("read ETag %s, put returned %s", entry.ETag, second)
	}
}

func testOffset(t *testing.T, s store.Store) {
	etag := mustPut(t, s, "letters", "abcdef")
	for _, tt := range []struct {
		offset int64
		want   string
	}{{0, "abcdef"}, {1, "bcdef"}, {5, "f"}, {6, ""}, {1 << 40, ""}} {
		obj, err := s.Open(t.Context(), "letters", tt.offset)
		if err != nil {
			t.Fatalf("offset %d: %v", tt.offset, err)
		}
		body, err := io.ReadAll(obj.Body)
		obj.Body.Close()
		if err != nil || string(body) != tt.want {
			t.Errorf("offset %d: %q, %v, want %q", tt.offset, body, err, tt.want)
		}
		if obj.Size != 6 || obj.ETag != etag || obj.Key != "letters" || obj.Modified.IsZero() {
			t.Errorf("offset %d: entry %+v is not that of the whole object", tt.offset, obj.Entry)
		}
	}
	if _, err := s.Open(t.Context(), "letters", -1); err == nil {
		t.Error("a negative offset returned no error")
	}
	_, err := s.Open(t.Context(), "none", 3)
	wantError(t, "open a missing object at an offset", err, store.ErrNotFound)
}

func testNotFound(t *testing.T, s store.Store) {
	mustPut(t, s, "a/b/c", "x")
	for name, key := range map[string]string{
		"never written":   "nothing",
		"a folder":        "a/b",
		"below an object": "a/b/c/d",
	} {
		_, err := s.Open(t.Context(), key, 0)
		wantError(t, name, err, store.ErrNotFound)
	}
}

func testDelete(t *testing.T, s store.Store) {
	mustPut(t, s, "a/b/c", "x")
	mustDelete(t, s, "a/b/c")
	_, err := s.Open(t.Context(), "a/b/c", 0)
	wantError(t, "open after delete", err, store.ErrNotFound)

	mustDelete(t, s, "a/b/c") // again
	mustDelete(t, s, "never/written")

	mustPut(t, s, "a/b/c", "again")
	wantBody(t, s, "a/b/c", "again")
}

func testDeleteNeighbours(t *testing.T, s store.Store) {
	for _, key := range []string{"a/b/c", "a/b/d", "a/e"} {
		mustPut(t, s, key, key)
	}
	mustDelete(t, s, "a/b/c")
	mustDelete(t, s, "a/b")     // a folder that holds other objects: no object itself
	mustDelete(t, s, "a/e/f/g") // below an object: no object either
	wantBody(t, s, "a/b/d", "a/b/d")
	wantBody(t, s, "a/e", "a/e")
}
