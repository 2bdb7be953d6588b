package library

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// Restored is an admin's order to publish a previous track again. It applies while a render would
// still make the track that it replaces: another text, other settings or another order end it.
type Restored struct {
	Render    string    `json:"render"`  // names the track's files
	Instead   string    `json:"instead"` // fingerprint of the sound that it replaces
	OrderedAt time.Time `json:"ordered_at"`
}

// previous is the narration that the published one replaced. Its files stay public until
// RemoveOrphans deletes them; the narration itself is private.
type previous struct {
	ReplacedBy string    `json:"replaced_by"` // Render of the one that is published
	Narration  Narration `json:"narration"`
}

func (r Ref) previousKey() string { return "private/sites/" + r.Site + "/previous/" + r.ID + ".json" }

// Previous returns the narration that public replaced. It returns ErrNotFound if that one is not
// kept, or its files are deleted.
func (l *Library) Previous(ctx context.Context, ref Ref, public Narration) (Narration, error) {
	var kept previous
	if _, err := l.readJSON(ctx, ref.previousKey(), &kept); err != nil {
		return Narration{}, err
	}
	intact, err := l.Intact(ctx, ref, kept.Narration)
	if err == nil && (!intact || kept.Narration.Render() == "" || kept.ReplacedBy != public.Render()) {
		err = fmt.Errorf("the previous track of %s: %w", ref, ErrNotFound)
	}
	if err != nil {
		return Narration{}, err
	}
	return kept.Narration, nil
}

// Restore publishes the previous narration again, instead of public. It returns ErrChanged if the
// narration is no longer public.
func (l *Library) Restore(ctx context.Context, ref Ref, public, previous Narration) error {
	if err := l.Amend(ctx, ref, public, previous); err != nil {
		return err
	}
	_ = l.forgetPrevious(ctx, ref) // it leads to nothing: another track is published now
	return nil
}

// keepPrevious keeps a narration that next replaced. If that fails it cannot be restored, but next
// is still published.
func (l *Library) keepPrevious(ctx context.Context, ref Ref, former, next Narration) {
	if len(former.Audio) == 0 {
		_ = l.forgetPrevious(ctx, ref) // of before a take-down
		return
	}
	_, _ = l.writeJSON(ctx, ref.previousKey(), previous{ReplacedBy: next.Render(), Narration: former}, store.PutOptions{Once: true})
}

// forgetPrevious deletes the narration that is kept: it has the article's text.
func (l *Library) forgetPrevious(ctx context.Context, ref Ref) error {
	if err := l.store.Delete(ctx, ref.previousKey()); err != nil {
		return fmt.Errorf("delete the previous narration of %s: %w", ref, err)
	}
	return nil
}

// forgetPreviousIfGone deletes the narration that is kept if its files are deleted.
func (l *Library) forgetPreviousIfGone(ctx context.Context, ref Ref) error {
	public, err := l.Narration(ctx, ref)
	if IgnoreUnreadable(err) != nil {
		return err
	}
	if _, err = l.Previous(ctx, ref, public); errors.Is(err, ErrNotFound) {
		return l.forgetPrevious(ctx, ref)
	}
	return IgnoreUnreadable(err)
}

// ordered returns the files of the previous track if an admin recently ordered its restoration: a
// worker is about to publish it.
func (l *Library) ordered(ctx context.Context, ref Ref, order Restored, public Narration) []string {
	if order.Render == "" || l.now().Sub(order.OrderedAt) > unfinishedGrace {
		return nil
	}
	kept, err := l.Previous(ctx, ref, public)
	if err != nil || kept.Render() != order.Render {
		return nil
	}
	return kept.files(ref)
}
