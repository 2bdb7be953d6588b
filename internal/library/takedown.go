package library

import (
	"context"
	"errors"
	"fmt"
)

// TakeDown deletes everything of the article that is public, the narration first. Only the holder
// of the article's lease may call it: it also deletes the files of a render that is about to be
// published. Rules decides when it is called.
func (l *Library) TakeDown(ctx context.Context, ref Ref) error {
	err := l.store.Delete(ctx, ref.NarrationKey())
	if err == nil {
		err = l.deleteAll(ctx, ref.publicPrefix())
	}
	if err != nil {
		return fmt.Errorf("take down %s: %w", ref, err)
	}
	return nil
}

// Withdraw deletes the narration and the files that it names. Anyone may call it at any time, also
// while the article is being rendered: the render notices that the narration changed and starts
// over.
func (l *Library) Withdraw(ctx context.Context, ref Ref) error {
	narration, err := l.Narration(ctx, ref)
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	if delErr := l.store.Delete(ctx, ref.NarrationKey()); delErr != nil {
		return fmt.Errorf("withdraw %s: %w", ref, delErr)
	}
	l.discard(ctx, ref, narration)
	return IgnoreUnreadable(err)
}

// discard deletes the files that a narration names. The sweep deletes whatever it could not, as
// orphans.
func (l *Library) discard(ctx context.Context, ref Ref, n Narration) {
	for _, key := range n.files(ref) {
		_ = l.store.Delete(ctx, key)
	}
}
