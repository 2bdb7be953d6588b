package narrate

import (
	"context"
	"errors"

	"github.com/aloud-audio/aloud/internal/library"
)

// Stale reports whether a published article would sound different if it were rendered now, because the settings or the
// release changed. An article that could not be rendered now is not stale: the old track is better than none.
func (n *Narrator) Stale(ctx context.Context, ref library.Ref) (bool, error) {
	narration, err := n.Library.Narration(ctx, ref)
	if errors.Is(err, library.ErrNotFound) || errors.Is(err, library.ErrDamaged) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	desired, err := n.Library.Desired(ctx, ref)
	if err != nil {
		return false, ignoreDamage(err)
	}
	site, err := n.site(ref)
	if err != nil || unpublishable(site, desired) != "" {
		return false, err
	}
	plan, err := n.Plan(site, *desired.Article, desired.Orders)
	if err != nil {
		return false, nil //nolint:nilerr // see above
	}
	_, fresh := plan.planFor(narration.Sound)
	return !fresh, nil
}
