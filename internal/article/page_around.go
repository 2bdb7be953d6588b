package article

import (
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What surrounds the text of a page is mostly not part of the article. But the article may begin
// between the headline and what looks like the text, and end below it in a paragraph that is too
// short to look like text.

// takeLead takes what reads like text between the headline and the first paragraph: sentences, or a
// line of several words. Bylines, dates and captions are skipped later, as everywhere (lines.go,
// edges.go).
func (c *content) takeLead(t pageText, headline, first *html.Node) {
	if headline == nil {
		return
	}
	for n := range paragraphsIn(t, between(headline, first)) {
		c.takeLeadIn(t, headline, n)
	}
}

// takeLeadIn takes n, or the paragraphs in it: they may stand in a box with a date.
func (c *content) takeLeadIn(t pageText, headline, n *html.Node) {
	switch {
	case t.isWithinAround(n, headline):
	case readsLikeLead(t, n):
		for d := range n.Descendants() {
			delete(c.dropped, d)
		}
		c.take(n, &c.lead)
	case n.DataAtom != atom.P:
		for d := range n.Descendants() {
			if d.DataAtom == atom.P && readsLikeLead(t, d) && !isInNamed(d, n) {
				c.take(d, &c.lead)
			}
		}
	}
}

// isInNamed reports whether an element in n is inside another one in n whose name says that it is
// no text.
func isInNamed(d, n *html.Node) bool {
	for p := d; p != n; p = p.Parent {
		if _, ok := nameRuleFor(p, nil); ok {
			return true
		}
	}
	return false
}

// takeTail takes the short paragraphs after the last one in the same article, up to anything else.
func (c *content) takeTail(t pageText, last *html.Node) {
	for _, n := range following(last, scopeOf(last)) {
		switch {
		case n.Type != html.ElementNode, t.measures[n].size == 0, t.isAround(n):
		case readsLikeTail(t, n):
			c.take(n, &c.tail)
		case n.DataAtom == atom.P && endsSentence(textOf(n)) && !solicits(rawText(n), links(n)):
			c.take(n, &c.tail) // also if all of it is a link
		case t.measures[n].kept > 0: // with what Readability kept the text may go on
		default:
			return
		}
	}
}

// take restores n if it is in a root, or adds it to what stands around the roots.
func (c *content) take(n *html.Node, around *[]*html.Node) {
	for p := n; p != nil; p = p.Parent {
		if slices.Contains(c.roots, p) {
			return
		}
		delete(c.dropped, p)
	}
	*around = append(*around, n)
}

// takeStandfirst takes out of the lead a heading below the headline.
func (c *content) takeStandfirst() string {
	if len(c.lead) == 0 || !isHeadingElement(c.lead[0]) {
		return ""
	}
	c.standfirst = c.lead[0]
	c.lead = c.lead[1:]
	return textOf(c.standfirst)
}

func readsLikeLead(t pageText, n *html.Node) bool {
	const half, several = 50, 7 // percent, words
	if t.measures[n].mostlyLinks(half) || hasAny(n, atom.Img, atom.Time, atom.Button, atom.Input) {
		return false
	}
	text := textOf(n)
	return endsSentence(text) || len(strings.Fields(text)) >= several && !t.isPictureBox(n.Parent)
}

func readsLikeTail(t pageText, n *html.Node) bool {
	const half, longest = 50, 200 // percent; letters and digits
	m := t.measures[n]
	if m.size > longest || m.mostlyLinks(half) || hasAny(n, atom.Img, atom.Time, atom.Button, atom.Input, atom.Form, atom.H2, atom.H3, atom.H4, atom.Li) {
		return false
	}
	for p := range paragraphsIn(t, []*html.Node{n}) {
		if !endsSentence(textOf(p)) || hasAny(p, atom.P) {
			return false
		}
	}
	return !solicits(rawText(n), links(n))
}

// isWithinAround reports whether n is in something around the text that is not around the headline
// too.
func (t pageText) isWithinAround(n, headline *html.Node) bool {
	both := ancestors(headline)
	for ; n != nil && !both[n]; n = n.Parent {
		if t.isAround(n) {
			return true
		}
	}
	return false
}

// headlineBefore returns the heading before first that is the page's title, or else the last h1
// that shares with first an element smaller than the page.
func headlineBefore(first, body *html.Node, title string) *html.Node {
	var found, last *html.Node
	for n := range body.Descendants() {
		if n == first {
			break
		}
		if (n.DataAtom == atom.H1 || n.DataAtom == atom.H2) && (sameWords(textOf(n), title) || endsWithWords(textOf(n), title)) {
			found = n
		} else if n.DataAtom == atom.H1 {
			last = n
		}
	}
	if found == nil && last != nil && isNear(last, first) {
		return last
	}
	return found
}

// isNear reports whether an element smaller than the page contains both.
func isNear(n, other *html.Node) bool {
	around := ancestors(other)
	for n != nil && !around[n] {
		n = n.Parent
	}
	return n != nil && n.DataAtom != atom.Body && n.DataAtom != atom.Html
}

// between returns the outermost nodes after one and before another.
func between(after, before *html.Node) []*html.Node {
	around := ancestors(before)
	if around[after] {
		return nil
	}
	var nodes []*html.Node
	n := after
	for ; !around[n.Parent]; n = n.Parent {
		for s := n.NextSibling; s != nil; s = s.NextSibling {
			nodes = append(nodes, s)
		}
	}
	for n = n.NextSibling; n != nil && n != before; {
		if around[n] {
			n = n.FirstChild
			continue
		}
		nodes = append(nodes, n)
		n = n.NextSibling
	}
	return nodes
}

// following returns the outermost nodes after one, in scope.
func following(n, scope *html.Node) []*html.Node {
	var nodes []*html.Node
	for ; scope != nil && n != scope && n != nil; n = n.Parent {
		for s := n.NextSibling; s != nil; s = s.NextSibling {
			nodes = append(nodes, s)
		}
	}
	return nodes
}

// scopeOf returns the article that n is in, or the main part of the page.
func scopeOf(n *html.Node) *html.Node {
	for ; n != nil; n = n.Parent {
		switch {
		case n.DataAtom == atom.Article, n.DataAtom == atom.Main, attr(n, "role") == "article", attr(n, "role") == "main":
			return n
		}
	}
	return nil
}

// ancestors returns n and its ancestors.
func ancestors(n *html.Node) map[*html.Node]bool {
	all := map[*html.Node]bool{}
	for ; n != nil; n = n.Parent {
		all[n] = true
	}
	return all
}

// paragraphsIn returns the elements within nodes, and these themselves, that have text of their
// own.
func paragraphsIn(t pageText, nodes []*html.Node) func(yield func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		for _, n := range nodes {
			if !eachParagraph(t, n, yield) {
				return
			}
		}
	}
}

