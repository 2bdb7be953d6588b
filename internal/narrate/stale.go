package narrate

import (
	"context"
	"errors"

	"github.com/aloud-audio/aloud/internal/library"
)

// Stale reports whether a published article would sound different if it were rendered now, because
// the settings or the release changed. An article that could not be rendered now is not stale,
// because the old track is better than none.
func (n *Narrator) Stale(ctx context.Context, ref library.Ref) (bool, error) {
	r, err := n.Library.Record(ctx, ref)
	if errors.Is(err, library.ErrUnknownArticle) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return n.StaleRecord(r)
}

// StaleRecord is Stale for an article whose record is already read.
func (n *Narrator) StaleRecord(r library.Record) (bool, error) {
	if r.Narration == nil || r.Damage != nil {
		return false, nil
	}
	site, err := n.site(r.Ref)
	if err != nil || site.wish(r.Desired) != library.Wanted {
		return false, err
	}
	plan, err := n.Plan(site, *r.Desired.Article, r.Desired.Orders)
	if err != nil {
		return false, nil //nolint:nilerr // see above
	}
	if order := r.Desired.Orders.Restored; order.Render == r.Narration.Render() && plan.holds(order) {
		return false, nil
	}
	_, fresh := plan.planFor(r.Narration.Sound)
	return !fresh, nil
}
