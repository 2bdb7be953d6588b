package narrate

import (
	"context"

	"github.com/aloud-audio/aloud/internal/library"
)

// Stale reports whether a published article would sound different if it were rendered now, because
// the settings or the release changed. An article that could not be rendered now is not stale: the
// old track is better than none.
func (n *Narrator) Stale(ctx context.Context, ref library.Ref) (bool, error) {
	narration, err := n.Library.Narration(ctx, ref)
	if err != nil {
		return false, library.IgnoreUnreadable(err)
	}
	desired, err := n.Library.Desired(ctx, ref)
	if err != nil {
		return false, library.IgnoreUnreadable(err)
	}
	site, err := n.site(ref)
	if err != nil || site.wish(desired) != library.Wanted {
		return false, err
	}
	plan, err := n.Plan(site, *desired.Article, desired.Orders)
	if err != nil {
		return false, nil //nolint:nilerr // see above
	}
	if order := desired.Orders.Restored; order.Render == narration.Render() && plan.holds(order) {
		return false, nil
	}
	_, fresh := plan.planFor(narration.Sound)
	return !fresh, nil
}
