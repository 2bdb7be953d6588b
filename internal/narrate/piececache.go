package narrate

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/store"
)

// EncodedPrefix is the prefix of encoded segments in the store. Each key is the speech key, a dash
// and the hash of its sound. Encoded segments are derived from the speech, so any may be deleted at
// any time.
const EncodedPrefix = "private/encoded/"

// pieceCache reads and writes encoded segments for one render. It never makes a render fail or wait
// for a write. It turns itself off at the first store error. A nil cache is always empty and stores
// nothing.
type pieceCache struct {
	store  store.Store
	writes sync.WaitGroup
	slots  chan struct{} // bounds concurrent writes

	off atomic.Bool
}

const (
	pieceWrites       = 4                // concurrent writes: enough for a store to keep up with the encoder
	pieceWriteTimeout = 10 * time.Second // for a store that hangs
)

func newPieceCache(st store.Store) *pieceCache {
	if st == nil {
		return nil
	}
	return &pieceCache{store: st, slots: make(chan struct{}, pieceWrites)}
}

// get returns the encoded segment, or nil on a miss or a store error.
func (c *pieceCache) get(ctx context.Context, name string) []byte {
	if c == nil || name == "" || c.off.Load() {
		return nil
	}
	packed, _, err := store.Read(ctx, c.store, EncodedPrefix+name)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		c.turnOff(ctx, err)
	}
	return packed
}

// put stores an encoded segment in the background. It overwrites a damaged one.
func (c *pieceCache) put(ctx context.Context, name string, packed []byte) {
	c.writes.Go(func() {
		c.slots <- struct{}{}
		defer func() { <-c.slots }()
		if c.off.Load() {
			return
		}
		ctx, cancel := context.WithTimeout(ctx, pieceWriteTimeout)
		defer cancel()
		_, err := c.store.Put(ctx, EncodedPrefix+name, packed, store.PutOptions{ContentType: "application/octet-stream"})
		if err != nil {
			c.turnOff(ctx, err)
		}
	})
}

// forget deletes all encoded segments of a speech key.
func (c *pieceCache) forget(ctx context.Context, key string) error {
	if c == nil {
		return nil
	}
	c.wait() // otherwise a pending write would survive
	for entry, err := range c.store.List(ctx, EncodedPrefix+key+"-") {
		if err == nil {
			err = c.store.Delete(ctx, entry.Key)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (c *pieceCache) turnOff(ctx context.Context, err error) {
	if !c.off.Swap(true) {
		logging.From(ctx).WarnContext(ctx, "cannot read or write the cache of encoded segments; the next render encodes them again", "error", err)
	}
}

// wait blocks until every write has ended, so that nothing is written after the task.
func (c *pieceCache) wait() {
	if c != nil {
		c.writes.Wait()
	}
}
