package library

import (
	"context"
	"errors"
	"fmt"
	"path"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// filesPerNarration is what a narration names: a track and its captions.
const filesPerNarration = 2

// RemoveOrphans removes the files of a site's articles that no narration names: those of a removed article at once, all
// others grace after they were replaced, for those who are still listening, or after they were left by a render that did
// not finish. It returns how many it removed.
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
		if err != nil && !errors.Is(err, ErrDamaged) { // who cannot be read loses nothing, and holds nobody up
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
		old := l.now().Sub(files.replacedAt(entry)) > grace
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

// replacedAt is when the next render's file of the same kind came. A file's own age says nothing about its listeners; one
// that nothing followed is a render's that did not finish.
func (f articleFiles) replacedAt(file store.Entry) time.Time {
	var next time.Time
	for _, other := range f.entries {
		follows := path.Ext(other.Key) == path.Ext(file.Key) && other.Modified.After(file.Modified)
		if follows && (next.IsZero() || other.Modified.Before(next)) {
			next = other.Modified
		}
	}
	if next.IsZero() {
		return file.Modified
	}
	return next
}

// wanted returns the files that the article's narration names, and whether the article is to have none at all.
func (l *Library) wanted(ctx context.Context, ref Ref) (keep map[string]bool, gone bool, err error) {
	desired, err := l.Desired(ctx, ref)
	if missing(err) != nil {
		return nil, false, err
	}
	gone = err == nil && (desired.Gone() || desired.Orders.Held)
	narration, err := l.Narration(ctx, ref)
	if missing(err) != nil { // damaged too: then nobody knows what it names
		return nil, false, err
	}
	keep = map[string]bool{}
	for _, key := range narration.files(ref) {
		keep[key] = true
	}
	return keep, gone, nil
}
