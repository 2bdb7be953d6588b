package speech

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/logging"
	"github.com/aloud-audio/aloud/internal/store"
)

// StoredPrefix is where speech lies in the store, each under its request's key. A Cache takes the
// lease of that name to buy it.
const StoredPrefix = "private/speech/"

// Cache is a Synthesizer that never buys the same speech twice. It keeps speech in the store. While
// one caller buys speech, the other callers with the same leases, in all processes, wait for it.
//
// Bought speech is stored even if the caller has gone. While it cannot be stored, it is held in
// memory and nothing more is bought.
type Cache struct {
	Synthesizer // whose Voice and Voices are the cache's too

	// OnCached, if set, is called at each cache hit. For metrics: it may be called concurrently and
	// must not block.
	OnCached func(Call, Speech)

	store   store.Store
	lease   Lease
	unsaved *unsaved
}

// NewCache returns a cache of provider's speech in s.
func NewCache(provider Synthesizer, s store.Store, lease Lease) *Cache {
	return &Cache{Synthesizer: provider, store: s, lease: lease, unsaved: &unsaved{}}
}

// With returns a cache of another provider's speech in the same store. The two share the speech
// that could not be stored yet.
func (c *Cache) With(provider Synthesizer) *Cache {
	return &Cache{Synthesizer: provider, OnCached: c.OnCached, store: c.store, lease: c.lease, unsaved: c.unsaved}
}

// Synthesize returns the speech from the store, or synthesizes and stores it. Errors are the
// provider's or the store's; after one of the store, retry.
func (c *Cache) Synthesize(ctx context.Context, call Call) (Speech, error) {
	key := StoredPrefix + call.Key()
	found, err := c.find(ctx, key)
	if err != nil {
		return Speech{}, err
	}
	if found.hit {
		c.cached(call, found.speech)
		return found.speech, nil
	}
	release, err := c.lease(ctx, key)
	if err != nil {
		return Speech{}, fmt.Errorf("wait to synthesize: %w", err)
	}
	defer release()
	return c.findOrBuy(ctx, key, call)
}

// findOrBuy looks again, because another caller may have bought the speech while this one waited
// for the lease.
func (c *Cache) findOrBuy(ctx context.Context, key string, call Call) (Speech, error) {
	if err := c.unsaved.save(ctx, c.store); err != nil {
		return Speech{}, fmt.Errorf("nothing is bought until earlier speech is stored: %w", err)
	}
	found, err := c.find(ctx, key)
	if err != nil {
		return Speech{}, err
	}
	if found.hit {
		c.cached(call, found.speech)
		return found.speech, nil
	}
	if found.damage != nil {
		logging.From(ctx).ErrorContext(ctx, "stored speech is damaged; synthesizing it again", "key", key, "error", found.damage)
	}
	return c.buy(ctx, purchase{key: key, replaces: found.etag}, call)
}

// Forget deletes the stored speech of a call because it is wrong. The next call buys it again.
func (c *Cache) Forget(ctx context.Context, call Call) error {
	return c.store.Delete(ctx, StoredPrefix+call.Key())
}

func (c *Cache) cached(call Call, speech Speech) {
	if c.OnCached != nil {
		c.OnCached(call, speech)
	}
}

// finding is the result of a look-up in the store: speech, a damaged object, or nothing.
type finding struct {
	hit    bool
	speech Speech
	damage error
	etag   string // of the object, if there is one
}

func (c *Cache) find(ctx context.Context, key string) (finding, error) {
	packed, entry, err := store.Read(ctx, c.store, key)
	if errors.Is(err, store.ErrNotFound) {
		return finding{}, nil
	}
	if err != nil {
		return finding{}, fmt.Errorf("read stored speech: %w", err)
	}
	speech, err := unpack(packed)
	return finding{hit: err == nil, speech: speech, damage: err, etag: entry.ETag}, nil
}

// buy synthesizes and stores the speech even if ctx ends meanwhile, because it is on the bill.
func (c *Cache) buy(ctx context.Context, p purchase, call Call) (Speech, error) {
	defer c.unsaved.begin()()
	receipt := &receipt{cache: c, purchase: p, onBought: call.OnBought}
	call.receipt = receipt
	speech, err := c.Synthesizer.Synthesize(ctx, call)
	if err != nil {
		return Speech{}, err
	}
	if err := receipt.keep(ctx, speech); err != nil {
		return Speech{}, fmt.Errorf("bought speech is not stored yet: %w", err)
	}
	return speech, nil
}

func (c *Cache) keep(ctx context.Context, p purchase) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 15*time.Second)
	defer cancel()
	err := put(ctx, c.store, p)
	if err != nil {
		c.unsaved.add(p)
	}
	return err
}

// flushEvery is the time between two looks at what is not stored yet.
const flushEvery = 200 * time.Millisecond

// Unsaved returns how many speeches would be lost if the process ended now: they are paid for, or
// about to be, and not stored.
func (c *Cache) Unsaved() int { return c.unsaved.left() }

// Flush prepares the end of the process: it waits for running calls and stores what was bought,
// until all of that is done or ctx ends. Speech that is still Unsaved then is lost.
func (c *Cache) Flush(ctx context.Context) {
	for {
		_ = c.unsaved.save(ctx, c.store) // what fails stays unsaved
		if c.unsaved.left() == 0 {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(flushEvery):
		}
	}
}
