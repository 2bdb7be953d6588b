package catalogue_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// memory is a store for thousands of histories: it keeps the contract of store.Store, but for keys
// that are not valid in lists.
type memory struct {
	mu      sync.Mutex
	objects map[string]stored
	writes  int
}

type stored struct {
	store.Entry
	body []byte
}

func newMemory() *memory { return &memory{objects: map[string]stored{}} }

func (m *memory) Open(ctx context.Context, key string, offset int64) (*store.Object, error) {
	if err := check(ctx, key); err != nil {
		return nil, err
	}
	if offset < 0 {
		return nil, errors.New("a negative offset")
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	o, there := m.objects[key]
	if !there {
		return nil, store.ErrNotFound
	}
	return &store.Object{Entry: o.Entry, Body: io.NopCloser(bytes.NewReader(o.body[min(int(offset), len(o.body)):]))}, nil
}

func check(ctx context.Context, key string) error {
	if err := store.CheckKey(key); err != nil {
		return err
	}
	return ctx.Err()
}

func (m *memory) Put(ctx context.Context, key string, body []byte, o store.PutOptions) (string, error) {
	if err := check(ctx, key); err != nil {
		return "", err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	former := m.objects[key]
	if o.If != (store.Condition{}) && o.If != store.IfUnchanged(former.ETag) {
		return "", store.ErrConflict
	}
	m.writes++
	etag := strconv.Quote(strconv.Itoa(m.writes))
	m.objects[key] = stored{store.Entry{Key: key, Size: int64(len(body)), Modified: time.Now(), ETag: etag}, bytes.Clone(body)}
	return etag, nil
}

func (m *memory) Delete(ctx context.Context, key string) error {
	if err := check(ctx, key); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.objects, key)
	return nil
}

func (m *memory) List(ctx context.Context, prefix string) iter.Seq2[store.Entry, error] {
	return m.ListAfter(ctx, prefix, "")
}

func (m *memory) ListAfter(ctx context.Context, prefix, after string) iter.Seq2[store.Entry, error] {
	return func(yield func(store.Entry, error) bool) {
		m.mu.Lock()
		objects := maps.Clone(m.objects)
		m.mu.Unlock()
		for _, key := range slices.Sorted(maps.Keys(objects)) {
			if !strings.HasPrefix(key, prefix) || key <= after {
				continue
			}
			if err := ctx.Err(); err != nil {
				yield(store.Entry{}, err)
				return
			}
			if !yield(objects[key].Entry, nil) {
				return
			}
		}
	}
}

func (m *memory) Folders(ctx context.Context, prefix string) (folders []string, err error) {
	for entry, err := range m.List(ctx, prefix) {
		if err != nil {
			return nil, err
		}
		if name, _, below := strings.Cut(strings.TrimPrefix(entry.Key, prefix), "/"); below {
			folders = append(folders, name)
		}
	}
	return slices.Compact(folders), nil
}
