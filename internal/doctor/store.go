package doctor

import (
	"context"
	"crypto/rand"
	"errors"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// Store proves what aloud needs of an open store. Opening it has proved that it can be written, and
// that it honours conditions.
func Store(st store.Store) []Check {
	s := storeChecks{st}
	return []Check{
		{"store: list", "accepted articles are not found again, and lists fail", true, s.list},
		{"store: missing object", "each new article looks like a failure of the store", true, s.missing},
		{"store: write, read, delete", "no article can be published, or none can be taken down", true, s.exchange},
		{"store: clock", "hooks or requests to the store are refused, and revisions may be put in the wrong order", false, s.clock},
	}
}

// Ready returns an error unless the store takes writes now. It reads a missing object below public/
// and writes the one under key: a full disk can still be read.
func Ready(ctx context.Context, st store.Store, key string) error {
	obj, err := st.Open(ctx, "public/ready", 0)
	if err == nil {
		return obj.Body.Close()
	}
	if !errors.Is(err, store.ErrNotFound) {
		return err
	}
	_, err = st.Put(ctx, key, nil, store.PutOptions{})
	return err
}

type storeChecks struct{ store.Store }

// list reads the first entry below a prefix that has none.
func (s storeChecks) list(ctx context.Context) Result {
	for _, err := range s.List(ctx, probePrefix) {
		if err != nil {
			return failedStore(err)
		}
		break
	}
	return Found("objects can be listed")
}

// missing asks for an object that never exists. Without the right to list, Amazon S3 answers 403,
// and every new article would look like a failure.
func (s storeChecks) missing(ctx context.Context) Result {
	obj, err := s.Open(ctx, probeKey(), 0)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return Found("a missing object is reported as missing")
	case err != nil:
		return failedStore(err)
	}
	obj.Body.Close()
	return Failed("check the proxies between aloud and the store", "an object that was never written exists")
}

// exchange does with an object what aloud does with articles: it creates it, is refused as a second
// creator, replaces it, reads it and deletes it.
func (s storeChecks) exchange(ctx context.Context) Result {
	key := probeKey()
	defer s.remove(ctx, key)
	etag, err := s.Put(ctx, key, []byte("first"), store.PutOptions{If: store.IfAbsent()})
	if err != nil {
		return failedStore(err)
	}
	if _, err = s.Put(ctx, key, []byte("second"), store.PutOptions{If: store.IfAbsent()}); !errors.Is(err, store.ErrConflict) {
		return unconditional(err, "a second writer created what existed")
	}
	if _, err = s.Put(ctx, key, []byte("third"), store.PutOptions{If: store.IfMatch(etag)}); err != nil {
		return failedStore(err)
	}
	body, _, err := store.Read(ctx, s, key)
	if err != nil {
		return failedStore(err)
	}
	if string(body) != "third" {
		return Failed("remove the cache between aloud and the store", "a read after a write returned what was there before")
	}
	if err := s.Delete(ctx, key); err != nil {
		return failedStore(err)
	}
	if obj, err := s.Open(ctx, key, 0); err == nil {
		obj.Body.Close()
		return Failed("let aloud delete objects (s3:DeleteObject)", "an object is still there after it was deleted")
	}
	return Found("an object can be created once, replaced, read and deleted")
}

// unconditional is the result of a conditional write that should have been refused; err is what was
// returned.
func unconditional(err error, found string) Result {
	if err != nil {
		return failedStore(err)
	}
	return Failed("use storage that honours conditional writes", "%s", found)
}

// Offsets of another clock from ours. Hooks are refused at five minutes by default, requests to S3
// at fifteen.
const (
	oddOffset = 10 * time.Second
	badOffset = 2 * time.Minute
)

// clock compares the time that the store gives an object with ours. The store's has whole seconds.
func (s storeChecks) clock(ctx context.Context) Result {
	key := probeKey()
	defer s.remove(ctx, key)
	before := time.Now()
	if _, err := s.Put(ctx, key, []byte("clock"), store.PutOptions{}); err != nil {
		return failedStore(err)
	}
	after := time.Now()
	obj, err := s.Open(ctx, key, 0)
	if err != nil {
		return failedStore(err)
	}
	obj.Body.Close()
	return Clock("the store", obj.Modified, before, after)
}

// Clock compares another clock, which read at between before and after of ours, give or take a
// second.
func Clock(name string, at, before, after time.Time) Result {
	var offset time.Duration
	switch {
	case at.Before(before.Add(-time.Second)):
		offset = at.Sub(before)
	case at.After(after.Add(time.Second)):
		offset = at.Sub(after)
	}
	const fix = "synchronize both clocks with NTP"
	switch size := offset.Abs(); {
	case size >= badOffset:
		return Failed(fix, "the clock of %s is %s off ours", name, offset.Round(time.Second))
	case size >= oddOffset:
		return Warned(fix, "the clock of %s is %s off ours", name, offset.Round(time.Second))
	}
	return Found("the clock of %s agrees with ours", name)
}

func (s storeChecks) remove(ctx context.Context, key string) {
	_ = s.Delete(context.WithoutCancel(ctx), key) // the check that wrote it has its answer
}

const probePrefix = "private/probe"

// probeKey is of an object that nobody else names.
func probeKey() string { return probePrefix + "-" + rand.Text() }

func failedStore(err error) Result {
	r := Failed(store.Advice(err), "%v", err)
	r.MayPass = store.Away(err) || errors.Is(err, context.DeadlineExceeded)
	return r
}
