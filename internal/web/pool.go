package web

import (
	"context"
	"sync"

	"golang.org/x/sync/semaphore"
)

// sharePart is the part of a pool that one client may hold: an n-th.
const sharePart = 2

// pool is memory for bodies, in bytes. One client gets no more than its share, so that none keeps
// the others out.
type pool struct {
	size   int64
	total  *semaphore.Weighted
	mu     sync.Mutex
	shares map[string]*share // by client
}

type share struct {
	room  *semaphore.Weighted
	users int // bodies that hold or want some of it
}

func newPool(size int64) *pool {
	return &pool{size: size, total: semaphore.NewWeighted(size), shares: map[string]*share{}}
}

// take reserves n bytes for a client, and waits for them until ctx ends. It reports whether it did.
func (p *pool) take(ctx context.Context, client string, n int64) bool {
	s := p.join(client)
	if !acquire(ctx, s.room, n) {
		p.leave(client)
		return false
	}
	if !acquire(ctx, p.total, n) {
		s.room.Release(n)
		p.leave(client)
		return false
	}
	return true
}

// acquire is sem.Acquire, which also succeeds after ctx if it need not wait.
func acquire(ctx context.Context, sem *semaphore.Weighted, n int64) bool {
	return sem.TryAcquire(n) || ctx.Err() == nil && sem.Acquire(ctx, n) == nil
}

// give returns n bytes that take reserved, in so many calls.
func (p *pool) give(client string, n int64, takes int) {
	p.total.Release(n)
	p.join(client).room.Release(n)
	for range takes + 1 {
		p.leave(client)
	}
}

func (p *pool) join(client string) *share {
	p.mu.Lock()
	defer p.mu.Unlock()
	s := p.shares[client]
	if s == nil {
		s = &share{room: semaphore.NewWeighted(p.size / sharePart)}
		p.shares[client] = s
	}
	s.users++
	return s
}

func (p *pool) leave(client string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if s := p.shares[client]; s.users > 1 {
		s.users--
	} else {
		delete(p.shares, client)
	}
}
