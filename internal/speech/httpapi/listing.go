package httpapi

import (
	"context"
	"sync"
	"time"
)

// listingAge is how long a list is cached.
const listingAge = time.Hour

// Listing caches a list from a server, for errors and commands that request it again.
type Listing[T any] struct {
	Path string

	mu   sync.Mutex
	at   time.Time
	list T
}

// Get returns the list, and requests it again if it is older than an hour. Concurrent callers share
// one request.
func (l *Listing[T]) Get(ctx context.Context, c *Client) (T, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.at.IsZero() && time.Since(l.at) < listingAge {
		return l.list, nil
	}
	var list T
	if err := c.Get(ctx, l.Path, &list); err != nil {
		return list, err
	}
	l.list, l.at = list, time.Now()
	return list, nil
}
