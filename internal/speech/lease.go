package speech

import (
	"context"
	"sync"
)

// Lease blocks until the caller alone holds name, or returns ctx's error. The caller calls release
// once.
type Lease func(ctx context.Context, name string) (release func(), err error)

// LocalLeases returns a Lease among the goroutines of this process.
func LocalLeases() Lease {
	var mu sync.Mutex
	held := map[string]chan struct{}{} // closed on release
	return func(ctx context.Context, name string) (func(), error) {
		for {
			mu.Lock()
			released, taken := held[name]
			if !taken {
				mine := make(chan struct{})
				held[name] = mine
				mu.Unlock()
				return func() {
					mu.Lock()
					defer mu.Unlock()
					delete(held, name)
					close(mine)
				}, nil
			}
			mu.Unlock()
			select {
			case <-released:
			case <-ctx.Done():
				return nil, ctx.Err()
			}
		}
	}
}
