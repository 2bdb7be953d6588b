package newsroom

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/feed"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/store"
)

// writePage writes a page in all formats.
//
// A withdrawal takes its article out of the stored documents after it has deleted the narration. So
// an article that the stored document names is still public, or the document changes, and the write
// is refused. Every other article is read before the write, and once more after it.
func (w *feedWriter) writePage(ctx context.Context, page feed.Page) error {
	added := map[string]bool{}
	for _, format := range feed.Formats {
		if err := w.writeDocument(ctx, page, format, added); err != nil {
			return err
		}
	}
	if err := w.takeBack(ctx, added); err != nil {
		return err
	}
	w.written[page.Name] = page.Mark()
	return nil
}

// writeDocument writes a page in one format, if it differs from what is stored. It adds the
// articles that the stored document did not name to added.
func (w *feedWriter) writeDocument(ctx context.Context, page feed.Page, format feed.Format, added map[string]bool) error {
	key := library.FeedPrefix(w.site) + page.Name + format.Extension
	for {
		stored, entry, err := store.Read(ctx, w.newsroom.Store, key)
		if library.IgnoreNotFound(err) != nil {
			return err
		}
		named := w.named(format, stored)
		items, err := w.itemsOf(ctx, page, named)
		if err != nil {
			return err
		}
		body, err := format.Encode(feed.Document{Page: page, Items: items})
		if err != nil || bytes.Equal(body, stored) {
			return err
		}
		_, err = w.newsroom.Store.Put(ctx, key, body, library.FeedOptions(format, entry.ETag))
		switch {
		case errors.Is(err, store.ErrConflict):
			continue
		case err != nil:
			return errors.Join(err, w.deleteOutdated(ctx, key, items, named))
		}
		for _, item := range items {
			if !named[item.ID] {
				added[item.ID] = true
			}
		}
		return nil
	}
}

func (w *feedWriter) named(format feed.Format, document []byte) map[string]bool {
	ids := map[string]bool{}
	for _, guid := range format.GUIDs(document) {
		if id, ours := feed.ID(w.site, guid); ours {
			ids[id] = true
		}
	}
	return ids
}

// deleteOutdated deletes a document that could not be replaced, if it names an article that is not
// among items: it may have been taken back.
func (w *feedWriter) deleteOutdated(ctx context.Context, key string, items []feed.Item, named map[string]bool) error {
	gone := maps.Clone(named)
	for _, item := range items {
		delete(gone, item.ID)
	}
	if len(gone) == 0 {
		return nil
	}
	return w.newsroom.Store.Delete(ctx, key)
}

// itemsOf returns the items of a page. Those that the stored document names are taken as they were
// read before, if their narrations have not changed.
func (w *feedWriter) itemsOf(ctx context.Context, page feed.Page, named map[string]bool) ([]feed.Item, error) {
	found := map[string]feed.Item{}
	var unread []library.Ref
	byID := map[string]feed.Entry{}
	for _, e := range page.Entries {
		byID[e.ID] = e
		if kept, has := w.items[e.ID]; has && kept.version == e.Version && named[e.ID] {
			found[e.ID] = kept.item
			continue
		}
		unread = append(unread, library.Ref{Site: w.site, ID: e.ID})
	}
	for n, err := range library.Ahead(ctx, library.Each(unread), w.narration) {
		if err != nil {
			return nil, err
		}
		if n.ID != "" {
			item := w.newsroom.itemOf(n, byID[n.ID])
			found[n.ID] = item
			w.keep(n.ID, keptItem{byID[n.ID].Version, item})
		}
	}
	var items []feed.Item
	for _, e := range page.Entries {
		if item, has := found[e.ID]; has {
			items = append(items, item)
		}
	}
	return items, nil
}

// narration reads a narration; it is empty if none is public.
func (w *feedWriter) narration(ctx context.Context, ref library.Ref) (library.Narration, error) {
	n, err := w.newsroom.Library.Narration(ctx, ref)
	if err == nil {
		n.Site, n.ID = ref.Site, ref.ID
	}
	return n, library.IgnoreUnreadable(err)
}

func (w *feedWriter) keep(id string, item keptItem) {
	if len(w.items) >= itemsKept {
		clear(w.items)
	}
	w.items[id] = item
}

// takeBack takes those of the articles out of all feeds whose narration is gone.
func (w *feedWriter) takeBack(ctx context.Context, added map[string]bool) error {
	var refs []library.Ref
	for _, id := range slices.Sorted(maps.Keys(added)) {
		refs = append(refs, library.Ref{Site: w.site, ID: id})
	}
	gone := maps.Clone(added)
	for n, err := range library.Ahead(ctx, library.Each(refs), w.narration) {
		if err != nil {
			return err
		}
		delete(gone, n.ID)
	}
	if len(gone) == 0 {
		return nil
	}
	return w.newsroom.Library.CutFeeds(ctx, w.site, func(id string) bool { return gone[id] })
}

// itemOf makes the item of a narration.
func (n *Newsroom) itemOf(of library.Narration, e feed.Entry) feed.Item {
	base := n.Feeds[of.Site].Files + of.ID + "/"
	item := feed.Item{
		Site: of.Site, ID: of.ID, Title: of.Title, URL: of.URL, Summary: summaryOf(of), Language: of.Language, Label: of.Label, Byline: of.Byline,
		Tags: e.Tags, Published: e.Published, Modified: of.PublishedAt,
		Audio: base + of.Audio[0].URL, Type: of.Audio[0].Type, Bytes: of.Audio[0].Bytes, Duration: of.Audio[0].Duration,
	}
	if len(of.Captions) > 0 {
		item.Captions = base + of.Captions[0].URL
	}
	for _, c := range of.Chapters {
		item.Chapters = append(item.Chapters, feed.Chapter{Title: c.Title, Start: c.Start})
	}
	return item
}

// longestSummary is in characters.
const longestSummary = 400

// summaryOf is what the narration says of the article in short: its standfirst, else the begin of
// its first paragraph.
func summaryOf(n library.Narration) string {
	var texts []string
	for _, role := range []article.Role{article.Standfirst, article.Paragraph} {
		for _, segment := range n.Segments {
			if segment.Role == role {
				texts = append(texts, segment.Text)
			}
		}
		if len(texts) > 0 {
			break
		}
	}
	if len(texts) == 0 {
		return ""
	}
	text := []rune(strings.TrimSpace(texts[0]))
	if len(text) <= longestSummary {
		return string(text)
	}
	cut := string(text[:longestSummary])
	if space := strings.LastIndexByte(cut, ' '); space > 0 {
		cut = cut[:space]
	}
	return strings.TrimRight(cut, " ,;:–—-") + "…"
}
