package library

import (
	"context"
	"fmt"
	"time"
)

// filesPerNarration is what a narration names: a track and its captions.
const filesPerNarration = 2

// RemoveOrphans removes the files of a site's articles that no narration names: those of a removed article at once, all
// others when they are older than grace, for those who are still listening and for renders under way. It returns how
// many it removed.
func (l *Library) RemoveOrphans(ctx context.Context, site string, grace time.Duration) (removed int, err error) {
	for files, err := range l.publicFiles(ctx, site) {
		if err != nil {
			return removed, err
		}
		if files.narrated && len(files.entries) <= filesPerNarration {
			continue // the usual article: saves reading its states
		}
		n, err := l.removeOrphansOf(ctx, files, grace)
		removed += n
		if err != nil {
			return removed, err
		}
	}
	return removed, nil
}

func (l *Library) removeOrphansOf(ctx context.Context, files articleFiles, grace time.Duration) (removed int, err error) {
	keep, gone, err := l.wanted(ctx, files.ref)
	if err != nil {
		return 0, err
	}
	for _, entry := range files.entries {
		old := l.now().Sub(entry.Modified) > grace
		if keep[entry.Key] || (!old && !gone) {
			continue
		}
		if err := l.store.Delete(ctx, entry.Key); err != nil {
			return removed, fmt.Errorf("remove the orphan %s: %w", entry.Key, err)
		}
		removed++
	}
	return removed, nil
}

// wanted returns the files that the article's narration names, and whether the article is to have none at all.
func (l *Library) wanted(ctx context.Context, ref Ref) (keep map[string]bool, gone bool, err error) {
	desired, err := l.Desired(ctx, ref)
	if missing(err) != nil {
		return nil, false, err
	}
	gone = err == nil && (desired.Gone() || desired.Orders.Held)
	narration, err := l.Narration(ctx, ref)
	if missing(err) != nil {
		return nil, false, err
	}
	keep = map[string]bool{}
	for _, key := range narration.files(ref) {
		keep[key] = true
	}
	return keep, gone, nil
}
