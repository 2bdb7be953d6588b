package article

import (
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// authorMetas are the names under which pages say for machines who wrote the article.
var authorMetas = []string{
	"author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator", "citation_author",
	"article:author_name", "author_name", "cXenseParse:author", "bt:author", "og:article:author", "lp.article:author", "article.author",
	"mediator_author", "byline",
}

// authorElement is where themes show the authors. Where names is not set, it may hold other words.
type authorElement struct {
	selector string
	names    bool
}

// authorElements are in the order of their certainty.
var authorElements = []authorElement{
	{".gh-article-author-name, [itemprop=author] [itemprop=name], [rel=author]", true},
	{"[itemprop=author]:not(meta)", true},
	{"[class*=author-name i], [class*=authorname i], [class*=author__name i], [class*=author_name i], [data-testid*=author-name i]", true},
	{"a[href*='/author/'], a[href*='/authors/'], a[href*='/autor/'], a[href*='/auteur/'], a[href*='/profile/']", false},
	{"[class*=byline-name i], [class*=byline__name i], [class*=byline i] a, [data-testid*=byline i] a", false},
	{".author a, .contributor a, .author .fn, .vcard .fn, [class*=author i] [itemprop=name]", false},
	{"[class*=byline i], [data-testid*=byline i], .author, .contributor", false},
}

// pageByline returns who wrote a page's article: the persons that its JSON-LD names, or else its
// meta elements, or else what it shows between headline and text.
func pageByline(doc *goquery.Document, data structured, p publication) []string {
	persons, organizations := data.authors()
	if names := p.authors(persons); len(names) > 0 {
		return names
	}
	for _, name := range authorMetas {
		if names := p.authors(metas(doc, name)); len(names) > 0 {
			return names
		}
	}
	if names := p.authors(labelledAuthors(doc)); len(names) > 0 {
		return names
	}
	for _, element := range authorElements {
		names := p.authors(shownAuthors(doc, element.selector))
		names = slices.DeleteFunc(names, func(name string) bool { return !isPersonal(name) && (!element.names || !isCapitalised(name)) })
		if len(names) > 0 {
			return names
		}
	}
	return p.authors(organizations)
}

// labelledAuthors returns what is labelled as the author for previews of links.
func labelledAuthors(doc *goquery.Document) []string {
	if nameOpening().MatchString(meta(doc, "twitter:label1")) {
		return metas(doc, "twitter:data1")
	}
	return nil
}

// shownAuthors returns the texts of the first elements that match and stand near the headline, and
// of those beside them; of the first at all, if none stands near.
func shownAuthors(doc *goquery.Document, selector string) []string {
	const most = 10 // elements
	found := slices.DeleteFunc(doc.Find(selector).Nodes, isInProse)
	found = found[:min(len(found), most)]
	if len(found) == 0 {
		return nil
	}
	first := max(0, slices.IndexFunc(found, isNearHeadline))
	group := groupOf(found[first])
	var names []string
	for _, n := range found[first:] {
		if inAny(group, n) {
			names = append(names, authorText(n))
		}
	}
	return names
}

// authorText is an element's text with a bar between its parts.
func authorText(n *html.Node) string {
	return fold(strings.ReplaceAll(rawText(n), lineBreak, " | "))
}

// groupOf returns the elements around n that have no more text than a byline.
func groupOf(n *html.Node) []*html.Node {
	const around, longest = 3, 200 // levels, bytes
	group := []*html.Node{n}
	for p := n.Parent; p != nil && len(group) <= around && p.DataAtom != atom.Body; p = p.Parent {
		if len(textOf(p)) > longest || hasAny(p, atom.H1, atom.H2, atom.H3) {
			break
		}
		group = append(group, p)
	}
	return group
}

func inAny(group []*html.Node, n *html.Node) bool {
	for p := n; p != nil; p = p.Parent {
		if slices.Contains(group, p) {
			return true
		}
	}
	return false
}

// isInProse reports whether an element is a part of a paragraph of the text.
func isInProse(n *html.Node) bool {
	const shortest = 120 // bytes
	for p := n; p != nil; p = p.Parent {
		if p.DataAtom == atom.P {
			text := textOf(p)
			return len(text) >= shortest && endsSentence(text)
		}
		if isBlock(p) {
			return false
		}
	}
	return false
}
