package source

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
	"github.com/aloud-audio/aloud/internal/pageid"
)

// ErrNoArticle means that a page does not say that it is an article: a list, an imprint.
var ErrNoArticle = errors.New("the page does not say that it is an article")

// pages asks for articles by their pages, for lists that have addresses and no API.
type pages struct {
	name   string // of the source
	fetch  *fetcher
	listed map[string]Listed // by id, in the last list
	strict bool              // the list has pages of every kind, so a page must say that it is an article
}

func newPages(name string, client *http.Client, strict bool) *pages {
	return &pages{name: name, fetch: newFetcher(sameHostOnly(client)), strict: strict}
}

// remember keeps what the list says of its articles, and drops those that it says twice.
func (p *pages) remember(all []Listed) []Listed {
	p.listed = map[string]Listed{}
	var once []Listed
	for _, l := range all {
		if _, twice := p.listed[l.ID]; !twice {
			p.listed[l.ID] = l
			once = append(once, l)
		}
	}
	return once
}

// Ask fetches the page. 404, 410 and 451 prove that readers cannot see it. A page proves that they
// can if it names its address as its own, or came from there over a connection that nobody else can
// answer. A login, a captive portal or the home page instead of it proves nothing.
func (p *pages) Ask(ctx context.Context, id, address string) (Answer, error) {
	l := p.listed[id]
	address = cmp.Or(l.URL, address)
	if address == "" {
		return Answer{}, fmt.Errorf("%w: its address is not known", errUnsure)
	}
	r, err := p.fetch.get(ctx, address, http.Header{"Accept": {"text/html"}})
	if err != nil {
		return Answer{}, err
	}
	asked, _ := url.Parse(address)
	switch r.status {
	case http.StatusNotFound, http.StatusGone, http.StatusUnavailableForLegalReasons:
		if foldAddress(r.address) != foldAddress(asked) {
			return Answer{}, fmt.Errorf("%w: it leads to %s, which answered %d", errUnsure, r.address.Host+r.address.Path, r.status)
		}
		return Answer{removal(id, time.Time{}), r.at}, nil
	case http.StatusOK:
		return p.answer(id, l, asked, r)
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusPaymentRequired:
		return Answer{}, p.closed(ctx, id, asked, r)
	default:
		return Answer{}, r.unavailable()
	}
}

// closed returns a ClosedError if only this page refuses visitors. If it was moved, or its site's
// home page refuses them too, that proves nothing: the site may keep robots out, or be locked for
// an hour.
func (p *pages) closed(ctx context.Context, id string, asked *url.URL, r reply) error {
	refused := fmt.Errorf("%w: its page answered %d", errUnsure, r.status)
	if foldAddress(r.address) != foldAddress(asked) {
		return refused
	}
	if r.status != http.StatusPaymentRequired {
		home, err := p.fetch.get(ctx, asked.ResolveReference(&url.URL{Path: "/"}).String(), http.Header{"Accept": {"text/html"}})
		if err != nil || home.status != http.StatusOK {
			return fmt.Errorf("%w, and so does the home page", refused)
		}
	}
	return ClosedError{r.status, Answer{removal(id, time.Time{}), r.at}}
}

func (p *pages) answer(id string, l Listed, asked *url.URL, r reply) (Answer, error) {
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(r.body))
	if err != nil || mediaType(r.header) != "text/html" && mediaType(r.header) != "application/xhtml+xml" {
		return Answer{}, fmt.Errorf("%w: its page is %s", errUnsure, mediaType(r.header))
	}
	own, err := ownAddress(doc, l, asked, r.address)
	if err != nil {
		return Answer{}, err
	}
	if p.strict && !saysArticle(doc) {
		return Answer{}, ErrNoArticle
	}
	payload := article.Payload{Source: p.name, ID: id, Status: article.Published, URL: own.String(), Tags: l.Tags,
		PublishedAt: l.PublishedAt, UpdatedAt: l.UpdatedAt}
	if foldAddress(own) != foldAddress(asked) {
		payload.ID = idOfAddress(own)
	}
	if err := parseHTML(&payload, r.body); err != nil {
		return Answer{}, err
	}
	if payload.PublishedAt.IsZero() {
		payload.PublishedAt = publishedAt(doc)
	}
	if payload.UpdatedAt.IsZero() {
		payload.UpdatedAt = payload.PublishedAt
	}
	return Answer{payload, r.at}, nil
}

