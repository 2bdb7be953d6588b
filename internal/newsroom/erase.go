package newsroom

import (
	"context"
	"errors"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/retention"
)

// Erasure says what was deleted of an article.
type Erasure struct {
	Site    string `json:"site"`
	ID      string `json:"id"`
	Objects int    `json:"objects"`
	retention.Erased
}

// Erase takes an article down, holds it, and deletes at once what only it used: its speech, encoded
// segments and text. A tombstone without text is kept. It returns library.ErrUnknownArticle for an
// article that was never accepted, and NotRecordedError if it could delete only the audio. dryRun
// changes nothing and counts.
func (n *Newsroom) Erase(ctx context.Context, ref library.Ref, dryRun bool) (_ Erasure, _ Receipt, err error) {
	if !dryRun {
		defer func() { n.enterRefs(ctx, "erase", []library.Ref{ref}, err) }()
	}
	_, err = n.Status(ctx, ref)
	var withdrawn retention.Erased
	if !dryRun && !errors.Is(err, library.ErrUnknownArticle) {
		withdrawn, _ = n.Eraser.Public(ctx, ref)
		err = n.holdBack(ctx, ref)
	}
	if err != nil {
		return Erasure{}, Receipt{}, err
	}
	went, err := n.Eraser.Erase(ctx, ref, dryRun)
	went.Files, went.Bytes = went.Files+withdrawn.Files, went.Bytes+withdrawn.Bytes
	erasure := Erasure{Site: ref.Site, ID: ref.ID, Objects: went.Objects(), Erased: went}
	if err != nil || dryRun {
		return erasure, Receipt{}, err
	}
	return erasure, Receipt{Refs: []library.Ref{ref}, NotQueued: n.Queue.EnqueueRemoval(ctx, ref)}, nil
}

// holdBack withdraws an article and holds it, unless the CMS removed it: then the CMS may publish
// it again.
func (n *Newsroom) holdBack(ctx context.Context, ref library.Ref) error {
	withdrawing := n.deleteAtOnce(ctx, ref, erased)
	desired, err := n.Library.Desired(ctx, ref)
	if err == nil && desired.Gone() {
		return withdrawing
	}
	if library.IgnoreUnreadable(err) != nil {
		return errors.Join(withdrawing, err)
	}
	return n.recordOrder(ctx, ref, erased, library.Fresh, erased.apply, withdrawing)
}
