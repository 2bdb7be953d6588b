package storetest

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/store"
)

var badKeys = []string{
	"", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/./b", ".aloud/tmp/x", "a/.hidden", "-a", "_a",
	"a b", "a\\b", "a\x00b", "a\nb", "é", "a?b", "a%2fb", strings.Repeat("a", 202), strings.Repeat("a/", 450) + "a",
}

func testBadKeys(t *testing.T, s store.Store) {
	ctx := t.Context()
	for _, key := range badKeys {
		_, err := s.Open(ctx, key, 0)
		wantError(t, "open "+key, err, store.ErrBadKey)
		_, err = s.Put(ctx, key, []byte("x"), store.PutOptions{})
		wantError(t, "put "+key, err, store.ErrBadKey)
		wantError(t, "delete "+key, s.Delete(ctx, key), store.ErrBadKey)
	}
	if keys, err := keysOf(ctx, s, ""); err != nil || len(keys) > 0 {
		t.Errorf("after refused writes the store has %v, %v", keys, err)
	}
}

func testBadPrefixes(t *testing.T, s store.Store) {
	for _, prefix := range badKeys {
		if prefix == "" || prefix == "a/" { // valid prefixes: all keys, and those in a folder
			continue
		}
		_, err := keysOf(t.Context(), s, prefix)
		wantError(t, "list "+prefix, err, store.ErrBadKey)
	}
}

func testCancelled(t *testing.T, s store.Store) {
	mustPut(t, s, "there", "x")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := s.Open(ctx, "there", 0)
	wantError(t, "open", err, context.Canceled)
	_, err = s.Put(ctx, "new", []byte("x"), store.PutOptions{})
	wantError(t, "put", err, context.Canceled)
	wantError(t, "delete", s.Delete(ctx, "there"), context.Canceled)
	_, err = keysOf(ctx, s, "")
	wantError(t, "list", err, context.Canceled)

	if keys, err := keysOf(t.Context(), s, ""); err != nil || !slices.Equal(keys, []string{"there"}) {
		t.Errorf("after cancelled writes the store has %v, %v", keys, err)
	}
}
