package newsroom

import (
	"context"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/retention"
)

// Erasure says what went of an article.
type Erasure struct {
	Site    string `json:"site"`
	ID      string `json:"id"`
	Objects int    `json:"objects"`
	retention.Erased
}

// Erase takes an article out of the public, holds it there, and deletes at once what only it used:
// its speech, encoded segments and text. A tombstone without text stays. It returns
// library.ErrUnknownArticle for an article that was never accepted. dryRun changes nothing and
// counts.
func (n *Newsroom) Erase(ctx context.Context, ref library.Ref, dryRun bool) (Erasure, Receipt, error) {
	if err := n.holdBack(ctx, ref, dryRun); err != nil {
		return Erasure{}, Receipt{}, err
	}
	went, err := n.Eraser.Erase(ctx, ref, dryRun)
	erasure := Erasure{Site: ref.Site, ID: ref.ID, Objects: went.Objects(), Erased: went}
	if err != nil || dryRun {
		return erasure, Receipt{}, err
	}
	return erasure, Receipt{Refs: []library.Ref{ref}, NotQueued: n.enqueue(ctx, false, ref)}, nil
}

// holdBack keeps an article out of the public, unless the CMS removed it: then it may bring it
// back.
func (n *Newsroom) holdBack(ctx context.Context, ref library.Ref, dryRun bool) error {
	if _, err := n.Status(ctx, ref); err != nil || dryRun {
		return err
	}
	desired, err := n.Library.Desired(ctx, ref)
	if err == nil && desired.Gone() && erased.Held == SetUnlessGone {
		return nil
	}
	if library.IgnoreUnreadable(err) != nil {
		return err
	}
	return n.Library.Order(ctx, ref, erased.apply)
}
