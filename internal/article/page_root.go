package article

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// content says where a page has its article's text.
type content struct {
	lead    []*html.Node        // paragraphs between the headline and the text
	roots   []*html.Node        // in the order of the page
	dropped map[*html.Node]bool // what Readability left out of them, and nothing wants back
	tail    []*html.Node        // short paragraphs below the text

	standfirst *html.Node // what stood in the lead and is the standfirst
	body       *html.Node // of the page
	page       boxes      // of all of it
}

func (c content) isRoot(n *html.Node) bool { return slices.Contains(c.roots, n) }

// all returns everything that belongs to the article.
func (c content) all() []*html.Node { return slices.Concat(c.lead, c.roots, c.tail) }

// contentSelectors are where common themes put an article's text, the most certain first.
var contentSelectors = []string{".gh-content", ".wp-block-post-content", "[itemprop=articleBody]", ".entry-content", ".post-content", ".article-body"}

// findContent finds the article's text: where a theme marks it, or else where Readability finds it.
// If Readability finds hardly anything, it is where paragraphs are densest.
func findContent(doc *goquery.Document, title string) content {
	body := doc.Find("body").Nodes[0] // the parser adds it where there is none
	b := boxesIn(keptByReadability(doc.Nodes[0]), body)
	t := findText(b, body)
	for _, selector := range contentSelectors {
		if roots := outermost(doc.Find(selector).Nodes); t.isIn(roots) {
			c := content{roots: roots, body: body, page: b}
			c.takeLead(t, headlineBefore(roots[0], body, title), roots[0])
			return c
		}
	}
	if t.failed {
		c := content{roots: []*html.Node{t.densest}, body: body, page: b}
		c.takeLead(t, headlineBefore(t.densest, body, title), t.densest)
		return c
	}
	root := t.smallest(t.main(body))
	root = withSiblings(b, root, body)
	first, last := t.bounds(root)
	c := content{roots: []*html.Node{root}, dropped: dropped(b, root, first, last), body: body, page: b}
	c.takeLead(t, headlineBefore(first, body, title), first)
	c.takeTail(t, last)
	return c
}

// withSiblings returns the smallest element around root and all paragraphs of its article that are
// built like those of the text: Readability keeps one of several boxes.
func withSiblings(b boxes, root, body *html.Node) *html.Node {
	makes := map[string]bool{}
	for n := range root.Descendants() {
		if b.measures[n].ownKept > 0 {
			makes[makeOf(n)] = true
		}
	}
	scope := cmp.Or(scopeOf(root), body)
	around := ancestors(root)
	for n := range scope.Descendants() {
		if b.measures[n].own == 0 || !makes[makeOf(n)] || b.isWithin(n, scope) {
			continue
		}
		for p := n; p != root && p != nil; p = p.Parent {
			if around[p] {
				root = p // the rest of around is around it too
				break
			}
		}
	}
	return root
}

// isWithin reports whether n is in something of scope that is around the text.
func (b boxes) isWithin(n, scope *html.Node) bool {
	for ; n != nil && n != scope; n = n.Parent {
		if b.isAround(n) {
			return true
		}
	}
	return false
}

// keptByReadability returns the texts that Readability considers the article's.
func keptByReadability(page *html.Node) texts {
	article, err := readability.FromDocument(page, &url.URL{})
	if err != nil || article.Node == nil {
		return nil
	}
	kept := texts{}
	for n := range article.Node.Descendants() {
		if n.Type == html.TextNode {
			kept[strings.TrimSpace(n.Data)] = true
		}
	}
	return kept
}

// outermost drops elements that are inside another one. The nodes are in the order of the page.
func outermost(nodes []*html.Node) []*html.Node {
	in := map[*html.Node]bool{}
	var outer []*html.Node
	for _, n := range nodes {
		inside := false
		for p := n.Parent; p != nil && !inside; p = p.Parent {
			inside = in[p]
		}
		if !inside {
			in[n] = true
			outer = append(outer, n)
		}
	}
	return outer
}

