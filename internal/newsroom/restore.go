package newsroom

import (
	"context"
	"errors"
	"fmt"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/narrate"
)

// ErrNotRestorable means that an article's previous track cannot be published again; the error says
// why.
var ErrNotRestorable = narrate.ErrNotRestorable

// Restore orders that the tracks that the public ones replaced are published again. Such an order
// applies until the article would sound different, or until another order. Restore changes nothing,
// and returns ErrNotRestorable, if one of the articles has no previous track that may be public.
func (n *Newsroom) Restore(ctx context.Context, refs []library.Ref) (r Receipt, err error) {
	defer func() { n.enterRefs(ctx, "restore", refs, err) }()
	orders := make([]library.Restored, len(refs))
	for i, ref := range refs {
		if orders[i], err = n.restoring(ctx, ref); err != nil {
			return r, fmt.Errorf("%s: %w", ref, err)
		}
	}
	for i, ref := range refs {
		err = n.Library.Order(ctx, ref, library.Fresh, func(o *library.Orders) { restored.apply(o); o.Restored = orders[i] })
		if err != nil {
			break
		}
		r.Refs = append(r.Refs, ref)
	}
	r.NotQueued = n.enqueueAll(ctx, r.Refs, library.Fresh)
	return r, err
}

// restoring returns the order for the previous track of an article.
func (n *Newsroom) restoring(ctx context.Context, ref library.Ref) (library.Restored, error) {
	desired, err := n.Library.Desired(ctx, ref)
	if errors.Is(err, library.ErrNotFound) {
		return library.Restored{}, library.ErrUnknownArticle
	}
	if err != nil {
		return library.Restored{}, err
	}
	return n.Narrator.Restoring(ctx, ref, desired)
}
