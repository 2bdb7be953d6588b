package newsroom

import (
	"context"
	"log/slog"
	"maps"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/library"
)

// Unrecorded has the removals and restrictions that could not be stored, because the store is full
// or refuses writes, or because too many arrived at once. It retries until they are stored, and
// withdraws the audio at each try. They are only in memory: if a crash loses one, the next pass
// over the source finds it.
type Unrecorded struct {
	log     *slog.Logger
	mu      sync.Mutex
	waiting map[library.Ref]*unrecorded
}

type unrecorded struct {
	sentAt time.Time
	size   int // of its text in bytes
	try    func(context.Context) error
}

const (
	maxUnrecorded     = 1000     // articles
	maxUnrecordedText = 64 << 20 // bytes of text
	recordEvery       = 2 * time.Second
	recordTimeout     = 10 * time.Second // of each try
	lastRecord        = 3 * time.Second  // of the last tries, when the process ends,
	lastRecordEvery   = 200 * time.Millisecond
	recordsAtOnce     = 8
)

// NewUnrecorded returns an empty one. Run tries what it gets.
func NewUnrecorded(log *slog.Logger) *Unrecorded {
	return &Unrecorded{log: log, waiting: map[library.Ref]*unrecorded{}}
}

// add keeps a removal or restriction, unless a later one of the article already waits. size is the
// size of the text that try holds, in bytes.
func (u *Unrecorded) add(ref library.Ref, sentAt time.Time, size int, try func(context.Context) error) {
	if u == nil {
		return
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	former, known := u.waiting[ref]
	switch {
	case known && former.sentAt.After(sentAt):
	case !known && len(u.waiting) >= maxUnrecorded, size > 0 && size+u.text(ref) > maxUnrecordedText:
		u.log.Error("removal dropped: too many removals are waiting for the store. Send it again",
			"site", ref.Site, "article", ref.ID, "waiting", len(u.waiting))
	default:
		u.waiting[ref] = &unrecorded{sentAt, size, try}
	}
}

// text returns the size of all text that waits, without that of one article.
func (u *Unrecorded) text(but library.Ref) (size int) {
	for ref, r := range u.waiting {
		if ref != but {
			size += r.size
		}
	}
	return size
}

// Run tries to store what waits, until ctx ends.
func (u *Unrecorded) Run(ctx context.Context) {
	logged := 0
	for {
		select {
		case <-ctx.Done():
			u.finish(context.WithoutCancel(ctx))
			return
		case <-time.After(recordEvery):
		}
		u.tryAll(ctx)
		if waiting := len(u.all()); waiting != logged {
			u.log.Error("removals are not stored yet, will retry: if this goes on, check that the store takes writes", "waiting", waiting)
			logged = waiting
		}
	}
}

// finish makes a few more tries before the process ends, and logs what is left.
func (u *Unrecorded) finish(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, lastRecord)
	defer cancel()
	for u.tryAll(ctx); len(u.all()) > 0 && ctx.Err() == nil; u.tryAll(ctx) {
		select {
		case <-ctx.Done():
		case <-time.After(lastRecordEvery):
		}
	}
	u.reportLost()
}

func (u *Unrecorded) tryAll(ctx context.Context) {
	var group errgroup.Group
	group.SetLimit(recordsAtOnce)
	for ref, r := range u.all() {
		group.Go(func() error {
			ctx, cancel := context.WithTimeout(ctx, recordTimeout)
			defer cancel()
			if err := r.try(ctx); err == nil {
				u.done(ref, r)
			}
			return nil
		})
	}
	_ = group.Wait()
}

func (u *Unrecorded) all() map[library.Ref]*unrecorded {
	u.mu.Lock()
	defer u.mu.Unlock()
	return maps.Clone(u.waiting)
}

// done forgets a removal, unless a later one took its place.
func (u *Unrecorded) done(ref library.Ref, r *unrecorded) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.waiting[ref] == r {
		delete(u.waiting, ref)
		u.log.Info("a removal is stored now", "site", ref.Site, "article", ref.ID)
	}
}

// reportLost logs the removals that an ending process has not stored.
func (u *Unrecorded) reportLost() {
	for ref := range u.all() {
		u.log.Error("a removal was never stored: send it again", "site", ref.Site, "article", ref.ID)
	}
}
