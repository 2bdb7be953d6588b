// Package store keeps objects under keys, in a folder or in S3-compatible storage.
//
// It is the lowest layer: it knows keys, bytes and conditions, and nothing of articles or audio.
// The library, the speech cache and the web server call it. The Store interface documents what each
// operation promises; one test suite (package storetest) checks it for every implementation.
package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"
)

// Store is a flat key space of objects. All methods are safe for concurrent use by goroutines and
// processes. Every method may block on disk or network, and returns the context's error early when
// ctx ends.
type Store interface {
	// Open opens an object for reading from byte offset on; 0 is the whole object. The caller
	// closes its Body. It returns ErrNotFound if there is no object. An offset at or past the end
	// gives an empty body.
	Open(ctx context.Context, key string, offset int64) (*Object, error)

	// Put writes a whole object atomically: a reader sees the old object or the new one, never a
	// part. After a nil error the object survives a crash. Put returns the new ETag, or ErrConflict
	// if the condition in opts does not hold.
	Put(ctx context.Context, key string, body []byte, opts PutOptions) (etag string, err error)

	// Delete deletes an object. A missing object is not an error.
	Delete(ctx context.Context, key string) error

	// List yields the entries whose keys begin with prefix, in the order of their keys. It may or
	// may not see concurrent writes and deletes. It stops after the first error that it yields.
	List(ctx context.Context, prefix string) iter.Seq2[Entry, error]

	// ListAfter is List without the keys up to after, which need not exist. It costs as much as
	// what it yields.
	ListAfter(ctx context.Context, prefix, after string) iter.Seq2[Entry, error]

	// Folders returns the parts that follow prefix in keys that go on below them, each once, in
	// order: main and news for public/main/a and public/news/b below public/. prefix ends in a
	// slash. It costs much less than a List of all those keys.
	Folders(ctx context.Context, prefix string) ([]string, error)
}

// Entry describes an object without its content.
type Entry struct {
	Key      string
	Size     int64     // of the whole object, in bytes
	Modified time.Time // of the last Put
	ETag     string    // opaque: compare it only; may be empty in lists
}

// Object is an open object.
type Object struct {
	Entry
	Body io.ReadCloser
}

// PutOptions says how to write an object.
type PutOptions struct {
	If           Condition // zero: always write
	ContentType  string    // media type, for clients that read the bucket directly
	CacheControl string    // likewise

	// Once sends the write a single time: no copy of a request that was answered can arrive later.
	// A failed write is the caller's to try again.
	Once bool
}

// Condition guards a Put against concurrent writers (HTTP's If-None-Match: * and If-Match).
type Condition struct {
	absent bool
	etag   string
}

// IfAbsent holds while there is no object under the key.
func IfAbsent() Condition { return Condition{absent: true} }

// IfMatch holds while the object under the key has this ETag.
func IfMatch(etag string) Condition { return Condition{etag: etag} }

// IfUnchanged returns IfMatch for an object that existed when read, IfAbsent (an empty etag) for
// one that did not.
func IfUnchanged(etag string) Condition {
	if etag == "" {
		return IfAbsent()
	}
	return IfMatch(etag)
}

// Errors that callers act on. Every other error is a failure of the storage and worth a retry.
var (
	ErrNotFound = errors.New("no such object")
	ErrConflict = errors.New("another writer changed the object")
	ErrBadKey   = errors.New("not a valid key")
)

// Read reads a whole object.
func Read(ctx context.Context, s Store, key string) ([]byte, Entry, error) {
	obj, err := s.Open(ctx, key, 0)
	if err != nil {
		return nil, Entry{}, err
	}
	defer obj.Body.Close()
	var body bytes.Buffer
	body.Grow(int(min(obj.Size, 1<<24)) + bytes.MinRead) // one allocation, sized as the object claims, up to 16 MB
	if _, err := body.ReadFrom(obj.Body); err != nil {
		return nil, Entry{}, fmt.Errorf("read %s: %w", key, err)
	}
	return body.Bytes(), obj.Entry, nil
}

// isKeyPart leaves room for what Dir appends to file names: file systems allow 255 bytes.
func isKeyPart(name string) bool {
	for i := range len(name) {
		switch c := name[i]; {
		case 'A' <= c && c <= 'Z', 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		case i > 0 && (c == '.' || c == '-' || c == '_'):
		default:
			return false
		}
	}
	return name != "" && len(name) <= 201
}

// CheckKey returns ErrBadKey unless the key is a list of parts joined by slashes, each of letters,
// digits, dots, dashes and underscores, beginning with a letter or digit. So no key can leave the
// store's root or collide with the store's own files.
func CheckKey(key string) error {
	if len(key) > 900 { // S3 allows 1,024 bytes, the bucket's prefix included
		return fmt.Errorf("%w: %d bytes long", ErrBadKey, len(key))
	}
	for part := range strings.SplitSeq(key, "/") {
		if !isKeyPart(part) {
			return fmt.Errorf("%w: %q", ErrBadKey, key)
		}
	}
	return nil
}
