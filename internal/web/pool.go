package web

import (
	"context"
	"sync"

	"golang.org/x/sync/semaphore"
)

// sharePart is the part of a pool that one client may hold: an n-th.
const sharePart = 2

// pool is memory for bodies, in bytes. One client gets at most its share, so that it cannot block
// the others. Strangers (networks that sent no signed hook lately) share half of it, so that they
// cannot block verified senders.
type pool struct {
	size      int64
	total     *semaphore.Weighted
	strangers *semaphore.Weighted
	mu        sync.Mutex
	shares    map[string]*share // by client
}

type share struct {
	room  *semaphore.Weighted
	users int // bodies that hold or want some of it
}

func newPool(size int64) *pool {
	return &pool{
		size: size, total: semaphore.NewWeighted(size), strangers: semaphore.NewWeighted(size / sharePart), shares: map[string]*share{},
	}
}

// take reserves n bytes for a client, and waits for them until ctx ends. It reports whether it did.
func (p *pool) take(ctx context.Context, from sender, n int64) bool {
	var taken []*semaphore.Weighted
	for _, room := range p.rooms(from, p.join(from.client)) {
		if !acquire(ctx, room, n) {
			for _, other := range taken {
				other.Release(n)
			}
			p.leave(from.client)
			return false
		}
		taken = append(taken, room)
	}
	return true
}

// rooms returns the semaphores that all bytes of a sender must be acquired from.
func (p *pool) rooms(from sender, s *share) []*semaphore.Weighted {
	if from.verified {
		return []*semaphore.Weighted{s.room, p.total}
	}
	return []*semaphore.Weighted{s.room, p.strangers, p.total}
}

// acquire is sem.Acquire, which also succeeds after ctx if it need not wait.
func acquire(ctx context.Context, sem *semaphore.Weighted, n int64) bool {
	return sem.TryAcquire(n) || ctx.Err() == nil && sem.Acquire(ctx, n) == nil
}

// give returns n bytes that take reserved, in so many calls.
func (p *pool) give(from sender, n int64, takes int) {
	for _, room := range p.rooms(from, p.join(from.client)) {
		room.Release(n)
	}
	for range takes + 1 {
		p.leave(from.client)
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
