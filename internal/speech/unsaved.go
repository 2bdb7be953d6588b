package speech

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/retrypolicy"

	"github.com/aloud-audio/aloud/internal/store"
)

// purchase is speech that was paid for, on its way to the store.
type purchase struct {
	key      string
	flac     []byte
	replaces string // ETag of the damaged object under key, if there is one
}

// unsaved holds the purchases that could not be stored. There are at most as many as were being
// bought at once, because the cache saves all of them before it buys more. The zero value is empty.
type unsaved struct {
	mu        sync.Mutex
	underWay  int // calls whose answers, if there are any, are not stored yet
	purchases []purchase
}

func (u *unsaved) add(p purchase) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.purchases = append(u.purchases, p)
}

// begin counts a call that is under way until done.
func (u *unsaved) begin() (done func()) {
	u.count(1)
	return func() { u.count(-1) }
}

func (u *unsaved) count(change int) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.underWay += change
}

// left returns how many purchases would be lost now.
func (u *unsaved) left() int {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.underWay + len(u.purchases)
}

// save stores what is held, and stops at the first error.
func (u *unsaved) save(ctx context.Context, s store.Store) error {
	u.mu.Lock()
	defer u.mu.Unlock()
	for len(u.purchases) > 0 {
		if err := put(ctx, s, u.purchases[0]); err != nil {
			return err
		}
		u.purchases = u.purchases[1:]
	}
	return nil
}

// quickly is the retry policy for a store that fails briefly.
var quickly = retrypolicy.NewBuilder[any]().WithMaxAttempts(3).WithBackoff(100*time.Millisecond, time.Second).WithJitterFactor(0.5).ReturnLastFailure().Build()

// put stores one purchase, in a few quick attempts. If another writer was first, its speech is as
// good.
func put(ctx context.Context, s store.Store, p purchase) error {
	return failsafe.With(quickly).WithContext(ctx).Run(func() error {
		_, err := s.Put(ctx, p.key, p.flac, store.PutOptions{
			If:          store.IfUnchanged(p.replaces),
			ContentType: "audio/flac",
		})
		if errors.Is(err, store.ErrConflict) {
			return nil
		}
		return err
	})
}