// pageText says how much text is where in a page, without what the rules skip.
type pageText struct {
	boxes
	amount  map[*html.Node]int // letters and digits of what Readability kept; of all if it failed
	all     int
	densest *html.Node
	failed  bool // Readability kept hardly anything
}

func findText(b boxes, body *html.Node) pageText {
	const hardlyAny, little = 40, 400 // percent, letters
	kept := paragraphs{boxes: b, of: func(m measure) int { return m.ownKept }}
	all := paragraphs{boxes: b, of: func(m measure) int { return m.own }}
	kept.find(body)
	all.find(body)
	found, there := kept.amount[body], all.amount[all.densest]
	if found < little && found*100 < there*hardlyAny {
		return pageText{boxes: b, amount: all.amount, all: there, densest: all.densest, failed: true}
	}
	return pageText{boxes: b, amount: kept.amount, all: found}
}

// isIn reports whether roots hold nearly all of the text.
func (t pageText) isIn(roots []*html.Node) bool {
	const nearly = 95 // percent
	sum, size := 0, 0
	for _, root := range roots {
		sum += t.amount[root]
		size += t.measures[root].size
	}
	return size > 0 && sum*100 >= t.all*nearly
}

// main returns the page's main element, or in it the only article with a headline, if it has half
// of the text: everything outside is a bar or a box of the page. Else it returns the body.
func (t pageText) main(body *html.Node) *html.Node {
	main := t.onlyOne(body, func(n *html.Node) bool { return n.DataAtom == atom.Main || attr(n, "role") == "main" })
	return t.onlyOne(main, func(n *html.Node) bool { return n.DataAtom == atom.Article && hasHeadline(n) })
}

// onlyOne returns the only outermost matching element in n, if it has half of the text in n; else
// n.
func (t pageText) onlyOne(n *html.Node, is func(*html.Node) bool) *html.Node {
	const half = 50 // percent
	var found []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && is(d) {
			found = append(found, d)
		}
	}
	if found = outermost(found); len(found) == 1 && t.amount[found[0]]*100 >= t.amount[n]*half {
		return found[0]
	}
	return n
}

// bounds returns the first and the last element in n with a paragraph that counts.
func (t pageText) bounds(n *html.Node) (first, last *html.Node) {
	for d := range n.Descendants() {
		if t.measures[d].ownKept > 0 && t.amount[d] > 0 {
			first, last = cmp.Or(first, d), d
		}
	}
	return cmp.Or(first, n), cmp.Or(last, n)
}

// smallest returns the smallest element with all the text in n.
func (t pageText) smallest(n *html.Node) *html.Node {
	for t.amount[n] > 0 {
		next := n
		for c := range n.ChildNodes() {
			if t.amount[c] == t.amount[n] && c.DataAtom != atom.P {
				next = c
			}
		}
		if next == n {
			break
		}
		n = next
	}
	return n
}

// paragraphs adds up the paragraphs of a page that count, and finds where they are densest.
type paragraphs struct {
	boxes
	of      func(measure) int // letters and digits of an element's own paragraphs that count
	amount  map[*html.Node]int
	densest *html.Node
	most    float64
}

func (p *paragraphs) find(body *html.Node) {
	p.amount, p.densest = map[*html.Node]int{}, body
	p.add(body)
}

// add returns the density: the deeper a paragraph is nested, the less it counts.
func (p *paragraphs) add(n *html.Node) float64 {
	const fromBelow = 0.8
	amount := p.of(p.measures[n])
	density := float64(amount)
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode && p.measures[c].prose > 0 && !p.isAround(c) {
			density += fromBelow * p.add(c)
			amount += p.amount[c]
		}
	}
	p.amount[n] = amount
	if density > p.most {
		p.densest, p.most = n, density
	}
	return density
}
