// Package storetest is the test suite for what every store promises. It also starts a real S3
// server for tests.
//
// Each implementation of store.Store runs TestStore. The end-to-end tests of other packages use
// StartS3 too. Only tests import this package.
package storetest

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"github.com/aloud-audio/aloud/internal/store"
)

// TestStore tests everything that the comments of store.Store promise. Every call of open must
// return a new, empty store.
func TestStore(t *testing.T, open func(t *testing.T) store.Store) {
	tests := []struct {
		name string
		test func(*testing.T, store.Store)
	}{
		{"what is put is read", testRoundTrip},
		{"overwriting changes content and ETag", testOverwrite},
		{"reading from an offset", testOffset},
		{"what is not there is not found", testNotFound},
		{"deleting", testDelete},
		{"deleting leaves the neighbours", testDeleteNeighbours},
		{"listing by prefix in the order of keys", testList},
		{"listing after a key", testListAfter},
		{"a list can be left early", testListBreak},
		{"folders", testFolders},
		{"what vanishes while listing is absent", testListVanishing},
		{"bad keys are refused", testBadKeys},
		{"bad prefixes are refused", testBadPrefixes},
		{"conditions", testConditions},
		{"one of many creates", testConcurrentCreate},
		{"no increment is lost", testConcurrentIncrements},
		{"readers see whole objects", testWholeObjects},
		{"a cancelled context ends every method", testCancelled},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { tt.test(t, open(t)) })
	}
}

func mustPut(t *testing.T, s store.Store, key, body string) (etag string) {
	t.Helper()
	etag, err := s.Put(t.Context(), key, []byte(body), store.PutOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if etag == "" {
		t.Fatalf("put %s: empty ETag", key)
	}
	return etag
}

func mustDelete(t *testing.T, s store.Store, key string) {
	t.Helper()
	if err := s.Delete(t.Context(), key); err != nil {
		t.Fatal(err)
	}
}

func wantBody(t *testing.T, s store.Store, key, want string) store.Entry {
	t.Helper()
	got, entry, err := store.Read(t.Context(), s, key)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, []byte(want)) {
		t.Errorf("read %s: %q, want %q", key, got, want)
	}
	return entry
}

func wantError(t *testing.T, what string, got, want error) {
	t.Helper()
	if !errors.Is(got, want) {
		t.Errorf("%s: error %v, want %v", what, got, want)
	}
}

// keysOf lists the keys that begin with prefix.
func keysOf(ctx context.Context, s store.Store, prefix string) ([]string, error) {
	var keys []string
	for entry, err := range s.List(ctx, prefix) {
		if err != nil {
			return nil, err
		}
		keys = append(keys, entry.Key)
	}
	return keys, nil
}
