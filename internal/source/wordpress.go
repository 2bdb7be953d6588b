package source

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

const wordpressName = "wordpress"

// wordpress asks the REST API of WordPress, as a visitor without an account: whatever it does not
// show is not for everybody (https://developer.wordpress.org/rest-api/reference/posts/). Its hooks
// are hints.
var wordpress = Source{
	Name: wordpressName, Path: "wordpress", Label: "WordPress webhook", Example: "wordpress", Hints: true, Verifier: hintVerifier, Parse: parseWordPressHook,
	Probe:  hintProbe("wordpress", `{"post_type":"probe"}`),
	Asking: &Asking{New: newWordPressAsker},
}

type wordpressAsker struct {
	fetch *fetcher
	api   string
}

func newWordPressAsker(a Address, client *http.Client) (Asker, error) {
	if len(a.URLs) > 1 {
		return nil, errors.New("url: has several addresses: write only WordPress's")
	}
	return &wordpressAsker{newFetcher(sameHostOnly(client)), strings.TrimSuffix(a.URLs[0], "/") + "/wp-json/wp/v2/"}, nil
}

// wordpressPost is a post as the API writes it.
type wordpressPost struct {
	ID          int       `json:"id"`
	DateGMT     string    `json:"date_gmt"`
	ModifiedGMT string    `json:"modified_gmt"`
	Link        string    `json:"link"`
	Status      string    `json:"status"`
	Title       rendered  `json:"title"`
	Content     rendered  `json:"content"`
	Author      int       `json:"author"`
	Tags        []int     `json:"tags"`
	Categories  []int     `json:"categories"`
	Embedded    *embedded `json:"_embedded"`
}

type rendered struct {
	Rendered  string `json:"rendered"`
	Protected bool   `json:"protected"` // by a password
}

type embedded struct {
	Author []struct {
		Name string `json:"name"`
	} `json:"author"`
	Terms [][]struct {
		Slug string `json:"slug"`
	} `json:"wp:term"`
}

// wordpressListLimit is the most that WordPress returns in a page.
const wordpressListLimit = 100

// wordpressPage is a parsed page of a list.
type wordpressPage struct {
	posts []wordpressPost
	pages int
}

// List implements Asker. The names of authors are asked for too, since a post does not change when
// its author is renamed; many sites hide them, and then such a change is not seen.
func (w *wordpressAsker) List(ctx context.Context) ([]Listed, error) {
	names, _ := getList(ctx, w.fetch, w.api+"users?per_page=100&_fields=id,name", nil, parseWordPressNames)
	var all []Listed
	for page, pages := 1, 1; page <= pages; page++ {
		p, err := getList(ctx, w.fetch, w.api+"posts?"+url.Values{
			"per_page": {strconv.Itoa(wordpressListLimit)}, "page": {strconv.Itoa(page)}, "orderby": {"date"}, "order": {"desc"},
			"_fields": {"id,date_gmt,modified_gmt,link,status,title,author,tags,categories,content.protected"},
		}.Encode(), nil, parseWordPressPage)
		if err != nil {
			return nil, err
		}
		for _, post := range p.posts {
			all = append(all, post.listed(names[post.Author]))
		}
		pages = p.pages
	}
	return all, nil
}

func parseWordPressNames(r reply) (map[int]string, error) {
	var users []struct {
		ID   int    `json:"id"`
		Name string `json:"name"`
	}
	if err := json.Unmarshal(r.body, &users); err != nil {
		return nil, notWordPress(r)
	}
	names := map[int]string{}
	for _, user := range users {
		names[user.ID] = user.Name
	}
	return names, nil
}

func parseWordPressPage(r reply) (wordpressPage, error) {
	var p wordpressPage
	pages, err := strconv.Atoi(r.header.Get("X-WP-TotalPages"))
	if err == nil {
		err = json.Unmarshal(r.body, &p.posts)
	}
	if err != nil {
		return p, notWordPress(r)
	}
	p.pages = pages
	return p, nil
}

func notWordPress(r reply) error {
	return fmt.Errorf("%s answered %s where WordPress's REST API should be: check url, and that the API is not closed to visitors", r.address.Host, mediaType(r.header))
}

// public reports whether every visitor can read the post.
func (p wordpressPost) public() bool {
	return (p.Status == "" || p.Status == "publish") && !p.Content.Protected
}

func (p wordpressPost) listed(author string) Listed {
	l := Listed{Mark: markOf(p, author), Payload: article.Payload{
		ID: strconv.Itoa(p.ID), Status: article.Published, URL: p.Link, Title: plainText(p.Title.Rendered),
		PublishedAt: wordpressTime(p.DateGMT), UpdatedAt: wordpressTime(p.ModifiedGMT),
	}}
	if !p.public() {
		l.Payload = removal(l.ID, l.UpdatedAt)
	}
	return l
}

// Ask implements Asker.
func (w *wordpressAsker) Ask(ctx context.Context, id, _ string) (Answer, error) {
	if _, err := strconv.Atoi(id); err != nil {
		return Answer{}, fmt.Errorf("%w: %.40q is not a WordPress id", errUnsure, id)
	}
	r, err := w.fetch.get(ctx, w.api+"posts/"+id+"?_embed=author,wp:term", http.Header{"Accept": {"application/json"}})
	if err != nil {
		return Answer{}, err
	}
	var post wordpressPost
	var problem struct {
		Code string `json:"code"`
	}
	switch {
	case r.status == http.StatusOK && json.Unmarshal(r.body, &post) == nil && strconv.Itoa(post.ID) == id:
		return Answer{post.payload(), r.at}, nil
	case r.status == http.StatusOK:
		return Answer{}, UnavailableError{error: notWordPress(r)}
	case json.Unmarshal(r.body, &problem) == nil && slices.Contains(wordpressGone[r.status], problem.Code):
		return Answer{removal(id, time.Time{}), r.at}, nil
	default:
		return Answer{}, r.unavailable()
	}
}

// wordpressGone are the errors by which the API says that a visitor cannot read a post: there is
// none, or it is a draft, private or in the bin.
var wordpressGone = map[int][]string{
	http.StatusNotFound:     {"rest_post_invalid_id"},
	http.StatusUnauthorized: {"rest_forbidden"},
	http.StatusForbidden:    {"rest_forbidden"},
}

func (p wordpressPost) payload() article.Payload {
	id, updatedAt := strconv.Itoa(p.ID), wordpressTime(p.ModifiedGMT)
	if !p.public() {
		return removal(id, updatedAt)
	}
	payload := article.Payload{
		Source: wordpressName, ID: id, UpdatedAt: updatedAt, Status: article.Published, URL: p.Link, Title: plainText(p.Title.Rendered),
		HTML: p.Content.Rendered, PublishedAt: wordpressTime(p.DateGMT),
	}
	if p.Embedded == nil {
		return payload
	}
	for _, author := range p.Embedded.Author {
		if author.Name != "" {
			payload.Byline = append(payload.Byline, plainText(author.Name))
		}
	}
	for _, taxonomy := range p.Embedded.Terms {
		for _, term := range taxonomy {
			payload.Tags = append(payload.Tags, term.Slug)
		}
	}
	return payload
}

// wordpressTime reads a time in UTC without a zone.
func wordpressTime(value string) time.Time {
	t, _ := time.Parse("2006-01-02T15:04:05", value)
	return t
}

var tag = lazyregexp.New(`<[^>]*>`)

// plainText returns a title without its markup.
func plainText(title string) string {
	return strings.TrimSpace(html.UnescapeString(tag().ReplaceAllString(title, "")))
}
