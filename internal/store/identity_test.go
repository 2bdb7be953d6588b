package store_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/aloud-audio/aloud/internal/store"
)

// Of many processes that start at once on a new store, all have the same identity.
func TestIdentity(t *testing.T) {
	dir := newDir(t)
	var mu sync.Mutex
	seen := map[string]int{}
	var starting sync.WaitGroup
	for range 8 {
		starting.Go(func() {
			id, err := store.Identity(t.Context(), dir)
			if err != nil {
				t.Error(err)
			}
			mu.Lock()
			defer mu.Unlock()
			seen[id]++
		})
	}
	starting.Wait()
	if len(seen) != 1 {
		t.Errorf("identities: %v", seen)
	}
	if other, err := store.Identity(t.Context(), newDir(t)); err != nil || seen[other] > 0 {
		t.Errorf("another store is %q, %v", other, err)
	}
}

func TestDamagedIdentity(t *testing.T) {
	dir := newDir(t)
	if _, err := dir.Put(t.Context(), "private/identity", []byte("x:*"), store.PutOptions{}); err != nil {
		t.Fatal(err)
	}
	if id, err := store.Identity(t.Context(), dir); err == nil || !strings.Contains(err.Error(), "delete it") {
		t.Errorf("identity %q, error %v", id, err)
	}
}
