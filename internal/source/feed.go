package source

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"github.com/aloud-audio/aloud/internal/article"
)

const feedName = "feed"

// feed polls RSS, Atom and JSON feeds for new articles, and reads their text from the pages: a
// feed's own text is often cut, and does not say which parts are restricted.
var feed = Source{Name: feedName, Asking: &Asking{Window: true, Pages: true, New: newFeedAsker}}

type feedAsker struct {
	*pages
	urls []string
}

func newFeedAsker(a Address, client *http.Client) (Asker, error) {
	return &feedAsker{newPages(feedName, client, false), a.URLs}, nil
}

// List implements Asker.
func (f *feedAsker) List(ctx context.Context) ([]Listed, error) {
	var all []Listed
	for _, address := range f.urls {
		some, err := getList(ctx, f.fetch, address, nil, parseFeed)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	slices.SortStableFunc(all, func(a, b Listed) int { return b.PublishedAt.Compare(a.PublishedAt) })
	return f.remember(all), nil
}

func parseFeed(r reply) ([]Listed, error) {
	parsed, err := gofeed.NewParser().Parse(bytes.NewReader(r.body))
	if err != nil {
		return nil, fmt.Errorf("%s answered %s where a feed should be: check url", r.address.Host, mediaType(r.header))
	}
	all := []Listed{}
	for _, item := range parsed.Items {
		page, err := r.address.Parse(strings.TrimSpace(item.Link))
		if err == nil && item.Link != "" && ownPage(page, r.address, parsed.Link) {
			all = append(all, listedItem(item, page))
		}
	}
	return all, nil
}

// ownPage reports whether a page is the publication's own: a feed may link to others' pages.
func ownPage(page, feed *url.URL, site string) bool {
	home, err := url.Parse(site)
	return SameHost(page.Host, feed.Host) || err == nil && SameHost(page.Host, home.Host)
}

func listedItem(item *gofeed.Item, page *url.URL) Listed {
	published := timeOf(item.PublishedParsed, item.UpdatedParsed)
	l := Listed{Payload: article.Payload{
		Source: feedName, ID: idOfAddress(page), Status: article.Published, URL: page.String(), Title: item.Title, Tags: item.Categories,
		PublishedAt: published, UpdatedAt: timeOf(item.UpdatedParsed, item.PublishedParsed),
	}}
	l.Mark = markOf(l.Payload, item.Content, item.Description)
	return l
}

func timeOf(times ...*time.Time) time.Time {
	t := cmp.Or(times...)
	if t == nil {
		return time.Time{}
	}
	return t.UTC()
}
