// Package store keeps objects under keys, in a folder or in S3-compatible storage.
//
// It is beneath everything: it knows keys, bytes and conditions, and nothing of articles or audio. The library,
// the speech cache and the web server call it. What each operation promises is written on the Store interface
// and held by one suite of tests (package storetest) for every implementation.
package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"regexp"
	"strings"
	"time"
)

// Store is a flat space of objects. All methods may be called from several goroutines and processes at once.
// Every method may block on disk or network and ends early, with the context's error, when ctx does.
type Store interface {
	// Open reads an object from offset bytes on, 0 for the whole. The caller closes its Body.
	// ErrNotFound if there is none; an offset at or past the end yields an empty body.
	Open(ctx context.Context, key string, offset int64) (*Object, error)

	// Put writes a whole object at once: readers see the former one or this one, never a part, and after a
	// nil error it survives a crash. It returns the new ETag. ErrConflict if the condition in opts does not hold.
	Put(ctx context.Context, key string, body []byte, opts PutOptions) (etag string, err error)

	// Delete removes an object. Removing what is not there is no error.
	Delete(ctx context.Context, key string) error

	// List yields the entries whose key begins with prefix, in the order of their keys. What is written or
	// deleted meanwhile may or may not be seen. It stops after the first error it yields.
	List(ctx context.Context, prefix string) iter.Seq2[Entry, error]
}

// Entry describes an object without its content.
type Entry struct {
	Key      string
	Size     int64     // of the whole object, bytes
	Modified time.Time // of the last Put
	ETag     string    // opaque: compare it, never take it apart; lists may leave it empty
}

// Object is an open object.
type Object struct {
	Entry
	Body io.ReadCloser
}

// PutOptions say how an object is written.
type PutOptions struct {
	If           Condition // zero: always
	ContentType  string    // media type for those who read the bucket directly
	CacheControl string    // likewise
}

// Condition guards a Put against a concurrent writer (HTTP's If-None-Match: * and If-Match).
type Condition struct {
	absent bool
	etag   string
}

// IfAbsent holds while there is no object under the key.
func IfAbsent() Condition { return Condition{absent: true} }

// IfMatch holds while the object under the key is the one that was read with this ETag.
func IfMatch(etag string) Condition { return Condition{etag: etag} }

// IfUnchanged is IfMatch for an object that was there and IfAbsent for one that was not (an empty etag).
func IfUnchanged(etag string) Condition {
	if etag == "" {
		return IfAbsent()
	}
	return IfMatch(etag)
}

// Errors that callers decide on; every other error is the storage's trouble and worth another try.
var (
	ErrNotFound = errors.New("no such object")
	ErrConflict = errors.New("the object was changed by another writer")
	ErrBadKey   = errors.New("not a valid key")
)

// Read returns a whole object.
func Read(ctx context.Context, s Store, key string) ([]byte, Entry, error) {
	obj, err := s.Open(ctx, key, 0)
	if err != nil {
		return nil, Entry{}, err
	}
	defer obj.Body.Close()
	var body bytes.Buffer
	body.Grow(int(min(obj.Size, 1<<24)) + bytes.MinRead) // one piece of memory, as large as the object says it is
	if _, err := body.ReadFrom(obj.Body); err != nil {
		return nil, Entry{}, fmt.Errorf("read %s: %w", key, err)
	}
	return body.Bytes(), obj.Entry, nil
}

var inKeyPart = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*$`)

// isKeyPart leaves room for what a folder appends to names: file systems take 255 bytes.
func isKeyPart(name string) bool { return len(name) <= 201 && inKeyPart.MatchString(name) }

// CheckKey refuses, with ErrBadKey, any key that is not parts of letters, digits, dots, dashes and underscores
// joined by slashes, each part beginning with a letter or digit: no other key can leave the store's root or meet its
// own files.
func CheckKey(key string) error {
	if len(key) > 900 { // S3's limit is 1,024 bytes with the bucket's prefix
		return fmt.Errorf("%w: %d bytes long", ErrBadKey, len(key))
	}
	for part := range strings.SplitSeq(key, "/") {
		if !isKeyPart(part) {
			return fmt.Errorf("%w: %q", ErrBadKey, key)
		}
	}
	return nil
}
