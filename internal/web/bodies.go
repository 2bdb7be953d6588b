package web

import (
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"time"
)

const (
	maxBody    = 10 << 20 // bytes of a hook's body; the longest articles have one or two million
	maxDrained = 50 << 20 // bytes that are read of a body that is not kept

	firstBuffer = 8 << 10   // bytes that a body gets at first; doubled while it grows
	beginning   = 128 << 10 // bytes of a body that are in the first pool
	smallBody   = 1 << 20   // bytes; nearly all hooks are smaller
	beginnings  = 16 << 20  // bytes of memory for bodies up to beginning
	smallBodies = 16 << 20  // … up to smallBody
	largeBodies = 24 << 20  // … for all larger ones

	memoryTimeout = 500 * time.Millisecond // that a body up to smallBody waits for memory

	bodyTimeout = 30 * time.Second // for a whole body
	stallBytes  = 24 << 10         // that a sender sends in each stallTime, 8 kB a second, or it is cut off
	stallTime   = 3 * time.Second
)

// errBusy means that there is no memory for the body now; errStalled means that its sender stalls.
var (
	errBusy    = errors.New("too many bodies are being received")
	errStalled = errors.New("the sender stalls")
)

// bodies bounds the memory of bodies that are being received and handled: a sender can be verified
// only when its body is complete. Beginnings, small and large bodies have separate memory, so that
// senders that stall large bodies cannot block articles. A client may use a share of each.
type bodies struct {
	beginnings, small, large *pool
	stallTime                time.Duration
}

func newBodies() bodies {
	return bodies{newPool(beginnings), newPool(smallBodies), newPool(largeBodies), stallTime}
}

// sender is whoever sends a body.
type sender struct {
	client   string
	verified bool // signed hooks came from its network lately
	// extend sets the deadline for the next bytes. It fails if the connection has no deadlines.
	extend func(deadline time.Time) error
}

// read reads a whole body. release, which is never nil, returns its memory. The errors are
// http.MaxBytesError (with the beginning of the body), errBusy, errStalled, and read errors.
func (b bodies) read(r *http.Request, from sender) (body []byte, release func(), err error) {
	buffer := &buffer{bodies: b, from: from, limit: maxBody + 1}
	if r.ContentLength >= 0 {
		buffer.limit = min(r.ContentLength, maxBody) + 1 // one more, to see the end
	}
	pace := pacer{sender: from, window: b.stallTime, until: time.Now().Add(bodyTimeout)}
	for err == nil {
		pace.allow(len(buffer.bytes))
		err = buffer.readSome(context.WithoutCancel(r.Context()), r.Body) // a sender that hung up may have sent all of it
	}
	switch {
	case len(buffer.bytes) > maxBody:
		_ = from.extend(pace.until)
		return buffer.bytes, buffer.release, &http.MaxBytesError{Limit: maxBody}
	case errors.Is(err, io.EOF):
		_ = from.extend(pace.until)
		return buffer.bytes, buffer.release, nil
	case errors.Is(err, os.ErrDeadlineExceeded):
		err = errStalled
	}
	buffer.release()
	return nil, func() {}, err
}

// pacer cuts off a sender that sends less than stallBytes in a window.
type pacer struct {
	sender
	window time.Duration
	until  time.Time // the end of all windows
	next   int       // bytes with which the next window begins
}

func (p *pacer) allow(received int) {
	if received < p.next {
		return
	}
	p.next = received + stallBytes
	deadline := time.Now().Add(p.window)
	if deadline.After(p.until) {
		deadline = p.until
	}
	_ = p.extend(deadline)
}

// buffer is the memory of one body.
type buffer struct {
	bodies bodies
	from   sender
	limit  int64 // bytes that it grows to
	bytes  []byte
	held   int64
	takes  int // by which it is held
	pool   *pool
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
	if !b.reserve(ctx, size) {
		return errBusy
	}
	larger := make([]byte, len(b.bytes), size)
	copy(larger, b.bytes)
	b.bytes = larger
	return nil
}

// reserve takes memory for a size, and reports whether it did. A body that outgrows its pool moves
// to the next one. A large body does not wait there: meanwhile it would hold memory that smaller
// ones need.
func (b *buffer) reserve(ctx context.Context, size int64) bool {
	from, patience := b.bodies.large, time.Duration(0)
	switch {
	case size <= beginning:
		from, patience = b.bodies.beginnings, memoryTimeout
	case size <= smallBody:
		from, patience = b.bodies.small, memoryTimeout
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	more := size
	if from == b.pool {
		more -= b.held
	}
	if !from.take(ctx, b.from, more) {
		return false
	}
	if from != b.pool {
		b.release()
	}
	b.pool, b.held, b.takes = from, size, b.takes+1
	return true
}

func (b *buffer) release() {
	if b.pool != nil {
		b.pool.give(b.from, b.held, b.takes)
	}
	b.pool, b.held, b.takes = nil, 0, 0
}

// drain reads and discards a body, and reports whether it is too large. Many clients send
// everything before they read the answer, and would otherwise see a broken connection. A client
// that sent Expect: 100-continue is not told to continue.
func drain(r *http.Request) (tooLarge bool) {
	if r.Header.Get("Expect") != "" {
		return r.ContentLength > maxBody
	}
	n, _ := io.CopyN(io.Discard, r.Body, maxDrained)
	return n > maxBody
}
