package access

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// Fresh is how long a Guard believes what it read of a token: a revoked one is refused after that.
const Fresh = 3 * time.Second

const (
	// failuresAMinute is how many wrong tokens one client may send before it is not listened to.
	failuresAMinute = 20
	// usedEvery is how exactly the last use of a token is known.
	usedEvery = time.Hour
	// maxKnown bounds the tokens that are remembered.
	maxKnown = 4096
)

// What Check refuses a token for.
var (
	ErrMalformed = errors.New("that is not an aloud token")
	ErrExpired   = errors.New("the token has expired")
	ErrTooMany   = errors.New("too many wrong tokens came from this address")
)

// Guard checks tokens. It is safe for concurrent use.
type Guard struct {
	store store.Store
	now   func() time.Time

	mu       sync.Mutex
	known    map[string]*known // tokens that were valid, by id
	failures map[string]int    // of this minute, by client
	minute   time.Time
}

// known is a token that was valid when it was read.
type known struct {
	stored
	readAt, usedAt time.Time
}

// NewGuard returns a guard over the tokens in a store.
func NewGuard(s store.Store, now func() time.Time) *Guard {
	return &Guard{store: s, now: now, known: map[string]*known{}, failures: map[string]int{}}
}

// Check returns the token that a client sent. client names it, so that its wrong tokens are
// counted. The error is ErrMalformed, ErrUnknown, ErrExpired, ErrTooMany, or the store's.
//
// A client with too many wrong tokens is still heard with one that was valid before: others may
// share its address.
func (g *Guard) Check(ctx context.Context, client, secret string) (Token, error) {
	parts := form().FindStringSubmatch(secret)
	if parts == nil {
		return Token{}, g.failed(client, ErrMalformed)
	}
	id := parts[1]
	if !g.isKnown(id) && g.tooMany(client) {
		return Token{}, ErrTooMany
	}
	t, err := g.read(ctx, id)
	switch {
	case errors.Is(err, ErrUnknown):
		return Token{}, g.failed(client, err)
	case err != nil:
		return Token{}, err
	case !t.is(secret):
		return Token{}, g.failed(client, ErrUnknown)
	case t.Expired(g.now()):
		return Token{}, g.failed(client, ErrExpired)
	}
	g.markUsed(ctx, id)
	return t.Token, nil
}

func (g *Guard) isKnown(id string) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.known[id] != nil
}

// read returns a token as it was at most Fresh ago.
func (g *Guard) read(ctx context.Context, id string) (stored, error) {
	now := g.now()
	g.mu.Lock()
	k := g.known[id]
	if k != nil && now.Sub(k.readAt) < Fresh {
		defer g.mu.Unlock()
		return k.stored, nil
	}
	g.mu.Unlock()
	t, err := read(ctx, g.store, id)
	g.mu.Lock()
	defer g.mu.Unlock()
	switch {
	case errors.Is(err, ErrUnknown):
		delete(g.known, id)
	case err != nil:
	case g.known[id] != nil:
		g.known[id].stored, g.known[id].readAt = t, now
	case len(g.known) < maxKnown:
		g.known[id] = &known{stored: t, readAt: now}
	}
	return t, err
}

// markUsed records now and then that a token is in use. It does no harm if that fails.
func (g *Guard) markUsed(ctx context.Context, id string) {
	now := g.now()
	g.mu.Lock()
	k := g.known[id]
	due := k != nil && now.Sub(k.usedAt) >= usedEvery
	if due {
		k.usedAt = now
	}
	g.mu.Unlock()
	if due {
		_, _ = g.store.Put(ctx, usedKey(id), nil, store.PutOptions{Once: true})
	}
}

// failed counts a wrong token and returns what is told of it.
func (g *Guard) failed(client string, err error) error {
	if g.tooMany(client) {
		return ErrTooMany
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	g.failures[client]++
	return err
}

func (g *Guard) tooMany(client string) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if minute := g.now().Truncate(time.Minute); !minute.Equal(g.minute) {
		g.minute = minute
		clear(g.failures)
	}
	return g.failures[client] >= failuresAMinute
}
