package web

import (
	"context"
	"errors"
	"io"
	"syscall"

	"github.com/aloud-audio/aloud/internal/store"
)

// content reads a stored object at any offset, for http.ServeContent. Seek costs nothing; the next
// Read opens the object at the new offset, so that nothing is read that is not sent.
type content struct {
	ctx   context.Context // of the request: io.ReadSeeker has no place for it
	store store.Store
	entry store.Entry
	body  io.ReadCloser // nil: closed
	at    int64         // of body
	want  int64         // of the next Read
}

// openContent returns store.ErrNotFound if the object does not exist.
func openContent(ctx context.Context, s store.Store, key string) (*content, error) {
	obj, err := s.Open(ctx, key, 0)
	if err != nil {
		return nil, err
	}
	return &content{ctx: ctx, store: s, entry: obj.Entry, body: obj.Body}, nil
}

// Seek sets the offset of the next Read.
func (c *content) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += c.want
	case io.SeekEnd:
		offset += c.entry.Size
	}
	if offset < 0 {
		return 0, errors.New("seek before the object's start")
	}
	c.want = offset
	return offset, nil
}

// Read reads from the current offset.
func (c *content) Read(p []byte) (int, error) {
	if err := c.reopen(); err != nil {
		return 0, err
	}
	n, err := c.body.Read(p)
	c.at += int64(n)
	c.want = c.at
	return n, err
}

// SyscallConn lets the kernel send a file from the current offset. It fails for an object that is
// no file. The offset is the kernel's from then on: only Close and Seek may follow.
func (c *content) SyscallConn() (syscall.RawConn, error) {
	if err := c.reopen(); err != nil {
		return nil, err
	}
	file, isFile := c.body.(syscall.Conn)
	if !isFile {
		return nil, errors.ErrUnsupported
	}
	return file.SyscallConn()
}

// reopen reopens the object at the wanted offset. It fails if the object was replaced: a mix of two
// versions would be garbage.
func (c *content) reopen() error {
	if c.body != nil && c.at == c.want {
		return nil
	}
	c.Close()
	obj, err := c.store.Open(c.ctx, c.entry.Key, c.want)
	if err != nil {
		return err
	}
	c.body, c.at = obj.Body, c.want
	if obj.ETag != c.entry.ETag {
		return errors.New("the object changed while it was read")
	}
	return nil
}

// Close may be called several times.
func (c *content) Close() {
	if c.body != nil {
		_ = c.body.Close()
		c.body = nil
	}
}
