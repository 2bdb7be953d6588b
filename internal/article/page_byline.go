package article

import (
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// authorMetas are the names of meta elements for an article's authors.
var authorMetas = []string{
	"author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator", "citation_author",
	"article:author_name", "author_name", "cXenseParse:author", "bt:author", "og:article:author", "lp.article:author", "article.author",
	"mediator_author", "byline",
}

// authorElement is where themes show the authors. Where names is not set, it may hold other words;
// where near is set, it counts only near the headline; certain ones may add to the authors that the
// page states.
type authorElement struct {
	selector             string
	names, near, certain bool
}

// authorElements are in the order of their certainty.
var authorElements = []authorElement{
	{".gh-article-author-name, [itemprop=author] [itemprop=name], [rel=author]", true, false, true},
	{"[itemprop=author]:not(meta)", true, false, false},
	{"[class*=author-name i], [class*=authorname i], [class*=author__name i], [class*=author_name i], [data-testid*=author-name i]", true, false, false},
	{"a[href*='/author/'], a[href*='/authors/'], a[href*='/autor/'], a[href*='/auteur/'], a[href*='/profile/']", false, false, true},
	{"[class*=byline-name i], [class*=byline__name i], [class*=byline i] a, [data-testid*=byline i] a", false, false, false},
	{".author a, .contributor a, .author .fn, .vcard .fn, [class*=author i] [itemprop=name], .node__submitted, .node-submitted", false, false, false},
	{"[class*=byline i], [data-testid*=byline i], .author, .contributor", false, false, false},
	{"[class*=author i], [class*=autor i], [class*=auteur i], [class*=contributor i], [id*=author i]", false, true, false},
}

// pageByline returns who wrote a page's article: the persons in its JSON-LD, or else in its meta
// elements, or else between headline and text. Other places may add more authors, or their full
// names.
func pageByline(doc *goquery.Document, data structured, p publication, title string) []string {
	persons, organizations := data.authors()
	names := p.authors(persons)
	for _, name := range authorMetas {
		names = moreNames(names, p.authors(metas(doc, name)))
	}
	names = moreNames(names, p.authors(labelledAuthors(doc)))
	if len(names) == 0 || slices.ContainsFunc(names, isOneWord) {
		names = moreNames(names, p.shownNames(doc, title))
	} else {
		names = moreNames(names, p.namesNear(doc, title))
	}
	if len(names) > 0 {
		return names
	}
	return p.authors(organizations)
}

// moreNames returns other if it has all of names and more, or full names for first names; else
// names, unless there are none.
func moreNames(names, other []string) []string {
	missing := slices.ContainsFunc(names, func(name string) bool {
		return !slices.ContainsFunc(other, func(o string) bool { return sameWords(o, name) || isOneWord(name) && strings.HasPrefix(o, name+" ") })
	})
	if missing || len(other) == 0 {
		return names
	}
	return other
}

func isOneWord(name string) bool { return !strings.Contains(name, " ") }

// namesNear returns the names near the headline that certainly are the authors'.
func (p publication) namesNear(doc *goquery.Document, title string) []string {
	for _, element := range authorElements {
		element.near = true
		if names := p.personsIn(doc, element, title); element.certain && len(names) > 0 {
			return names
		}
	}
	return nil
}

// shownNames returns the names that a page shows, near its headline if there are any.
func (p publication) shownNames(doc *goquery.Document, title string) []string {
	for _, near := range []bool{true, false} {
		for _, element := range authorElements {
			if near && element.near {
				continue // the least certain, for the second time round
			}
			element.near = element.near || near
			if names := p.personsIn(doc, element, title); len(names) > 0 {
				return names
			}
		}
	}
	return nil
}

// personsIn returns the persons that elements name.
func (p publication) personsIn(doc *goquery.Document, element authorElement, title string) []string {
	return slices.DeleteFunc(p.authors(shownAuthors(doc, element, title)), func(name string) bool {
		return !isPersonal(name) && (!element.names || !isCapitalised(name))
	})
}

// labelledAuthors returns the authors in labels for link previews.
func labelledAuthors(doc *goquery.Document) []string {
	if nameOpening().MatchString(meta(doc, "twitter:label1")) {
		return metas(doc, "twitter:data1")
	}
	return nil
}

// shownAuthors returns the texts of the first elements that match and stand near the headline, and
// of those beside them; of the first at all, if none stands near.
func shownAuthors(doc *goquery.Document, element authorElement, title string) []string {
	const most = 10 // elements
	found := slices.DeleteFunc(doc.Find(element.selector).Nodes, func(n *html.Node) bool { return isInProse(n) || isOfOthers(n) })
	found = found[:min(len(found), most)]
	found = slices.DeleteFunc(found, func(n *html.Node) bool {
		return element.near && (!isShort(n) || !isNearHeadline(n)) || !element.near && isOfTeaser(n, title)
	})
	if len(found) == 0 {
		return nil
	}
	const longest = 1000 // bytes
	first := max(0, slices.IndexFunc(found, isNearHeadline))
	group := groupOf(found[first])
	var names []string
	for _, n := range found[first:] {
		if inAny(group, n) && len(textOf(n)) <= longest {
			names = append(names, fold(authorText(n)))
		}
	}
	return names
}

// isShort reports whether an element has no more text than a byline.
func isShort(n *html.Node) bool {
	const longest = 120 // bytes
	return len(textOf(n)) <= longest
}

// isOfOthers reports whether an element is a button, or stands in a menu, in a comment or with a
// picture, whose authors are others.
func isOfOthers(n *html.Node) bool {
	for ; n != nil && n.DataAtom != atom.Body; n = n.Parent {
		switch n.DataAtom {
		case atom.Figure, atom.Nav, atom.Button:
			return true
		}
		if found, ok := nameRuleFor(n, nil); ok && found.reason == reasonComments && isBlock(n) {
			return true
		}
	}
	return false
}

// isOfTeaser reports whether an element stands with the linked headline of another article.
func isOfTeaser(n *html.Node, title string) bool {
	const around = 3 // levels
	for p := n.Parent; p != nil && p.DataAtom != atom.Body; p = p.Parent {
		if p.DataAtom == atom.A && hasAny(p, atom.H2, atom.H3, atom.H4) {
			return true
		}
	}
	p := n
	for range around {
		if p = p.Parent; p == nil || p.DataAtom == atom.Body || hasAny(p, atom.H1) {
			return false
		}
		if hasLinkedHeading(p, title) {
			return true
		}
	}
	return false
}

func hasLinkedHeading(n *html.Node, title string) bool {
	for d := range n.Descendants() {
		if isHeadingElement(d) && !sameWords(textOf(d), title) && (hasAny(d, atom.A) || d.Parent.DataAtom == atom.A) {
			return true
		}
	}
	return false
}

// authorText is an element's text with a bar between its parts: blocks, lines, what only its look
// divides, and what stands beside an icon or a date.
func authorText(n *html.Node) string {
	const bar = " | "
	if n.DataAtom == atom.Button || n.DataAtom == atom.Time || wordless(n) || strings.HasPrefix(attr(n, "href"), "mailto:") && strings.Contains(textOf(n), "@") {
		return bar
	}
	var b strings.Builder
	for c := range n.ChildNodes() {
		switch c.Type {
		case html.TextNode:
			b.WriteString(c.Data)
		case html.ElementNode:
			part := authorText(c)
			if isBlock(c) || c.DataAtom == atom.Br || fold(part) == "" || glued().MatchString(b.String()+"\x00"+part) {
				part = bar + part + bar
			}
			b.WriteString(part)
		}
	}
	return b.String()
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
