package store_test

import (
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
	"github.com/aloud-audio/aloud/internal/store/storetest"
)

func TestObserved(t *testing.T) {
	storetest.TestStore(t, func(t *testing.T) store.Store {
		return &store.Observed{Store: newDir(t), OnRequest: func(string, string, time.Duration) {}}
	})
}

func TestObservedReportsEachRequest(t *testing.T) {
	var mu sync.Mutex
	var seen []string
	dir := newDir(t)
	s := &store.Observed{Store: dir, OnRequest: func(operation, outcome string, _ time.Duration) {
		mu.Lock()
		defer mu.Unlock()
		seen = append(seen, operation+" "+outcome)
	}}
	put(t, s, "private/a", "one")
	put(t, s, "private/b", "two")
	_, _ = s.Put(t.Context(), "private/a", nil, store.PutOptions{If: store.IfAbsent()})
	_, _, _ = store.Read(t.Context(), s, "private/a")
	_, _, _ = store.Read(t.Context(), s, "private/c")
	_, _, _ = store.Read(t.Context(), s, "../outside")
	for range s.List(t.Context(), "private/") {
		continue
	}
	for range s.List(t.Context(), "private/none/") {
		continue
	}
	_ = s.Delete(t.Context(), "private/a")
	want := []string{"put ok", "put ok", "put conflict", "get ok", "get missing", "get error", "list ok", "list ok", "delete ok"}
	if !slices.Equal(seen, want) {
		t.Errorf("reported %q", seen)
	}
	if found, ok := store.As[*store.Dir](s); !ok || found != dir {
		t.Error("the observed store is not found")
	}
	if _, ok := store.As[*store.S3](s); ok {
		t.Error("a folder is found to be a bucket")
	}
}
