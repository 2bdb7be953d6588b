package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html/charset"

	"github.com/aloud-audio/aloud/internal/article"
)

const sitemapName = "sitemap"

// sitemap asks sitemaps, indexes of them and news sitemaps (https://www.sitemaps.org/protocol.html,
// https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap), and the pages
// what they say. A sitemap that no longer has a page proves nothing about it.
var sitemap = Source{Name: sitemapName, Asking: &Asking{Window: true, Pages: true, New: newSitemapAsker}}

type sitemapAsker struct {
	*pages
	urls []string
	was  map[string]string // lastmod of a sitemap of an index, when it was fetched
}

func newSitemapAsker(a Address, client *http.Client) (Asker, error) {
	return &sitemapAsker{newPages(sitemapName, client, true), a.URLs, map[string]string{}}, nil
}

// Bounds of what is read of a site's sitemaps.
const (
	maxSitemaps   = 1000
	maxSitemapURL = 200_000
	maxSitemap    = 50 << 20 // bytes, as the protocol allows
)

// sitemapFile is a parsed sitemap or index.
type sitemapFile struct {
	XMLName  xml.Name
	Pages    []sitemapURL `xml:"url"`
	Sitemaps []sitemapURL `xml:"sitemap"`
}

type sitemapURL struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod"`
	News    struct {
		Title       string `xml:"title"`
		PublishedAt string `xml:"publication_date"`
		Keywords    string `xml:"keywords"`
	} `xml:"http://www.google.com/schemas/sitemap-news/0.9 news"`
}

// List implements Asker.
func (s *sitemapAsker) List(ctx context.Context) ([]Listed, error) {
	var all []Listed
	open := make([]sitemapURL, len(s.urls))
	for i, address := range s.urls {
		open[i].Loc = address
	}
	for files := 0; len(open) > 0; files++ {
		if files == maxSitemaps || len(all) > maxSitemapURL {
			return nil, UnavailableError{error: fmt.Errorf("it has more than %d sitemaps, or more than %d pages: name the sitemaps of articles", maxSitemaps, maxSitemapURL)}
		}
		file, base, err := s.file(ctx, open[0])
		if err != nil {
			return nil, err
		}
		open = append(open[1:], within(base, file.Sitemaps)...)
		for _, entry := range within(base, file.Pages) {
			all = append(all, entry.listed())
		}
	}
	slices.SortStableFunc(all, func(a, b Listed) int { return b.UpdatedAt.Compare(a.UpdatedAt) })
	return s.remember(all), nil
}

// file fetches one sitemap, unless its index says that it is as it was.
func (s *sitemapAsker) file(ctx context.Context, entry sitemapURL) (sitemapFile, *url.URL, error) {
	base, err := url.Parse(entry.Loc)
	if err != nil {
		return sitemapFile{}, nil, UnavailableError{error: errors.New("its address in the settings is not a valid one")}
	}
	if known, isKnown := s.fetch.lists[entry.Loc]; isKnown && entry.LastMod != "" && s.was[entry.Loc] == entry.LastMod {
		file, _ := known.content.(sitemapFile)
		return file, base, nil
	}
	file, err := getList(ctx, s.fetch, entry.Loc, nil, parseSitemap)
	if err == nil {
		s.was[entry.Loc] = entry.LastMod
	}
	return file, base, err
}

func parseSitemap(r reply) (sitemapFile, error) {
	body := r.body
	if bytes.HasPrefix(body, []byte{0x1f, 0x8b}) {
		unzip, err := gzip.NewReader(bytes.NewReader(body))
		if err == nil {
			body, err = io.ReadAll(io.LimitReader(unzip, maxSitemap))
		}
		if err != nil {
			return sitemapFile{}, notSitemap(r)
		}
	}
	var file sitemapFile
	decoder := xml.NewDecoder(bytes.NewReader(body))
	decoder.CharsetReader = charset.NewReaderLabel
	if err := decoder.Decode(&file); err != nil || file.XMLName.Local != "urlset" && file.XMLName.Local != "sitemapindex" {
		return sitemapFile{}, notSitemap(r)
	}
	return file, nil
}

func notSitemap(r reply) error {
	return fmt.Errorf("%s answered %s where a sitemap should be: check url", r.address.Host, mediaType(r.header))
}

// within returns the entries that are on the sitemap's own host, with whole addresses.
func within(base *url.URL, entries []sitemapURL) (own []sitemapURL) {
	for _, entry := range entries {
		u, err := base.Parse(strings.TrimSpace(entry.Loc))
		if err == nil && entry.Loc != "" && SameHost(u.Host, base.Host) {
			entry.Loc = u.String()
			own = append(own, entry)
		}
	}
	return own
}

func (e sitemapURL) listed() Listed {
	u, _ := url.Parse(e.Loc) // within checked it
	l := Listed{Payload: article.Payload{
		Source: sitemapName, ID: idOfAddress(u), Status: article.Published, URL: e.Loc, Title: strings.TrimSpace(e.News.Title),
		PublishedAt: anyTime(e.News.PublishedAt), UpdatedAt: anyTime(e.LastMod),
	}}
	if l.UpdatedAt.IsZero() {
		l.UpdatedAt = l.PublishedAt
	}
	for _, keyword := range strings.Split(e.News.Keywords, ",") {
		if keyword = strings.TrimSpace(keyword); keyword != "" {
			l.Tags = append(l.Tags, keyword)
		}
	}
	l.Mark = markOf(l.Payload)
	return l
}
