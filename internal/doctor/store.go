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
		{Name: "store: list", Required: true, Run: s.list},
		{Name: "store: missing object", Required: true, Run: s.missing},
		{Name: "store: clock", Run: s.clock},
	}
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
