package library

import (
	"context"
	"errors"
	"fmt"
	"path"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// filesPerNarration counts a track and its captions.
const filesPerNarration = 2

// RemoveOrphans deletes the files of a site that no narration names: those of a removed article at
// once, others when grace has passed since they were replaced (someone may be listening) or left
// behind by a render that did not finish. It returns the number of deleted files.
func (l *Library) RemoveOrphans(ctx context.Context, site string, grace time.Duration) (removed int, err error) {
	for files, err := range l.publicFiles(ctx, site) {
		if err != nil {
			return removed, err
		}
		if files.narrated && len(files.entries) <= filesPerNarration {
			continue // the usual case; saves reading the article's states
		}
		n, err := l.removeOrphansOf(ctx, files, grace)
		removed += n
		if err != nil && !errors.Is(err, ErrDamaged) { // skip an article whose state cannot be read: it must not stop the sweep
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

// replacedAt returns when the next render's file of the same kind was written. A file without a
// successor was left by a render that did not finish; its own age counts then.
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

// wanted returns the files that the article's narration names, and whether the article must have
// none.
func (l *Library) wanted(ctx context.Context, ref Ref) (keep map[string]bool, gone bool, err error) {
	desired, err := l.Desired(ctx, ref)
	if IgnoreNotFound(err) != nil {
		return nil, false, err
	}
	gone = err == nil && (desired.Gone() || desired.Orders.Held)
	narration, err := l.Narration(ctx, ref)
	if IgnoreNotFound(err) != nil { // also if it is damaged: what it names is unknown then
		return nil, false, err
	}
	keep = map[string]bool{}
	for _, key := range narration.files(ref) {
		keep[key] = true
	}
	return keep, gone, nil
}
