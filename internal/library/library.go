// Package library keeps the desired and the published state of every article in a Store. Its table
// of states says what follows from the two (Rules, printed in docs/states.md).
//
// The store is the database: Redis may be wiped at any time, but the store lasts. The library never
// renders, queues or serves anything. The newsroom writes the desired state, narrate the published
// state and the outcomes; the worker's sweep reads what is due.
package library

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"golang.org/x/time/rate"

	"github.com/aloud-audio/aloud/internal/store"
)

// Library holds the state of the articles of all sites. Its methods are safe for concurrent use,
// also by several processes.
type Library struct {
	// OnGone, if set, is called with the keys of an article's public files that were deleted, and
	// of the feeds that it was taken out of, so that caches can drop them. It must not block. It is
	// set once, before use.
	OnGone func(ctx context.Context, ref Ref, keys []string)

	store  store.Store
	now    func() time.Time
	checks *rate.Limiter // of the reads of passes over all articles
}

// checksPerSecond is how many articles passes over everything public read in a second: a tenth of
// what S3 takes for one prefix, so that a take-down never waits for them.
const checksPerSecond = 500

// New returns the library that is kept in a store.
func New(s store.Store) *Library {
	return &Library{store: s, now: time.Now, checks: rate.NewLimiter(checksPerSecond, RecordsAtOnce)}
}

// ErrNotFound means that there is no such state.
var ErrNotFound = store.ErrNotFound

// ErrChanged means that the state was changed since it was read: read it again and start over.
var ErrChanged = store.ErrConflict

// ErrDamaged means that a state is stored but cannot be read. The value returned with it is empty
// and may replace it.
var ErrDamaged = errors.New("is damaged")

// readJSON decodes the object under key into v. It returns the ETag also with ErrDamaged.
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

// writeJSON encodes v and stores it under key.
func (l *Library) writeJSON(ctx context.Context, key string, v any, opts store.PutOptions) (etag string, err error) {
	body, err := json.Marshal(v)
	if err != nil {
		return "", fmt.Errorf("encode %s: %w", key, err)
	}
	opts.ContentType = "application/json"
	return l.store.Put(ctx, key, body, opts)
}

// tellGone reports deleted files of tracks, and documents of feeds that named the article. The
// narration that named the files was deleted too, or changed.
func (l *Library) tellGone(ctx context.Context, ref Ref, files, feeds []string) {
	if l.OnGone != nil && len(files)+len(feeds) > 0 {
		l.OnGone(ctx, ref, slices.Concat([]string{ref.NarrationKey()}, files, feeds))
	}
}

// IgnoreNotFound returns nil for ErrNotFound, and any other error as it is.
func IgnoreNotFound(err error) error {
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	return err
}

// IgnoreUnreadable returns nil for ErrNotFound and ErrDamaged, and any other error as it is.
func IgnoreUnreadable(err error) error {
	if errors.Is(err, ErrDamaged) {
		return nil
	}
	return IgnoreNotFound(err)
}
