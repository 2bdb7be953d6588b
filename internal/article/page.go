package article

import (
	"cmp"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page is what a whole web page says about its article.
type page struct {
	title      string
	byline     []string
	standfirst string
	language   string // as it stands in the page
	url        string
	published  time.Time
	gates
	content
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
		return page{}, unreadable(err)
	}
	doc := goquery.NewDocumentFromNode(root)
	data := structuredData(doc)
	gates := cutGated(doc, data)
	title := pageTitle(doc)
	removeOtherArticles(doc, title)
	standfirst := takeStandfirst(doc)
	content := findContent(doc, title)
	return page{
		title:      title,
		byline:     pageByline(doc, data),
		standfirst: cmp.Or(standfirst, content.takeStandfirst()),
		language:   doc.Find("html").AttrOr("lang", ""),
		url:        pageURL(doc),
		published:  pagePublished(doc, data),
		gates:      gates,
		content:    content,
	}, nil
}

// pageTitle returns the title without the publication's name after it, if the page gives that name.
func pageTitle(doc *goquery.Document) string {
	title := meta(doc, "og:title")
	if title == "" {
		title = shownTitle(doc)
	}
	if site := meta(doc, "og:site_name"); site != "" {
		for _, separator := range []string{" | ", " - ", " – ", " — "} {
			title = strings.TrimSuffix(title, separator+site)
		}
	}
	return title
}

// shownTitle returns the first h1. If that is the publication's name, which the title element has
// next to the article's title, it returns the latter.
func shownTitle(doc *goquery.Document) string {
	shown, title := firstText(doc, "h1"), firstText(doc, "title")
	for _, separator := range []string{": ", " | ", " - ", " – ", " — "} {
		rest, isSite := strings.CutPrefix(title, shown+separator)
		if !isSite {
			rest, isSite = strings.CutSuffix(title, separator+shown)
		}
		if isSite && shown != "" && isHeading(doc, rest) {
			return rest
		}
	}
	return cmp.Or(shown, title)
}

func isHeading(doc *goquery.Document, text string) bool {
	for _, n := range doc.Find("h1, h2, h3").Nodes {
		if textOf(n) == text {
			return true
		}
	}
	return false
}

// pageByline prefers what the page says for machines.
func pageByline(doc *goquery.Document, data []any) []string {
	for _, names := range [][]string{metas(doc, "author"), metas(doc, "article:author"), structuredAuthors(data)} {
		if len(names) > 0 {
			return names
		}
	}
	if names := doc.Find(".gh-article-author-name, [itemprop=author] [itemprop=name], [rel=author]").Map(elementText); len(names) > 0 {
		return names
	}
	return bylineLinks(doc)
}

// bylineLinks returns the links in what a theme calls its byline, between the headline and the
// text.
func bylineLinks(doc *goquery.Document) []string {
	const most = 10 // elements
	found := doc.Find(".byline, .author, .contributor, [class*=byline i]").Nodes
	for _, n := range found[:min(len(found), most)] {
		if links := goquery.NewDocumentFromNode(n).Find("a"); links.Length() > 0 && isNearHeadline(n) {
			return links.Map(elementText)
		}
	}
	return nil
}

// standfirsts are what themes call what stands between headline and text.
const standfirsts = `.gh-article-excerpt, .standfirst, .subtitle, .dek, .deck, .subheadline, header [itemprop=description]:not(meta),
	[class*=standfirst i], [class*=article-subtitle i], [class*=article-dek i], [class*=article__dek i], [class*=post-subtitle i]`

// takeStandfirst removes from the page the standfirst that it shows between headline and text, and
// returns it. It never uses the meta description, which is written for search engines and often cut
// from the text.
func takeStandfirst(doc *goquery.Document) string {
	const longest, most = 1000, 10 // bytes, elements
	found := doc.Find(standfirsts).Nodes
	for _, n := range found[:min(len(found), most)] {
		text := textOf(n)
		if hasWord(text) && len(text) <= longest && isNearHeadline(n) {
			n.Parent.RemoveChild(n)
			return text
		}
	}
	return ""
}

// isNearHeadline reports whether an h1 comes before an element in something around it.
func isNearHeadline(n *html.Node) bool {
	const around = 4 // levels
	for range around {
		for before := n.PrevSibling; before != nil; before = before.PrevSibling {
			if before.DataAtom == atom.H1 || hasHeadline(before) {
				return true
			}
		}
		if n = n.Parent; n == nil {
			return false
		}
	}
	return false
}

func hasHeadline(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.DataAtom == atom.H1 {
			return true
		}
	}
	return false
}

func pageURL(doc *goquery.Document) string {
	return doc.Find("link[rel=canonical]").AttrOr("href", meta(doc, "og:url"))
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

// metas returns the contents of a page's meta elements by name. Addresses of authors' pages are
// left out.
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
