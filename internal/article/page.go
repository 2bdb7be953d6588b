package article

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page is what a whole web page says of its article.
type page struct {
	title      string
	byline     []string
	standfirst string
	language   string // as it stands in the page
	url        string
	root       *html.Node // holds the article's text
}

// isPage tells a whole page from a fragment by what comes first in it.
func isPage(src string) bool {
	z := html.NewTokenizer(strings.NewReader(src))
	for {
		switch z.Next() {
		case html.CommentToken: // also <?xml …?>
		case html.DoctypeToken:
			return true
		case html.TextToken:
			if fold(string(z.Text())) != "" {
				return false
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			switch atom.Lookup(name) {
			case atom.Html, atom.Head, atom.Body, atom.Meta, atom.Title:
				return true
			}
			return false
		default:
			return false
		}
	}
}

func readPage(src string) (page, error) {
	root, err := html.Parse(strings.NewReader(src))
	if err != nil {
		return page{}, fmt.Errorf("reading the html: %w", err)
	}
	doc := goquery.NewDocumentFromNode(root)
	return page{
		title:      pageTitle(doc),
		byline:     pageByline(doc),
		standfirst: pageStandfirst(doc),
		language:   doc.Find("html").AttrOr("lang", ""),
		url:        pageURL(doc),
		root:       contentRoot(doc),
	}, nil
}

// pageTitle leaves out the publication's name behind the title, if the page tells it.
func pageTitle(doc *goquery.Document) string {
	title := meta(doc, "og:title")
	if title == "" {
		title = firstText(doc, "h1")
	}
	if title == "" {
		title = firstText(doc, "title")
	}
	if site := meta(doc, "og:site_name"); site != "" {
		for _, separator := range []string{" | ", " - ", " – ", " — "} {
			title = strings.TrimSuffix(title, separator+site)
		}
	}
	return title
}

// pageByline prefers what the page says for machines.
func pageByline(doc *goquery.Document) []string {
	for _, names := range [][]string{metas(doc, "author"), metas(doc, "article:author"), structuredAuthors(doc)} {
		if len(names) > 0 {
			return names
		}
	}
	return doc.Find(".gh-article-author-name, [itemprop=author] [itemprop=name], [rel=author]").Map(elementText)
}

// pageStandfirst takes only what the page shows above its text. The meta description is written for search engines and
// often cut from the text: it is never read.
func pageStandfirst(doc *goquery.Document) string {
	return firstText(doc, ".gh-article-excerpt, .standfirst, .article-standfirst, header [itemprop=description]:not(meta)")
}

func pageURL(doc *goquery.Document) string {
	return doc.Find("link[rel=canonical]").AttrOr("href", meta(doc, "og:url"))
}

// contentSelectors are where common themes put an article's text, the surest first.
var contentSelectors = []string{".gh-content", "[itemprop=articleBody]", ".entry-content", ".post-content", ".article-body"}

// contentRoot is the element with the article's text: where a theme says it is, or else where Readability finds it.
func contentRoot(doc *goquery.Document) *html.Node {
	for _, selector := range contentSelectors {
		if root := longest(doc.Find(selector)); root != nil {
			return root
		}
	}
	found, err := readability.FromDocument(doc.Nodes[0], &url.URL{})
	if err == nil && found.Node != nil && hasWord(textOf(found.Node)) {
		return found.Node
	}
	return doc.Find("body").Nodes[0] // the parser adds it where there is none
}

// longest is the element with the most text, nil if none has any: pages of lists have many.
func longest(elements *goquery.Selection) *html.Node {
	var node *html.Node
	most := 0
	for _, n := range elements.Nodes {
		if size := len(textOf(n)); size > most {
			node, most = n, size
		}
	}
	return node
}

func firstText(doc *goquery.Document, selector string) string {
	for _, n := range doc.Find(selector).Nodes {
		if text := textOf(n); hasWord(text) {
			return text
		}
	}
	return ""
}

func elementText(_ int, s *goquery.Selection) string { return textOf(s.Nodes[0]) }

func meta(doc *goquery.Document, name string) string {
	for _, content := range metas(doc, name) {
		return content
	}
	return ""
}

// metas are the contents of a page's meta elements by name. Addresses of authors' pages are left out.
func metas(doc *goquery.Document, name string) []string {
	var contents []string
	doc.Find(`meta[name="` + name + `"], meta[property="` + name + `"]`).Each(func(_ int, s *goquery.Selection) {
		content := fold(s.AttrOr("content", ""))
		if isAddress := strings.Contains(content, "://"); content != "" && (!isAddress || name == "og:url") {
			contents = append(contents, content)
		}
	})
	return contents
}

// structuredAuthors are the authors in a page's JSON-LD (https://schema.org/author).
func structuredAuthors(doc *goquery.Document) []string {
	for _, n := range doc.Find(`script[type="application/ld+json"]`).Nodes {
		var data any
		if n.FirstChild == nil || json.Unmarshal([]byte(n.FirstChild.Data), &data) != nil {
			continue
		}
		if names := authorsIn(data); len(names) > 0 {
			return names
		}
	}
	return nil
}

// authorsIn looks for an author in an object, the objects of a list, or those of an @graph.
func authorsIn(data any) []string {
	switch data := data.(type) {
	case []any:
		for _, item := range data {
			if names := authorsIn(item); len(names) > 0 {
				return names
			}
		}
	case map[string]any:
		if author, ok := data["author"]; ok {
			return personNames(author)
		}
		return authorsIn(data["@graph"])
	}
	return nil
}

func personNames(data any) []string {
	switch data := data.(type) {
	case string:
		return []string{data}
	case map[string]any:
		return personNames(data["name"])
	case []any:
		var names []string
		for _, item := range data {
			names = append(names, personNames(item)...)
		}
		return names
	}
	return nil
}
