package article

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// boxes knows what in a tree is no part of the text although no rule of the tables says so: what the names of its
// elements tell, lists of links, and what Readability left out.
type boxes struct {
	measures measures
	prose    int                   // of the whole text
	named    map[*html.Node]string // why they are not read, by their names
	dropped  map[*html.Node]bool   // by Readability, and not wanted back
}

func boxesIn(kept texts, roots ...*html.Node) boxes {
	b := boxes{measures: measures{}}
	for _, root := range roots {
		for n, m := range measureTree(root, kept) {
			b.measures[n] = m
		}
		b.prose += b.measures[root].prose
	}
	b.findNamed(roots)
	return b
}

// findNamed finds what the names of elements tell to be no text. Names that would take a good part of the text with them
// mean something else on this page: they are ignored.
func (b *boxes) findNamed(roots []*html.Node) {
	ignored := map[string]bool{}
	for again := true; again; {
		b.named = map[*html.Node]string{}
		again = false
		prose := map[string]int{}
		for _, root := range roots {
			b.findNamedIn(root, ignored, prose)
		}
		for name, prose := range prose {
			if b.isMuch(prose) {
				ignored[name], again = true, true
			}
		}
	}
}

func (b *boxes) findNamedIn(n *html.Node, ignored map[string]bool, prose map[string]int) {
	for c := range n.ChildNodes() {
		if c.Type != html.ElementNode || b.measures[c].size == 0 {
			continue
		}
		if found, ok := nameRuleFor(c, ignored); ok && b.standsAlone(c) && b.isMeant(found, c) {
			b.named[c] = found.reason
			prose[found.name] += b.measures[c].prose
			continue
		}
		b.findNamedIn(c, ignored, prose)
	}
}

// isMeant says whether a name says what an element is. One that may say of what its sentences are does not.
func (b boxes) isMeant(found foundName, n *html.Node) bool {
	if !found.certain && (b.measures[n].isProse() || endsSentence(textOf(n))) {
		return false
	}
	return found.verdict == skip || !b.measures[n].isProse()
}

// isText says whether an element holds so much of the text that it must be part of it: nearly all, or a good part and
// more than a caption or a box of an offer ever says.
func (b boxes) isText(n *html.Node) bool { return b.isMuch(b.measures[n].prose) }

func (b boxes) isMuch(prose int) bool {
	const nearlyAll, goodPart, long = 80, 30, 500 // percent, percent, letters
	return prose > 0 && (prose*100 >= b.prose*nearlyAll || prose*100 >= b.prose*goodPart && prose >= long)
}

// reasonBy says why an element is not read by a rule for it, "" if it is.
func (b boxes) reasonBy(r rule, n *html.Node) string {
	const longestAsk = 2000 // letters and digits
	switch {
	case r.verdict == skip,
		r.verdict == skipUnlessText && !b.isText(n),
		r.verdict == readUnlessSoliciting && b.measures[n].size <= longestAsk && solicits(rawText(n), links(n)):
		return r.reason
	}
	return ""
}

// isAround says whether an element is surely around the text and not the text itself: a rule skips it, and it does not
// hold a good part of the page's text, as forms and layers around all of it do. Comments and cookie notices may be longer
// than the text.
func (b boxes) isAround(n *html.Node) bool {
	reason := b.named[n]
	if r, ok := builtIn.ruleFor(n); ok {
		reason = b.reasonBy(r, n)
	}
	switch reason {
	case "":
		return false
	case reasonComments, reasonCookies, reasonDialog:
		return true
	}
	return !b.isText(n)
}

// reason says why an element that no rule is for is not read, "" if it is.
func (b boxes) reason(n *html.Node) string {
	switch {
	case b.named[n] != "":
		return b.named[n]
	case b.isListOfLinks(n) && !b.isText(n):
		return reasonLinks
	case b.isPictureBox(n):
		return reasonCaption
	case b.dropped[n]:
		return reasonBeside
	}
	return ""
}

// isPictureBox says whether an element is an image and a line about it.
func (b boxes) isPictureBox(n *html.Node) bool {
	const longest = 200 // letters and digits
	m := b.measures[n]
	if n.DataAtom != atom.Div || m.size == 0 || m.size > longest || m.prose > 0 || !hasAny(n, atom.Img, atom.Picture) {
		return false
	}
	return !hasAny(n, atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.Li) && !endsSentence(textOf(n))
}

// standsAlone says whether an element is a block, or all of one: names of what stands within a sentence say how it
// looks.
func (b boxes) standsAlone(n *html.Node) bool {
	const punctuation = 3
	return isBlock(n) || n.Parent != nil && b.measures[n.Parent].size-b.measures[n].size < punctuation
}

// isListOfLinks says whether an element lists other pages.
func (b boxes) isListOfLinks(n *html.Node) bool {
	const most = 75 // percent
	m := b.measures[n]
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Dl:
		return m.mostlyLinks(most) && countLinks(n) > 1
	case atom.Div, atom.Section:
		return m.mostlyLinks(most) && m.prose == 0 && countLinks(n) > 1
	}
	return false
}

func countLinks(n *html.Node) int {
	count := 0
	for d := range n.Descendants() {
		if d.DataAtom == atom.A {
			count++
		}
	}
	return count
}
