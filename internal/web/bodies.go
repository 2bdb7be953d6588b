package web

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"golang.org/x/sync/semaphore"
)

const (
	maxBody    = 10 << 20 // bytes of a hook's body; the longest articles have one or two million
	maxDrained = 50 << 20 // bytes that are read of a body that is not kept

	firstBuffer = 8 << 10  // bytes that a body gets at first; doubled while it grows
	smallBody   = 1 << 20  // bytes; nearly all hooks are smaller
	smallBodies = 8 << 20  // bytes of memory for all of them
	largeBodies = 16 << 20 // bytes of memory for all larger ones

	memoryTimeout = 500 * time.Millisecond // that a small body waits for memory
)

// errBusy means that there is no memory for the body now.
var errBusy = errors.New("too many bodies are being received")

// bodies bounds the memory of the bodies that are being received and handled: whoever sends them is
// known only when they are complete. Large bodies have memory of their own, so that a few of them
// do not keep articles out.
type bodies struct{ small, large *semaphore.Weighted }

func newBodies() bodies {
	return bodies{semaphore.NewWeighted(smallBodies), semaphore.NewWeighted(largeBodies)}
}

// read reads a whole body. release, which is never nil, gives its memory back. The errors are
// http.MaxBytesError, errBusy, and those of reading.
func (b bodies) read(r *http.Request) (body []byte, release func(), err error) {
	buffer := &buffer{bodies: b, limit: maxBody + 1}
	if r.ContentLength >= 0 {
		buffer.limit = min(r.ContentLength, maxBody) + 1 // one more, to see the end
	}
	for err == nil {
		err = buffer.readSome(context.WithoutCancel(r.Context()), r.Body) // a sender that hung up may have sent all of it
	}
	switch {
	case len(buffer.bytes) > maxBody:
		err = &http.MaxBytesError{Limit: maxBody}
	case errors.Is(err, io.EOF):
		return buffer.bytes, buffer.release, nil
	}
	buffer.release()
	return nil, func() {}, err
}

// buffer is the memory of one body.
type buffer struct {
	bodies bodies
	limit  int64 // bytes that it grows to
	bytes  []byte
	held   int64
	pool   *semaphore.Weighted
}

// readSome reads once. It returns io.EOF at the end of the body or of the buffer.
func (b *buffer) readSome(ctx context.Context, r io.Reader) error {
	if len(b.bytes) == cap(b.bytes) {
		if int64(cap(b.bytes)) == b.limit {
			return io.EOF
		}
		if err := b.grow(ctx); err != nil {
			return err
		}
	}
	n, err := r.Read(b.bytes[len(b.bytes):cap(b.bytes)])
	b.bytes = b.bytes[:len(b.bytes)+n]
	return err
}

func (b *buffer) grow(ctx context.Context) error {
	size := min(max(firstBuffer, 2*int64(cap(b.bytes))), b.limit)
	if err := b.reserve(ctx, size); err != nil {
		return err
	}
	larger := make([]byte, len(b.bytes), size)
	copy(larger, b.bytes)
	b.bytes = larger
	return nil
}

// reserve takes memory for a size. A body that becomes large moves to the other pool, and does not
// wait there: it would hold what small ones need.
func (b *buffer) reserve(ctx context.Context, size int64) error {
	if size > smallBody {
		if b.pool == b.bodies.large {
			return b.take(b.bodies.large.TryAcquire(size-b.held), b.bodies.large, size)
		}
		taken := b.bodies.large.TryAcquire(size)
		if taken {
			b.release()
		}
		return b.take(taken, b.bodies.large, size)
	}
	ctx, cancel := context.WithTimeout(ctx, memoryTimeout)
	defer cancel()
	return b.take(b.bodies.small.Acquire(ctx, size-b.held) == nil, b.bodies.small, size)
}

func (b *buffer) take(taken bool, pool *semaphore.Weighted, size int64) error {
	if !taken {
		return errBusy
	}
	b.pool, b.held = pool, size
	return nil
}

func (b *buffer) release() {
	if b.pool != nil {
		b.pool.Release(b.held)
	}
	b.pool, b.held = nil, 0
}

// drain reads a body that is not kept, and reports whether it is too large. Many clients send
// everything before they read the answer, and would see a broken connection instead. A client that
// asked whether to send it is not told to.
func drain(r *http.Request) (tooLarge bool) {
	if r.Header.Get("Expect") != "" {
		return r.ContentLength > maxBody
	}
	n, _ := io.CopyN(io.Discard, r.Body, maxDrained)
	return n > maxBody
}
