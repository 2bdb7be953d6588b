package newsroom

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/catalogue"
	"github.com/aloud-audio/aloud/internal/feed"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/logging"
)

// feedPagesAtOnce is the maximum number of pages that one update writes, so that a large archive
// does not hold up the catalogue.
const feedPagesAtOnce = 40

// itemsKept is the maximum number of items that a writer keeps: a few kilobytes each.
const itemsKept = 5000

// feedWriter writes the feeds of one site when its catalogue has changed. It is not safe for
// concurrent use.
type feedWriter struct {
	newsroom *Newsroom
	site     string
	plan     *feedPlan
	written  map[string]feed.Mark // of pages that are stored, by name
	items    map[string]keptItem
}

// keptItem is an item of a version of a narration.
type keptItem struct {
	version string
	item    feed.Item
}

func newFeedWriter(n *Newsroom, site string) *feedWriter {
	return &feedWriter{
		newsroom: n, site: site, plan: newFeedPlan(n.Feeds[site], n.Narrator.Sites[site].Player.Label),
		written: map[string]feed.Mark{}, items: map[string]keptItem{},
	}
}

// update writes the pages that changed since the last update, the newest first. It reports whether
// there are more than one update writes. all also looks for documents that are missing or that no
// feed has any more, such as those of a site that has no feeds now.
func (w *feedWriter) update(ctx context.Context, all bool) (more bool, err error) {
	_, wanted := w.newsroom.Feeds[w.site]
	if !wanted && !all {
		return false, nil
	}
	if !wanted {
		return false, w.newsroom.deleteFeeds(ctx, w.site)
	}
	view, err := w.newsroom.Catalogue.Open(ctx, w.site)
	if err != nil {
		return false, err
	}
	pending, err := w.pending(ctx, view)
	if err != nil {
		return false, err
	}
	pages, err := w.plan.pages(ctx, &view, pending)
	if err != nil {
		return false, err
	}
	if err := w.forgetMissing(ctx, all); err != nil {
		return false, err
	}
	if more, err := w.writeChanged(ctx, &view, pages); more || err != nil {
		return more, err
	}
	return false, w.deleteUnwanted(ctx, pages, all)
}

// writeChanged writes the pages that are not stored as they should be, and reports whether there
// are more than feedPagesAtOnce.
func (w *feedWriter) writeChanged(ctx context.Context, view *catalogue.View, pages []feed.Page) (more bool, err error) {
	count := 0
	for _, page := range pages {
		if w.written[page.Name] == page.Mark() {
			continue
		}
		if count++; count > feedPagesAtOnce {
			return true, nil
		}
		if page.Archive {
			entries, err := w.plan.entries(ctx, view, page.Month())
			if err != nil {
				return false, err
			}
			page = page.Fill(entries)
		}
		if err := w.writePage(ctx, page); err != nil {
			return false, err
		}
	}
	return false, nil
}

// pending reads the articles for which the catalogue may be behind, and returns those that feeds
// list.
func (w *feedWriter) pending(ctx context.Context, view catalogue.View) (entries []feed.Entry, err error) {
	for r, err := range library.Ahead(ctx, library.Each(refsOf(view.Pending)), w.newsroom.Library.Record) {
		if err != nil {
			return nil, err
		}
		if r.Narration != nil && !w.newsroom.Narrator.TakesDown(r.Ref, r.Desired) {
			entries = append(entries, entryOfRecord(r))
		}
	}
	return entries, nil
}

func entryOf(row catalogue.Row) feed.Entry {
	return feed.Entry{
		ID: row.ID, Language: row.Language, Tags: row.Tags, Published: firstDate(row.Appeared, row.Public.PublishedAt), Version: row.Versions.Narration,
	}
}

func entryOfRecord(r library.Record) feed.Entry {
	e := feed.Entry{ID: r.Ref.ID, Language: r.Narration.Language, Version: r.Versions.Narration, Published: r.Narration.PublishedAt}
	if a := r.Desired.Article; a != nil {
		e.Tags, e.Published = a.Tags, firstDate(a.Appeared(), e.Published)
	}
	return e
}

func firstDate(dates ...time.Time) time.Time {
	for _, at := range dates {
		if at.Year() > 1 && at.Year() <= 9999 {
			return at
		}
	}
	return time.Time{}
}

// forgetMissing has update write pages again whose documents a take-down deleted. Without all it
// looks only for the newest page of each feed.
func (w *feedWriter) forgetMissing(ctx context.Context, all bool) error {
	names, err := w.newsroom.Library.FeedDocuments(ctx, w.site, all)
	if err != nil {
		return err
	}
	stored := map[string]bool{}
	for _, name := range names {
		stored[name] = true
	}
	for name := range w.written {
		for _, format := range feed.Formats {
			if (all || !feed.IsArchive(name)) && !stored[name+format.Extension] {
				delete(w.written, name)
			}
		}
	}
	return nil
}

// deleteUnwanted deletes documents of pages that no feed has any more. It is called when all pages
// are written.
func (w *feedWriter) deleteUnwanted(ctx context.Context, pages []feed.Page, all bool) error {
	if len(w.written) == len(pages) && !all {
		return nil
	}
	wanted := make(map[string]bool, len(pages))
	for _, page := range pages {
		wanted[page.Name] = true
	}
	for name := range w.written {
		if !wanted[name] {
			delete(w.written, name)
		}
	}
	return w.newsroom.Library.DeleteFeeds(ctx, w.site, func(name string) bool {
		format, _ := feed.FormatOf(name)
		return wanted[strings.TrimSuffix(name, format.Extension)]
	})
}

// keepFeeds brings the site's feeds up to date with its catalogue, and returns when to go on.
func (k *CatalogueKeeper) keepFeeds(ctx context.Context, changed, all bool) (next time.Duration) {
	k.feedsBehind = k.feedsBehind || changed || all
	k.feedsUnchecked = k.feedsUnchecked || all
	if !k.feedsBehind {
		return compactEvery
	}
	more, err := k.feeds.update(ctx, k.feedsUnchecked)
	switch {
	case errors.Is(err, catalogue.ErrNone): // the next compaction finds that too
	case err != nil:
		if ctx.Err() == nil {
			logging.From(ctx).WarnContext(ctx, "cannot write the feeds, will retry", "site", k.site, "in", catalogueRetry, "error", err)
		}
		return catalogueRetry
	case more:
		return 0
	default:
		k.feedsBehind, k.feedsUnchecked = false, false
	}
	return compactEvery
}

// rebuildFeeds writes every document of a site's feeds that is not as it should be.
func (n *Newsroom) rebuildFeeds(ctx context.Context, site string) error {
	writer := newFeedWriter(n, site)
	for {
		if more, err := writer.update(ctx, true); err != nil || !more {
			return err
		}
	}
}
