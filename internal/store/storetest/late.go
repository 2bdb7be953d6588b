package storetest

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/store"
)

// Late is a store that keeps the first write under a prefix on its way. Its sender is told that the
// connection ended; Deliver has it arrive.
type Late struct {
	store.Store
	Prefix string

	kept func(context.Context) error
}

// Put implements store.Store.
func (l *Late) Put(ctx context.Context, key string, body []byte, opts store.PutOptions) (string, error) {
	if l.kept != nil || !strings.HasPrefix(key, l.Prefix) {
		return l.Store.Put(ctx, key, body, opts)
	}
	l.kept = func(ctx context.Context) error {
		_, err := l.Store.Put(ctx, key, body, opts)
		return err
	}
	return "", errors.New("the connection ended")
}

// Deliver fails the test if the write that was kept takes effect: something newer is there.
func (l *Late) Deliver(t testing.TB) {
	t.Helper()
	if l.kept == nil {
		t.Fatal("nothing was written below " + l.Prefix)
	}
	if err := l.kept(t.Context()); !errors.Is(err, store.ErrConflict) {
		t.Errorf("a write that is late took effect: %v", err)
	}
}
