// Package library keeps what the newsroom wants and what the public gets: the desired and the published state of every
// article, over a Store.
//
// The store is the database: whatever is in Redis may be lost at any moment, what is here lasts. The library never
// renders, queues or serves anything, and never decides what an article should sound like. The web hooks and the
// commands write the desired state, the narrator the published one; the worker's sweep reads what is due.
package library

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// Library is the state of all sites' articles. Its methods may be called from several goroutines and processes at once.
type Library struct {
	store store.Store
	now   func() time.Time
}

// New returns the library in a store.
func New(s store.Store) *Library {
	return &Library{store: s, now: time.Now}
}

// ErrNotFound says that the library has no such state.
var ErrNotFound = store.ErrNotFound

// ErrChanged says that the state was changed since it was read: read it again and start over.
var ErrChanged = store.ErrConflict

// ErrDamaged says that a state is there and cannot be read. What comes with it is empty and may be written over it.
var ErrDamaged = errors.New("is damaged")

// readJSON decodes the object under key into v and returns its ETag, also with ErrDamaged.
func (l *Library) readJSON(ctx context.Context, key string, v any) (etag string, err error) {
	body, entry, err := store.Read(ctx, l.store, key)
	if err != nil {
		return "", err
	}
	if err := json.Unmarshal(body, v); err != nil {
		return entry.ETag, fmt.Errorf("%s %w: %w", key, ErrDamaged, err)
	}
	return entry.ETag, nil
}

// writeJSON encodes v under key, as opts say.
func (l *Library) writeJSON(ctx context.Context, key string, v any, opts store.PutOptions) (etag string, err error) {
	body, err := json.Marshal(v)
	if err != nil {
		return "", fmt.Errorf("encode %s: %w", key, err)
	}
	opts.ContentType = "application/json"
	return l.store.Put(ctx, key, body, opts)
}

// deleteAll removes every object under prefix.
func (l *Library) deleteAll(ctx context.Context, prefix string) error {
	for entry, err := range l.store.List(ctx, prefix) {
		if err == nil {
			err = l.store.Delete(ctx, entry.Key)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// missing turns "there is none" into nil.
func missing(err error) error {
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	return err
}

// replaceable turns "there is none that can be read" into nil.
func replaceable(err error) error {
	if errors.Is(err, ErrDamaged) {
		return nil
	}
	return missing(err)
}
