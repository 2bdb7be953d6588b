package newsroom

import (
	"context"
	"errors"
	"time"

	"github.com/aloud-audio/aloud/internal/logging"
)

// Replaced tracks stay for a day, for those who are listening. Where the site wants them gone, the
// render that replaced them deletes them, and the pass over orphans what a crash left.
const (
	orphansEvery = time.Hour
	orphanGrace  = 24 * time.Hour
	goneGrace    = 10 * time.Minute
)

// RemoveOrphans deletes the files of all sites that no narration names. It returns the time until
// the next pass.
func (n *Newsroom) RemoveOrphans(ctx context.Context) (next time.Duration) {
	var failed error
	for _, site := range n.sites() {
		grace := orphanGrace
		if n.Narrator.Sites[site].PreviousGone {
			grace = goneGrace
		}
		removed, err := n.Library.RemoveOrphans(ctx, site, grace)
		if removed > 0 {
			logging.From(ctx).InfoContext(ctx, "removed files of replaced tracks", "site", site, "files", removed)
		}
		failed = errors.Join(failed, err)
	}
	if failed != nil && ctx.Err() == nil {
		logging.From(ctx).WarnContext(ctx, "cannot remove the files of replaced tracks, will retry", "in", checkRetry, "error", failed)
		return checkRetry
	}
	return orphansEvery
}
