package library

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"
)

// TakeDown deletes everything of the article that is public, the narration first. Only the holder
// of the article's lease may call it: it also deletes the files of a render that is about to be
// published. Rules decides when it is called.
func (l *Library) TakeDown(ctx context.Context, ref Ref) error {
	l.forgetPage(ctx, ref)
	err := l.store.Delete(ctx, ref.NarrationKey())
	var gone, feeds []string
	if err == nil {
		gone, err = l.deleteFiles(ctx, ref, nil)
		var feedsErr error
		feeds, feedsErr = l.forgetFeeds(ctx, ref)
		err = errors.Join(err, feedsErr)
	}
	l.tellGone(ctx, ref, gone, feeds)
	if err != nil {
		return fmt.Errorf("take down %s: %w", ref, err)
	}
	return l.forgetPrevious(ctx, ref)
}

// deleteFiles deletes all objects under the article's prefix except keep, and returns the deleted
// keys.
func (l *Library) deleteFiles(ctx context.Context, ref Ref, keep []string) (gone []string, err error) {
	for entry, err := range l.store.List(ctx, ref.publicPrefix()) {
		if err == nil && slices.Contains(keep, entry.Key) {
			continue
		}
		if err == nil {
			err = l.store.Delete(ctx, entry.Key)
		}
		if err != nil {
			return gone, err
		}
		gone = append(gone, entry.Key)
	}
	return gone, nil
}

// Withdraw deletes the narration, or the reservation of one, and the article's files, and takes the
// article out of the feeds. It only needs reads, deletes and lists: a feed that cannot be rewritten
// is deleted. Any process may call it at any time, even while the article is being
// rendered: that render can no longer be published.
//
// The files are listed before the narration is deleted, so those of a later render are not among
// them: a render reserves its narration before it uploads.
func (l *Library) Withdraw(ctx context.Context, ref Ref) error {
	files, listErr := l.listAndForget(ctx, ref)
	if err := l.store.Delete(ctx, ref.NarrationKey()); err != nil {
		return fmt.Errorf("withdraw %s: %w", ref, errors.Join(err, listErr))
	}
	var forgetting sync.WaitGroup
	var feeds []string
	var feedsErr error
	forgetting.Go(func() { feeds, feedsErr = l.forgetFeeds(ctx, ref) })
	err := errors.Join(listErr, l.deleteAll(ctx, files))
	forgetting.Wait()
	l.tellGone(ctx, ref, files, feeds)
	if err = errors.Join(err, feedsErr); err != nil {
		return fmt.Errorf("withdraw the files of %s, whose narration is gone: %w", ref, err)
	}
	return nil
}

// listAndForget runs listFiles and, concurrently, deletes the page's claim and the previous
// narration, because the sender of a removal waits. Without its files the previous narration is
// useless.
func (l *Library) listAndForget(ctx context.Context, ref Ref) (files []string, err error) {
	var forgetting sync.WaitGroup
	forgetting.Go(func() { l.forgetPage(ctx, ref) })
	forgetting.Go(func() { _ = l.forgetPrevious(ctx, ref) })
	files, err = l.listFiles(ctx, ref)
	forgetting.Wait()
	return files, err
}

// deleteAll deletes objects concurrently. An error of one does not stop the others.
func (l *Library) deleteAll(ctx context.Context, keys []string) error {
	errs := make([]error, len(keys))
	var deleting errgroup.Group
	deleting.SetLimit(deletesAtOnce)
	for i, key := range keys {
		deleting.Go(func() error {
			errs[i] = l.store.Delete(ctx, key)
			return nil
		})
	}
	_ = deleting.Wait()
	return errors.Join(errs...)
}

const deletesAtOnce = 8

// forgetPage deletes the article's claim to its page. It ignores errors: without the narration a
// claim is useless, and must not keep the narration public.
func (l *Library) forgetPage(ctx context.Context, ref Ref) {
	if n, err := l.Narration(ctx, ref); err == nil {
		_ = l.releasePage(ctx, ref, n.URL)
	}
}

// listFiles returns the keys of an article's public files: those below its prefix, or, if that
// cannot be listed, those that its narration names.
func (l *Library) listFiles(ctx context.Context, ref Ref) ([]string, error) {
	var files []string
	for entry, err := range l.store.List(ctx, ref.publicPrefix()) {
		if err != nil {
			n, _ := l.Narration(ctx, ref)
			return n.files(ref), err
		}
		files = append(files, entry.Key)
	}
	return slices.DeleteFunc(files, func(key string) bool { return key == ref.NarrationKey() }), nil
}

// RemoveReplaced deletes the article's files that its narration does not name: former tracks that
// must not be heard any more. Only the holder of the article's lease may call it.
func (l *Library) RemoveReplaced(ctx context.Context, ref Ref) error {
	n, err := l.Narration(ctx, ref)
	if err != nil {
		return IgnoreNotFound(err)
	}
	gone, err := l.deleteFiles(ctx, ref, append(n.files(ref), ref.NarrationKey()))
	l.tellGone(ctx, ref, gone, nil)
	if err != nil {
		return fmt.Errorf("delete the previous tracks of %s: %w", ref, err)
	}
	return nil
}

// discard deletes the files that a narration names. If it fails, RemoveOrphans deletes them.
func (l *Library) discard(ctx context.Context, ref Ref, n Narration) {
	for _, key := range n.files(ref) {
		_ = l.store.Delete(ctx, key)
	}
}
