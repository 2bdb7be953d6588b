package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// boxes finds what is not part of the text although no rule in the tables matches: elements by
// their names, lists of links, and what Readability left out.
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

// findNamed finds elements whose names say that they are not text. Names that would remove a large
// part of the text, or that most of its paragraphs have, mean something else on this page, and are
// ignored.
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
		} else if ok && c.DataAtom == atom.P {
			prose[found.name] += b.measures[c].prose
		}
		b.findNamedIn(c, ignored, prose)
	}
}

// isMeant reports whether a name describes its element, and not what its sentences are about.
func (b boxes) isMeant(found foundName, n *html.Node) bool {
	if hasAny(n, atom.Main, atom.Article, atom.H1) && b.measures[n].prose > 0 {
		return false // around the text
	}
	if !found.certain && (b.measures[n].isProse() || endsSentence(textOf(n))) {
		return false
	}
	return found.verdict == skip || !b.measures[n].isProse()
}

// isText reports whether an element has so much of the text that it must be part of it: nearly all,
// or a large part and more than any caption or offer.
func (b boxes) isText(n *html.Node) bool { return b.isMuch(b.measures[n].prose) }

func (b boxes) isMuch(prose int) bool {
	const nearlyAll, goodPart, long = 80, 30, 500 // percent, percent, letters
	return prose > 0 && (prose*100 >= b.prose*nearlyAll || prose*100 >= b.prose*goodPart && prose >= long)
}

// reasonBy returns why rule r skips an element, "" if it does not.
func (b boxes) reasonBy(r rule, n *html.Node) string {
	const longestAsk = 2000 // letters and digits
	switch {
	case r.verdict == skip, r.verdict == skipUnlessWanted,
		r.verdict == skipUnlessText && !b.isText(n),
		r.verdict == readUnlessSoliciting && b.measures[n].size <= longestAsk && solicits(rawText(n), links(n)):
		return r.reason
	}
	return ""
}

// aroundReason returns why a rule or a name skips an element.
func (b boxes) aroundReason(n *html.Node) string {
	if r, ok := builtIn.ruleFor(n); ok {
		return b.reasonBy(r, n)
	}
	return b.named[n]
}

// isAround reports whether an element is certainly around the text and not the text itself: a rule
// skips it, and it does not hold a large part of the page's text, as forms and layers around the
// whole page do. Comments and cookie notices may be longer than the text.
func (b boxes) isAround(n *html.Node) bool {
	switch b.aroundReason(n) {
	case "":
		return false
	case reasonComments, reasonCookies, reasonDialog:
		return true
	}
	return !b.isText(n)
}

// reason returns why an element without a rule is not read, "" if it is.
func (b boxes) reason(n *html.Node) string {
	switch {
	case b.named[n] != "":
		return b.named[n]
	case b.isListOfLinks(n) && !b.isText(n):
		return reasonLinks
	case isCard(n):
		return reasonLinks
	case b.isTeaser(n) && !b.isText(n):
		return reasonRelated
	case b.isPictureBox(n):
		return reasonCaption
	case b.dropped[n]:
		return reasonBeside
	}
	return ""
}

// isTeaser reports whether an element is an article with a linked headline between paragraphs of
// a text. The entries of a live blog stand among each other.
func (b boxes) isTeaser(n *html.Node) bool {
	return n.DataAtom == atom.Article && b.besideProse(n, previous) && b.besideProse(n, next) && hasLinkedHeading(n, "")
}

// besideProse reports whether one of the siblings near n, on one side, is a paragraph of the text.
func (b boxes) besideProse(n *html.Node, step func(*html.Node) *html.Node) bool {
	const near = 6 // also of spaces
	for s, i := step(n), 0; s != nil && i < near; s, i = step(s), i+1 {
		if s.DataAtom == atom.P && b.measures[s].prose > 0 {
			return true
		}
	}
	return false
}

func previous(n *html.Node) *html.Node { return n.PrevSibling }
func next(n *html.Node) *html.Node     { return n.NextSibling }

// isCard reports whether an element in a sentence holds nothing but several links with nothing
// between them: a card that shows when a reader points at a name.
func isCard(n *html.Node) bool {
	const several = 2
	if isBlock(n) || n.DataAtom == atom.A || n.FirstChild == nil {
		return false
	}
	links := 0
	for c := range n.ChildNodes() {
		switch {
		case c.DataAtom == atom.A:
			links++
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "", c.Type == html.CommentNode:
		default:
			return false
		}
	}
	return links >= several
}

// isPictureBox reports whether an element is an image and a line about it.
func (b boxes) isPictureBox(n *html.Node) bool {
	const longest = 200 // letters and digits
	m := b.measures[n]
	if n.DataAtom != atom.Div || m.size == 0 || m.size > longest || m.prose > 0 || !hasAny(n, atom.Img, atom.Picture) {
		return false
	}
	return !hasAny(n, atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.Li) && !endsSentence(textOf(n))
}

// standsAlone reports whether an element is a block, or all of one: within a sentence, names only
// describe appearance.
func (b boxes) standsAlone(n *html.Node) bool {
	const punctuation = 3
	return isBlock(n) || n.Parent != nil && b.measures[n.Parent].size-b.measures[n].size < punctuation
}

// isListOfLinks reports whether an element lists other pages.
func (b boxes) isListOfLinks(n *html.Node) bool {
	const most = 75 // percent
	m := b.measures[n]
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Dl:
		return m.mostlyLinks(most) && countLinks(n) > 1 && !isListOfSentences(n)
	case atom.Div, atom.Section:
		return m.mostlyLinks(most) && m.prose == 0 && countLinks(n) > 1
	}
	return false
}

// isListOfSentences reports whether a list is the article's content although its items are links: a
// line with a colon announces it, and each item is a sentence.
func isListOfSentences(list *html.Node) bool {
	for item := range list.ChildNodes() {
		if item.DataAtom != atom.Li {
			continue
		}
		if !saysSentence(textOf(item)) {
			return false
		}
	}
	before := list.PrevSibling
	for before != nil && textOf(before) == "" {
		before = before.PrevSibling
	}
	if before == nil {
		return false
	}
	line := textOf(before)
	reason, _ := labelReason(line, comparable(line), false)
	return strings.HasSuffix(line, ":") && reason == ""
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
