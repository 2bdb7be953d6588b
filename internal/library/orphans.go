package library

import (
	"context"
	"errors"
	"fmt"
	"path"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/store"
)

// unfinishedGrace is the age at which a file that no narration ever named is an orphan. Running
// renders are younger.
const unfinishedGrace = 24 * time.Hour

// RemoveOrphans deletes the files of a site that no narration names: those of a removed article at
// once, replaced ones after grace (someone may be listening), and those of unfinished renders after
// a day. It returns the number of deleted files.
func (l *Library) RemoveOrphans(ctx context.Context, site string, grace time.Duration) (removed int, err error) {
	var deleted atomic.Int64
	removing, removeCtx := errgroup.WithContext(ctx)
	removing.SetLimit(RecordsAtOnce)
	for files, listErr := range l.publicFiles(removeCtx, site) {
		if listErr != nil {
			err = listErr
			break
		}
		if files.ofOneRender() {
			continue // the usual case; saves reading the article's states
		}
		removing.Go(func() error {
			n, err := l.removeOrphansOf(removeCtx, files, grace)
			deleted.Add(int64(n))
			if errors.Is(err, ErrDamaged) { // an article whose state cannot be read must not stop the pass
				return nil
			}
			return err
		})
	}
	if failed := removing.Wait(); failed != nil {
		err = failed // the list ends by it
	}
	return int(deleted.Load()), err
}

// ofOneRender reports whether the files are those of the narration: there is one that is no
// reservation, and all others have the name of one render.
func (f articleFiles) ofOneRender() bool {
	if !f.narrated || f.reserved {
		return false
	}
	renders := map[string]bool{}
	for _, entry := range f.entries {
		render, _, _ := strings.Cut(path.Base(entry.Key), ".")
		renders[render] = true
	}
	return len(renders) < 2
}

func (l *Library) removeOrphansOf(ctx context.Context, files articleFiles, grace time.Duration) (removed int, err error) {
	if err := l.checks.Wait(ctx); err != nil {
		return 0, err
	}
	wanted, err := l.wanted(ctx, files.ref)
	if err != nil {
		return 0, err
	}
	var deleted []string
	defer func() { l.tellGone(ctx, files.ref, deleted, nil) }()
	for _, entry := range files.entries {
		old := l.now().Sub(latest(entry.Modified, wanted.since)) > unfinishedGrace
		if at, replaced := files.replacedAt(entry); replaced {
			old = l.now().Sub(at) > grace
		}
		if wanted.keep[entry.Key] || (!old && !wanted.gone) {
			continue
		}
		if err := l.store.Delete(ctx, entry.Key); err != nil {
			return len(deleted), fmt.Errorf("remove the orphan %s: %w", entry.Key, err)
		}
		deleted = append(deleted, entry.Key)
	}
	if len(deleted) > 0 {
		err = l.forgetPreviousIfGone(ctx, files.ref)
	}
	return len(deleted), err
}

// replacedAt returns when the next render's file of the same kind was written; false if there is
// none: then an unfinished render left the file.
func (f articleFiles) replacedAt(file store.Entry) (next time.Time, replaced bool) {
	for _, other := range f.entries {
		follows := path.Ext(other.Key) == path.Ext(file.Key) && other.Modified.After(file.Modified)
		if follows && (!replaced || other.Modified.Before(next)) {
			next, replaced = other.Modified, true
		}
	}
	return next, replaced
}

// wantedFiles says which of an article's files are kept.
type wantedFiles struct {
	keep  map[string]bool
	gone  bool      // the article must have none
	since time.Time // what was restored has been public since then; what it replaced is newer than it
}

// wanted returns the files that the article's narration names, and those of the previous one if an
// admin ordered it.
func (l *Library) wanted(ctx context.Context, ref Ref) (w wantedFiles, err error) {
	desired, err := l.Desired(ctx, ref)
	if IgnoreNotFound(err) != nil {
		return w, err
	}
	w.gone = err == nil && (desired.Gone() || desired.Orders.Held)
	narration, err := l.Narration(ctx, ref)
	if IgnoreNotFound(err) != nil { // also if it is damaged: what it names is unknown then
		return w, err
	}
	named, order := narration.files(ref), desired.Orders.Restored
	if order.Render == narration.Render() {
		w.since = narration.PublishedAt
	} else if !w.gone {
		named = append(named, l.ordered(ctx, ref, order, narration)...)
	}
	w.keep = map[string]bool{}
	for _, key := range named {
		w.keep[key] = true
	}
	return w, nil
}
