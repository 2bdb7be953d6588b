package storetest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"testing"

	"github.com/aloud-audio/aloud/internal/store"
)

func testConcurrentCreate(t *testing.T, s store.Store) {
	const writers = 30
	errs := make([]error, writers)
	start := make(chan struct{})
	var wg sync.WaitGroup
	for i := range writers {
		wg.Go(func() {
			<-start
			_, errs[i] = s.Put(t.Context(), "new/key", []byte(strconv.Itoa(i)), store.PutOptions{If: store.IfAbsent()})
		})
	}
	close(start)
	wg.Wait()

	var winners []string
	for i, err := range errs {
		if err == nil {
			winners = append(winners, strconv.Itoa(i))
		} else {
			wantError(t, fmt.Sprintf("writer %d", i), err, store.ErrConflict)
		}
	}
	if len(winners) != 1 {
		t.Fatalf("writers %v won, want exactly one", winners)
	}
	wantBody(t, s, "new/key", winners[0])
}

func testConcurrentIncrements(t *testing.T, s store.Store) {
	const writers, times = 5, 8
	var wg sync.WaitGroup
	for range writers {
		wg.Go(func() {
			for range times {
				if err := Increment(t.Context(), s, "counter"); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	wantBody(t, s, "counter", strconv.Itoa(writers*times))
}

// Increment adds one to the decimal number under key; no object counts as 0. It starts over if
// another writer was faster.
func Increment(ctx context.Context, s store.Store, key string) error {
	for {
		body, entry, err := store.Read(ctx, s, key)
		if errors.Is(err, store.ErrNotFound) {
			body, err = []byte("0"), nil
		}
		if err != nil {
			return err
		}
		n, err := strconv.Atoi(string(body))
		if err != nil {
			return err
		}
		_, err = s.Put(ctx, key, []byte(strconv.Itoa(n+1)), store.PutOptions{If: store.IfUnchanged(entry.ETag)})
		if !errors.Is(err, store.ErrConflict) {
			return err
		}
	}
}

func testWholeObjects(t *testing.T, s store.Store) {
	const versions = 20
	put := func(i int) {
		if _, err := s.Put(t.Context(), "big", version(i), store.PutOptions{}); err != nil {
			t.Error(err)
		}
	}
	put(0)
	done := make(chan struct{})
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { readWhole(t, s, "big", done) })
	}
	for i := range versions {
		put(i)
	}
	close(done)
	wg.Wait()
}

// version returns an object whose first byte determines all its content: up to 1 MB, each of
// another size.
func version(i int) []byte {
	sizes := []int{1_000_000, 1, 600_000, 70_001}
	i %= len(sizes)
	return bytes.Repeat([]byte{'a' + byte(i)}, sizes[i])
}

// readWhole reads the versions under key until done is closed, and once more after that.
func readWhole(t *testing.T, s store.Store, key string, done <-chan struct{}) {
	for last := false; !last; {
		select {
		case <-done:
			last = true
		default:
		}
		body, entry, err := store.Read(t.Context(), s, key)
		if err != nil || len(body) == 0 || entry.Size != int64(len(body)) || !bytes.Equal(body, version(int(body[0]-'a'))) {
			t.Errorf("read %d bytes of %d, %v: not a whole version", len(body), entry.Size, err)
			return
		}
	}
}
