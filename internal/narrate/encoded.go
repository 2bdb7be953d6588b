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

// encodedPrefix is where encoded segments lie in the store, each under the key of its speech and the hash of its sound.
// They are derived from the speech: any may be deleted at any time.
const encodedPrefix = "private/encoded/"

// shelf is the encoded segments of one render, kept in the store. Nothing about it makes a render fail or wait for the
// store's answer. A nil shelf has and keeps none.
type shelf struct {
	store store.Store
	turns chan struct{} // of what is being written
	tasks sync.WaitGroup

	failed atomic.Bool // the store did: it is left alone
}

const (
	shelfTurns    = 4                // enough for a store to keep up with the encoder
	shelfPatience = 10 * time.Second // with a store that hangs
)

func (n *Narrator) shelf() *shelf {
	if n.Encoded == nil {
		return nil
	}
	return &shelf{store: n.Encoded, turns: make(chan struct{}, shelfTurns)}
}

// find is the encoded segment of that name, nil if there is none or the store fails.
func (s *shelf) find(ctx context.Context, name string) []byte {
	if s == nil || name == "" || s.failed.Load() {
		return nil
	}
	packed, _, err := store.Read(ctx, s.store, encodedPrefix+name)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		s.fail(ctx, err)
	}
	return packed
}

// keep stores an encoded segment, in place of a damaged one, while its caller goes on.
func (s *shelf) keep(ctx context.Context, name string, packed []byte) {
	s.tasks.Go(func() {
		s.turns <- struct{}{}
		defer func() { <-s.turns }()
		if s.failed.Load() {
			return
		}
		ctx, cancel := context.WithTimeout(ctx, shelfPatience)
		defer cancel()
		_, err := s.store.Put(ctx, encodedPrefix+name, packed, store.PutOptions{ContentType: "application/octet-stream"})
		if err != nil {
			s.fail(ctx, err)
		}
	})
}

func (s *shelf) fail(ctx context.Context, err error) {
	if !s.failed.Swap(true) {
		logging.From(ctx).WarnContext(ctx, "cannot store encoded segments; the next render will encode them again", "error", err)
	}
}

// wait until all is stored, or was tried: nothing is written once the work is over.
func (s *shelf) wait() {
	if s != nil {
		s.tasks.Wait()
	}
}
