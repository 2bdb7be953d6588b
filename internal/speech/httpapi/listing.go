package httpapi

import (
	"context"
	"sync"
	"time"
)

// listingAge is for how long a list is kept.
const listingAge = time.Hour

// Listing remembers what a server lists at an address, for errors and commands that ask again.
type Listing[T any] struct {
	Path string

	mu   sync.Mutex
	at   time.Time
	list T
}

// Get returns the list, which it reads if it is older than an hour. One caller reads, the others
// wait.
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
