package library

import (
	"context"

	"golang.org/x/sync/errgroup"

	"github.com/aloud-audio/aloud/internal/feed"
	"github.com/aloud-audio/aloud/internal/store"
)

// FeedNames remembers which articles the documents of a site's feeds name, so that the hourly check
// reads only documents that have changed since. The zero FeedNames remembers nothing. It is not
// safe for concurrent use.
type FeedNames struct {
	documents map[string]namedArticles // by key
}

// namedArticles are the articles that one version of a document names.
type namedArticles struct {
	etag     string
	articles []Sum
}

// Update lists the documents of a site's feeds, and reads those that are new or have changed.
func (f *FeedNames) Update(ctx context.Context, l *Library, site string) error {
	former := f.documents
	f.documents = map[string]namedArticles{}
	var changed []store.Entry
	for entry, err := range l.store.List(ctx, FeedPrefix(site)) {
		if err != nil {
			return err
		}
		if _, known := feed.FormatOf(entry.Key); !known {
			continue
		}
		if had, has := former[entry.Key]; has && entry.ETag != "" && had.etag == entry.ETag {
			f.documents[entry.Key] = had
			continue
		}
		changed = append(changed, entry)
	}
	read := make([]namedArticles, len(changed))
	reading, readCtx := errgroup.WithContext(ctx)
	reading.SetLimit(RecordsAtOnce)
	for i, entry := range changed {
		reading.Go(func() (err error) {
			read[i], err = l.articlesOf(readCtx, site, entry.Key)
			return IgnoreNotFound(err)
		})
	}
	err := reading.Wait()
	for i, entry := range changed {
		if read[i].etag != "" {
			f.documents[entry.Key] = read[i]
		}
	}
	return err
}

// articlesOf reads which articles a document of a feed names.
func (l *Library) articlesOf(ctx context.Context, site, key string) (named namedArticles, err error) {
	if err := l.checks.Wait(ctx); err != nil {
		return named, err
	}
	body, entry, err := store.Read(ctx, l.store, key)
	if err != nil {
		return named, err
	}
	named.etag = entry.ETag
	format, _ := feed.FormatOf(key)
	for _, guid := range format.GUIDs(body) {
		if id, ours := feed.ID(site, guid); ours {
			named.articles = append(named.articles, SumOf(id))
		}
	}
	return named, nil
}

// Missing returns the articles that documents name and heard does not, and those documents.
func (f *FeedNames) Missing(heard map[Sum]bool) (articles map[Sum]bool, documents []string) {
	articles = map[Sum]bool{}
	for key, named := range f.documents {
		found := false
		for _, sum := range named.articles {
			if !heard[sum] {
				articles[sum], found = true, true
			}
		}
		if found {
			documents = append(documents, key)
		}
	}
	return articles, documents
}

// CutDocuments takes articles out of some documents of feeds.
func (l *Library) CutDocuments(ctx context.Context, documents []string, gone map[Sum]bool) error {
	_, err := l.cutAll(ctx, documents, func(id string) bool { return gone[SumOf(id)] })
	return err
}
