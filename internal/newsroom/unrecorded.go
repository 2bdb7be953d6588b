package newsroom

import (
	"context"
	"log/slog"
	"maps"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/tracing"
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
	change
	size  int    // of its text in bytes
	trace string // traceparent of its receipt
	try   func(context.Context) error
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
func (u *Unrecorded) add(ctx context.Context, c change, size int, try func(context.Context) error) {
	if u == nil {
		return
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	former, known := u.waiting[c.ref]
	r := &unrecorded{c, size, tracing.Parent(ctx), try}
	switch {
	case known && former.at.After(c.at):
	case !known && len(u.waiting) >= maxUnrecorded, size > 0 && size+u.text(c.ref) > maxUnrecordedText:
		u.logOf(r).Error("removal dropped: too many removals are waiting for the store. Send it again", "waiting", len(u.waiting))
	default:
		u.waiting[c.ref] = r
	}
}

// logOf returns a log whose lines name the article and the revision that waits.
func (u *Unrecorded) logOf(r *unrecorded) *slog.Logger {
	ctx := logging.For(logging.Into(context.Background(), u.log), r.ref.Site, r.ref.ID)
	logging.Know(ctx, r.revision(), tracing.IDOf(r.trace))
	return logging.From(ctx)
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
			if err := r.try(tracing.WithParent(ctx, r.trace)); err == nil {
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
		u.logOf(r).Info("a removal is stored now")
	}
}

// reportLost logs the removals that an ending process has not stored.
func (u *Unrecorded) reportLost() {
	for _, r := range u.all() {
		u.logOf(r).Error("a removal was never stored: send it again")
	}
}