// ownAddress returns the address that a page has, if it can be the page that was asked for.
func ownAddress(doc *goquery.Document, l Listed, asked, got *url.URL) (*url.URL, error) {
	moved := foldAddress(asked) != foldAddress(got)
	canonical := doc.Find("link[rel=canonical]").AttrOr("href", doc.Find(`meta[property="og:url"]`).AttrOr("content", ""))
	own, err := got.Parse(strings.TrimSpace(canonical))
	switch {
	case canonical == "" && !moved && (got.Scheme == "https" || saysTitle(doc, l.Title)):
		return got, nil
	case canonical == "" || err != nil:
		return nil, fmt.Errorf("%w: %s answers with a page that does not say whose it is", errUnsure, got.Host+got.Path)
	case foldAddress(own) == foldAddress(asked):
		return own, nil
	case moved || !SameHost(own.Host, asked.Host) || strings.Trim(own.Path, "/") == "":
		return nil, fmt.Errorf("%w: it leads to %s", errUnsure, own.Host+own.Path)
	default:
		return own, nil
	}
}

func saysTitle(doc *goquery.Document, title string) bool {
	words := strings.Join(strings.Fields(title), " ")
	return words != "" && strings.Contains(strings.Join(strings.Fields(doc.Find("title, h1").Text()), " "), words)
}

var (
	articleType   = lazyregexp.New(`"@type"\s*:\s*(?:\[[^\]]*)?"(?:[A-Za-z]*Article|BlogPosting|LiveBlogPosting|Report)"`)
	datePublished = lazyregexp.New(`"datePublished"\s*:\s*"([^"]+)"`)
)

func saysArticle(doc *goquery.Document) bool {
	return strings.EqualFold(doc.Find(`meta[property="og:type"]`).AttrOr("content", ""), "article") ||
		doc.Find(`meta[property="article:published_time"]`).Length() > 0 ||
		articleType().MatchString(doc.Find(`script[type="application/ld+json"]`).Text())
}

// publishedAt returns the date that a page gives itself, or zero.
func publishedAt(doc *goquery.Document) time.Time {
	said := doc.Find(`meta[property="article:published_time"]`).AttrOr("content", "")
	if match := datePublished().FindStringSubmatch(doc.Find(`script[type="application/ld+json"]`).Text()); said == "" && match != nil {
		said = match[1]
	}
	return anyTime(said)
}

// anyTime reads the forms of a W3C date and time (https://www.w3.org/TR/NOTE-datetime); zero for
// any other.
func anyTime(value string) time.Time {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04:05Z0700", time.DateOnly} {
		if t, err := time.Parse(layout, strings.TrimSpace(value)); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

// FoldAddress returns one form of the addresses of a page; "" for what is no address.
func FoldAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	return foldAddress(u)
}

// foldAddress returns one form of the addresses of a page: pageid's, with the host, and without the
// file name that the page of a folder has on some servers.
func foldAddress(u *url.URL) string {
	page := *u
	page.Path, page.RawPath = strings.TrimSuffix(u.Path, "/index.html"), strings.TrimSuffix(u.RawPath, "/index.html")
	return strings.TrimPrefix(strings.ToLower(u.Host), "www.") + pageid.Fold(page.String())
}

const hashedID = 10 // digits

func hashID(folded string) string {
	sum := sha256.Sum256([]byte(folded))
	return hex.EncodeToString(sum[:])[:hashedID]
}

// idOfAddress makes an id of a page's address: its last part, for people, and a hash of all.
func idOfAddress(u *url.URL) string {
	const longest = 80
	last := path.Base(strings.TrimSuffix(u.Path, "/index.html"))
	name := strings.Trim(outsideID().ReplaceAllString(last, "-"), "-._")
	name = strings.TrimRight(name[:min(len(name), longest)], "-._")
	return cmp.Or(name, "page") + "-" + hashID(foldAddress(u))
}
