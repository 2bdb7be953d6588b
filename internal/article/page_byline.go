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

// authorElement is where themes show the authors. Where names is not set, it may hold other words;
// where near is set, it counts only near the headline.
type authorElement struct {
	selector    string
	names, near bool
}

// authorElements are in the order of their certainty.
var authorElements = []authorElement{
	{".gh-article-author-name, [itemprop=author] [itemprop=name], [rel=author]", true, false},
	{"[itemprop=author]:not(meta)", true, false},
	{"[class*=author-name i], [class*=authorname i], [class*=author__name i], [class*=author_name i], [data-testid*=author-name i]", true, false},
	{"a[href*='/author/'], a[href*='/authors/'], a[href*='/autor/'], a[href*='/auteur/'], a[href*='/profile/']", false, false},
	{"[class*=byline-name i], [class*=byline__name i], [class*=byline i] a, [data-testid*=byline i] a", false, false},
	{".author a, .contributor a, .author .fn, .vcard .fn, [class*=author i] [itemprop=name]", false, false},
	{"[class*=byline i], [data-testid*=byline i], .author, .contributor", false, false},
	{"[class*=author i], [class*=autor i], [class*=auteur i], [class*=contributor i], [id*=author i]", false, true},
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
		names := p.authors(shownAuthors(doc, element))
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
func shownAuthors(doc *goquery.Document, element authorElement) []string {
	const most = 10 // elements
	found := slices.DeleteFunc(doc.Find(element.selector).Nodes, func(n *html.Node) bool { return isInProse(n) || isOfOthers(n) })
	found = found[:min(len(found), most)]
	if element.near {
		found = slices.DeleteFunc(found, func(n *html.Node) bool { return !isShort(n) || !isNearHeadline(n) })
	}
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

// isShort reports whether an element has no more text than a byline.
func isShort(n *html.Node) bool {
	const longest = 120 // bytes
	return len(textOf(n)) <= longest
}

// isOfOthers reports whether an element stands in a comment or with a picture, whose authors are
// others.
func isOfOthers(n *html.Node) bool {
	for ; n != nil && n.DataAtom != atom.Body; n = n.Parent {
		if n.DataAtom == atom.Figure {
			return true
		}
		if found, ok := nameRuleFor(n, nil); ok && found.reason == reasonComments && isBlock(n) {
			return true
		}
	}
	return false
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
