package elevenlabs

import (
	"cmp"
	"context"
	"net/http"
	"strconv"
	"sync"
)

// firstLimit is how many requests are sent at once until an answer tells the account's limit: that
// of the smallest plan, https://help.elevenlabs.io/hc/en-us/articles/14312733311761.
const firstLimit = 2

// gate holds back requests above the account's limit of requests at once. Each answer tells the
// limit and how many there are, those of others included.
type gate struct {
	mu     sync.Mutex
	limit  int // 0: firstLimit
	inside int
	freed  chan struct{} // closed when there may be room; nil while nobody waits
}

// enter waits for room, or until ctx ends.
func (g *gate) enter(ctx context.Context) error {
	for {
		freed := g.tryEnter()
		if freed == nil {
			return nil
		}
		select {
		case <-freed:
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
}

// tryEnter returns nil if it has entered, else what to wait for.
func (g *gate) tryEnter() (freed <-chan struct{}) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.inside < cmp.Or(g.limit, firstLimit) {
		g.inside++
		return nil
	}
	if g.freed == nil {
		g.freed = make(chan struct{})
	}
	return g.freed
}

// leave takes over what an answer's header says of the limit: what the account has left besides the
// requests of others, at least one.
func (g *gate) leave(h http.Header) {
	g.mu.Lock()
	defer g.mu.Unlock()
	most, err := strconv.Atoi(h.Get("Maximum-Concurrent-Requests"))
	if err == nil && most > 0 {
		now, _ := strconv.Atoi(h.Get("Current-Concurrent-Requests"))
		others := max(0, now-g.inside)
		g.limit = max(1, most-others)
	}
	g.inside--
	if g.freed != nil {
		close(g.freed)
		g.freed = nil
	}
}
