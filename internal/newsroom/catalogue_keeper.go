package newsroom

import (
	"context"
	"errors"
	"time"

	"github.com/aloud-audio/aloud/internal/catalogue"
	"github.com/aloud-audio/aloud/internal/logging"
)

const (
	compactEvery   = 5 * time.Second
	checkEvery     = time.Hour
	catalogueRetry = 30 * time.Second // after a failure
)

// CatalogueKeeper keeps the catalogue of a site up to date. A worker runs one for each site. It
// is not safe for concurrent use.
type CatalogueKeeper struct {
	newsroom  *Newsroom
	site      string
	checked   time.Time // when the catalogue was last compared with the library
	judgedAll bool      // every row is judged by the settings in force
	current   time.Time // as of Current

	feeds          *feedWriter
	feedsBehind    bool // the catalogue has changed since the feeds were written
	feedsUnchecked bool // nobody has looked for documents that are missing or unwanted
}

// Current returns when the catalogue last had all changes; zero if it never had.
func (k *CatalogueKeeper) Current() time.Time { return k.current }

// NewCatalogueKeeper returns a keeper that has checked nothing yet.
func NewCatalogueKeeper(n *Newsroom, site string) *CatalogueKeeper {
	return &CatalogueKeeper{newsroom: n, site: site, feeds: newFeedWriter(n, site), feedsBehind: true, feedsUnchecked: true}
}

// Keep adds recent changes to the catalogue, builds it if there is none, and compares it with
// the library at first and every hour. Then it writes the feeds. It returns when to call it again.
func (k *CatalogueKeeper) Keep(ctx context.Context) (next time.Duration) {
	began := k.newsroom.Now()
	done, err := k.newsroom.Catalogue.Compact(ctx, k.site)
	if err == nil && done < catalogue.Batch {
		k.current = began
	}
	if errors.Is(err, catalogue.ErrNone) {
		return k.build(ctx)
	}
	checks := k.newsroom.Now().Sub(k.checked) >= checkEvery
	if err == nil && checks {
		err = k.check(ctx)
	}
	if err == nil && !k.judgedAll {
		err = k.rejudge(ctx)
	}
	if err != nil {
		if ctx.Err() == nil {
			logging.From(ctx).WarnContext(ctx, "cannot keep the catalogue, will retry", "site", k.site, "in", catalogueRetry, "error", err)
		}
		return catalogueRetry
	}
	next = k.keepFeeds(ctx, done > 0, checks)
	if done == catalogue.Batch {
		return 0
	}
	return next
}

func (k *CatalogueKeeper) build(ctx context.Context) time.Duration {
	articles, err := k.newsroom.Catalogue.Rebuild(ctx, k.site, nil)
	if err != nil {
		if ctx.Err() == nil {
			logging.From(ctx).WarnContext(ctx, "cannot build the catalogue, will retry", "site", k.site, "in", catalogueRetry, "error", err)
		}
		return catalogueRetry
	}
	k.checked = k.newsroom.Now()
	logging.From(ctx).InfoContext(ctx, "built the catalogue", "site", k.site, "articles", articles)
	return k.keepFeeds(ctx, true, true)
}

// rejudge judges some of the rows that were judged by former settings.
func (k *CatalogueKeeper) rejudge(ctx context.Context) error {
	found, err := k.newsroom.Catalogue.Rejudge(ctx, k.site)
	k.judgedAll = err == nil && !found
	return err
}

// check repairs rows that differ from the library.
func (k *CatalogueKeeper) check(ctx context.Context) error {
	repaired, err := k.newsroom.Catalogue.Check(ctx, k.site)
	if repaired > 0 {
		logging.From(ctx).InfoContext(ctx, "repaired the catalogue", "site", k.site, "articles", repaired)
	}
	if err == nil {
		k.checked = k.newsroom.Now()
	}
	return err
}

// RebuildCatalogue makes a site's catalogue anew, and then its feeds. It returns how many articles
// the catalogue has.
func (n *Newsroom) RebuildCatalogue(ctx context.Context, site string, progress func(done, of int)) (articles int, err error) {
	articles, err = n.Catalogue.Rebuild(ctx, site, progress)
	if err == nil {
		err = n.rebuildFeeds(ctx, site)
	}
	return articles, err
}
