package article

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// gates is what a page or a fragment says about who may read it.
type gates struct {
	cut        bool // something was cut out
	parts      bool // by selectors that say that these parts are not for everybody, and so that the rest is
	restricted bool // it says of all of it that not everybody may read it, and not which part
	paid       bool // it says so, for machines, of all of it or of a part
}

// gatesOf returns what a tree says, and removes what the applicable gates hide from readers. data
// is its JSON-LD.
func gatesOf(doc *goquery.Document, data structured, hold Gates) gates {
	locked := meta(doc, "article:content_tier") == "locked" || saysNotFree(data)
	g := gates{paid: locked || len(gatedSelectors(data)) > 0}
	if hold != AllGates {
		return g
	}
	c := cutGated(doc, data)
	g.cut, g.parts, g.restricted = c.cut, c.parts, !c.parts && locked
	return g
}

// cutGated removes from a tree what not everybody may read.
func cutGated(doc *goquery.Document, data structured) gateCutter {
	c := gateCutter{byPage: gatedSelectors(data)}
	c.children(doc.Nodes[0])
	return c
}

type gateCutter struct {
	byPage     []cascadia.Sel
	cut, parts bool
}

func (c *gateCutter) element(n *html.Node) {
	if n.DataAtom == atom.Head || wordless(n) {
		return
	}
	if reason := c.reason(n); reason != "" {
		c.cut = c.cut || reason == reasonGated
		cutInside(n, reason)
		return
	}
	c.children(n)
}

func (c *gateCutter) children(n *html.Node) {
	for child := range n.ChildNodes() {
		if child.Type == html.ElementNode {
			c.element(child)
		}
	}
}

func (c *gateCutter) reason(n *html.Node) string {
	for _, selector := range c.byPage {
		if selector.Match(n) {
			c.parts = true
			return reasonGated
		}
	}
	r, _ := gateRuleset.ruleFor(n)
	return r.reason
}

// cutInside replaces an element's content with placeholders: elements that the parser adds must
// stay.
func cutInside(n *html.Node, reason string) {
	texts, former := excerptsOf(n), placeholdersIn(n)
	if n.DataAtom == atom.Html {
		for c := range n.ChildNodes() {
			if c.DataAtom == atom.Body {
				n = c
			}
		}
	}
	for n.FirstChild != nil {
		n.RemoveChild(n.FirstChild)
	}
	for _, text := range texts {
		n.AppendChild(&html.Node{Type: html.ElementNode, Data: "template", DataAtom: atom.Template, Attr: []html.Attribute{
			{Key: placeholderReason, Val: reason}, {Key: placeholderText, Val: text},
		}})
	}
	for _, p := range former {
		n.AppendChild(p)
	}
}

// placeholdersIn removes the placeholders of text that was removed earlier from an element, and
// returns them.
func placeholdersIn(n *html.Node) []*html.Node {
	var found []*html.Node
	for d := range n.Descendants() {
		if attr(d, placeholderReason) != "" {
			found = append(found, d)
		}
	}
	for _, p := range found {
		p.Parent.RemoveChild(p)
	}
	return found
}

// gatedSelectors returns the selectors in a page's JSON-LD for what is not free
// (https://developers.google.com/search/docs/appearance/structured-data/paywalled-content).
func gatedSelectors(data structured) []cascadia.Sel {
	var selectors []cascadia.Sel
	for object := range objectsIn(data.data) {
		if !isFalse(object["isAccessibleForFree"]) {
			continue
		}
		for _, text := range stringsIn(object["cssSelector"]) {
			group, err := cascadia.ParseGroup(text)
			if err == nil {
				selectors = append(selectors, group...)
			}
		}
	}
	return selectors
}

// saysNotFree reports whether a page's JSON-LD says that the article is not free.
func saysNotFree(data structured) bool {
	for _, object := range mainObjects(data.data) {
		if _, isArticle := object["headline"]; isArticle && isFalse(object["isAccessibleForFree"]) {
			return true
		}
	}
	return false
}

// isFalse accepts the spellings of false that pages use.
func isFalse(value any) bool {
	switch value := value.(type) {
	case bool:
		return !value
	case string:
		value = strings.ToLower(value)
		return value == "false" || strings.HasSuffix(value, "schema.org/false")
	}
	return false
}
