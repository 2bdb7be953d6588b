package library

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/feed"
	"github.com/aloud-audio/aloud/internal/store"
)

// FeedPrefix is where a site's feeds are public. newsroom writes them; the library only takes
// articles out.
func FeedPrefix(site string) string { return "public/" + site + "/feeds/" }

// forgetFeeds takes an article out of its site's feeds. It is called after the narration is
// deleted: who writes a feed afterwards finds no narration. It looks at the newest page of every
// feed, and at the archive of the month in which the article appeared, if that is still known;
// archives of another month are left to the writer of the feeds. It returns the documents that
// changed.
func (l *Library) forgetFeeds(ctx context.Context, ref Ref) (changed []string, err error) {
	prefix := FeedPrefix(ref.Site)
	keys, err := l.keys(ctx, prefix, prefix+feed.AfterMonths)
	if desired, desiredErr := l.Desired(ctx, ref); desiredErr == nil && desired.Article != nil {
		archive, archiveErr := l.keys(ctx, prefix+feed.Month(desired.Article.Appeared())+"/", "")
		keys, err = append(keys, archive...), errors.Join(err, archiveErr)
	}
	changed, cutErr := l.cutAll(ctx, keys, func(id string) bool { return id == ref.ID })
	return changed, errors.Join(err, cutErr)
}

// CutFeeds takes the articles that gone reports out of all documents of a site's feeds.
func (l *Library) CutFeeds(ctx context.Context, site string, gone func(id string) bool) error {
	keys, err := l.keys(ctx, FeedPrefix(site), "")
	_, cutErr := l.cutAll(ctx, keys, gone)
	return errors.Join(err, cutErr)
}

// FeedDocuments returns the names of the stored documents of a site's feeds, below FeedPrefix;
// without archive, only those of newest pages.
func (l *Library) FeedDocuments(ctx context.Context, site string, archive bool) ([]string, error) {
	prefix, after := FeedPrefix(site), ""
	if !archive {
		after = prefix + feed.AfterMonths
	}
	names, err := l.keys(ctx, prefix, after)
	for i, key := range names {
		names[i] = strings.TrimPrefix(key, prefix)
	}
	return names, err
}

// DeleteFeeds deletes all documents of a site's feeds except those that keep reports.
func (l *Library) DeleteFeeds(ctx context.Context, site string, keep func(name string) bool) error {
	keys, err := l.keys(ctx, FeedPrefix(site), "")
	keys = slices.DeleteFunc(keys, func(key string) bool { return keep(strings.TrimPrefix(key, FeedPrefix(site))) })
	return errors.Join(err, l.deleteAll(ctx, keys))
}

// keys lists the documents of feeds below prefix, and after a key if it is not "".
func (l *Library) keys(ctx context.Context, prefix, after string) (keys []string, err error) {
	for entry, err := range l.store.ListAfter(ctx, prefix, after) {
		if err != nil {
			return keys, fmt.Errorf("list the feeds in %s: %w", prefix, err)
		}
		if _, known := feed.FormatOf(entry.Key); known {
			keys = append(keys, entry.Key)
		}
	}
	return keys, nil
}

// cutAll calls cutOne for several documents, and returns those that changed. An error of one does
// not stop the others.
func (l *Library) cutAll(ctx context.Context, keys []string, gone func(id string) bool) (changed []string, err error) {
	cut, errs := make([]bool, len(keys)), make([]error, len(keys))
	var cutting errgroup.Group
	cutting.SetLimit(RecordsAtOnce)
	for i, key := range keys {
		cutting.Go(func() error {
			cut[i], errs[i] = l.cutOne(ctx, key, gone)
			return nil
		})
	}
	_ = cutting.Wait()
	for i, key := range keys {
		if cut[i] {
			changed = append(changed, key)
		}
	}
	return changed, errors.Join(errs...)
}

// cutOne writes a document of a feed without the articles that are gone, and reports whether it
// changed. If it cannot write it, it deletes it: a document that is missing for a while does less
// harm than the title of an article that was taken back.
func (l *Library) cutOne(ctx context.Context, key string, gone func(id string) bool) (changed bool, err error) {
	for {
		body, entry, err := store.Read(ctx, l.store, key)
		if err != nil {
			return false, IgnoreNotFound(err)
		}
		changed, err = l.writeWithout(ctx, entry, body, gone)
		switch {
		case errors.Is(err, store.ErrConflict):
			continue
		case err != nil:
			return true, l.store.Delete(ctx, key)
		}
		return changed, nil
	}
}

// writeWithout does nothing if the document names none of the articles.
func (l *Library) writeWithout(ctx context.Context, entry store.Entry, body []byte, gone func(id string) bool) (changed bool, err error) {
	format, _ := feed.FormatOf(entry.Key)
	site, _, _ := strings.Cut(strings.TrimPrefix(entry.Key, "public/"), "/")
	cut := func(guid string) bool {
		id, ours := feed.ID(site, guid)
		return ours && gone(id)
	}
	if !slices.ContainsFunc(format.GUIDs(body), cut) {
		return false, nil
	}
	rest, err := format.Without(body, cut)
	if err != nil {
		return false, err
	}
	_, err = l.store.Put(ctx, entry.Key, rest, FeedOptions(format, entry.ETag))
	return true, err
}

// FeedOptions are how a document of a feed is written, on the condition that the stored one has an
// ETag; "" if there is none.
func FeedOptions(format feed.Format, etag string) store.PutOptions {
	return store.PutOptions{If: store.IfUnchanged(etag), ContentType: format.MediaType, CacheControl: NarrationCacheControl}
}