func eachParagraph(t pageText, n *html.Node, yield func(*html.Node) bool) (goOn bool) {
	if n.Type != html.ElementNode || t.measures[n].size == 0 {
		return true
	}
	if !isBlock(n) || t.measures[n].direct > 0 {
		return yield(n)
	}
	for c := range n.ChildNodes() {
		if !eachParagraph(t, c, yield) {
			return false
		}
	}
	return true
}

func hasAny(n *html.Node, elements ...atom.Atom) bool {
	for d := range n.Descendants() {
		if slices.Contains(elements, d.DataAtom) && d.DataAtom != 0 {
			return true
		}
	}
	return false
}

func isHeadingElement(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H2, atom.H3, atom.H4:
		return true
	}
	return false
}

// removeOtherArticles removes the articles after the page's own: some pages load the next one while
// the reader scrolls. Articles without a headline are parts of one, as in a live blog.
func removeOtherArticles(doc *goquery.Document, title string) {
	var all []*html.Node
	own := 0
	for _, n := range outermost(doc.Find("article").Nodes) {
		headline := goquery.NewDocumentFromNode(n).Find("h1").First()
		if headline.Length() == 0 {
			continue
		}
		if own == 0 && sameWords(headline.Text(), title) {
			own = len(all)
		}
		all = append(all, n)
	}
	for i, n := range all {
		if i != own {
			cutInside(n, reasonOther)
		}
	}
}
