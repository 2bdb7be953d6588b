package article

import (
	"cmp"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page has what a whole web page says about its article.
type page struct {
	title      string
	titles     titles
	byline     []string
	standfirst string
	language   string // as it stands in the page
	url        string
	published  time.Time
	publication
	gates
	content
}

// isPage distinguishes a whole page from a fragment by what comes first in it. Servers put warnings
// before a page, as lines of text.
func isPage(src string) bool {
	z := html.NewTokenizer(strings.NewReader(src))
	for warned := false; ; {
		switch z.Next() {
		case html.CommentToken: // also <?xml …?>
		case html.DoctypeToken:
			return true
		case html.TextToken:
			warned = warned || fold(string(z.Text())) != ""
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			switch element := atom.Lookup(name); element {
			case atom.Html, atom.Head, atom.Body:
				return true
			case atom.Meta, atom.Title:
				return !warned
			case atom.Script, atom.Style: // what servers and add-ons put before a page
				z.Next() // its text, or its end
			case atom.Link, atom.Base, atom.Br, atom.B:
			default:
				return false
			}
		case html.EndTagToken:
		default:
			return false
		}
	}
}

func readPage(src string, hold Gates) (page, error) {
	root, err := html.Parse(strings.NewReader(src))
	if err != nil {
		return page{}, unreadable(err)
	}
	doc := goquery.NewDocumentFromNode(root)
	data := structuredData(doc)
	gates := gatesOf(doc, data, hold)
	publication := publicationOf(doc, data)
	titles := titlesOf(doc, data, publication)
	title := titles.best()
	removeOtherArticles(doc, title)
	standfirst := takeStandfirst(doc)
	content := findContent(doc, title)
	return page{
		title:       title,
		titles:      titles,
		byline:      pageByline(doc, data, publication, title),
		standfirst:  cmp.Or(standfirst, content.takeStandfirst()),
		language:    doc.Find("html").AttrOr("lang", ""),
		url:         pageURL(doc),
		published:   pagePublished(doc, data),
		publication: publication,
		gates:       gates,
		content:     content,
	}, nil
}

// standfirsts are the names that themes give the text between headline and article.
const standfirsts = `.gh-article-excerpt, .standfirst, .subtitle, .dek, .deck, .subheadline, header [itemprop=description]:not(meta),
	#article-summary, [class*=standfirst i], [class*=article-subtitle i], [class*=article-dek i], [class*=article__dek i], [class*=post-subtitle i]`

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

// isNearHeadline reports whether an h1 precedes an element within a common ancestor, and not in an
// article or main element that the element is outside of.
func isNearHeadline(n *html.Node) bool {
	const around = 4 // levels
	for range around {
		for before := n.PrevSibling; before != nil; before = before.PrevSibling {
			if before.DataAtom == atom.H1 || !isMainPart(before) && hasHeadline(before) {
				return true
			}
		}
		if n = n.Parent; n == nil {
			return false
		}
	}
	return false
}

func isMainPart(n *html.Node) bool { return n.DataAtom == atom.Main || n.DataAtom == atom.Article }

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
	doc.Find("meta").Filter(`meta[name="` + name + `" i], meta[property="` + name + `" i], meta[itemprop="` + name + `" i]`).Each(func(_ int, s *goquery.Selection) {
		content := plain(s.AttrOr("content", ""))
		if s.Closest("li, [itemprop=citation]").Length() > 0 {
			return // of something else that the page names
		}
		if isAddress := strings.Contains(content, "://"); content != "" && (!isAddress || name == "og:url") {
			contents = append(contents, content)
		}
	})
	return contents
}
