package elevenlabs

import (
	"cmp"
	"context"
	"net/http"
	"strconv"
	"sync"
)

// firstLimit is the number of concurrent requests until an answer reports the account's limit. It
// is the limit of the smallest plan, https://help.elevenlabs.io/hc/en-us/articles/14312733311761.
const firstLimit = 2

// gate limits concurrent requests to the account's limit. Each answer reports that limit and the
// number of current requests, including those of other clients.
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

// tryEnter returns nil if it entered, otherwise a channel that is closed when there may be room.
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

// leave updates the limit from an answer's header: the account's limit less the requests of other
// clients, but at least one.
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
