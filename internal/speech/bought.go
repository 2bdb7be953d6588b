package speech

import (
	"context"
	"errors"

	"github.com/aloud-audio/aloud/internal/store"
)

// Bought reports whether a request's speech is in the store, so that a Cache would not buy it.
func Bought(ctx context.Context, s store.Store, req Request) (bool, error) {
	obj, err := s.Open(ctx, StoredPrefix+req.Key(), 0)
	if errors.Is(err, store.ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, obj.Body.Close()
}
