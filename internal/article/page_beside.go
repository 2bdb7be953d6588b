package article

import (
	"cmp"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// The rest of a page leaves a trace too: every sentence of it is listed as skipped. So no part of a
// text can vanish unnoticed because nothing recognised it as the article's.

// pageWalker walks a whole page: the article's text is read, and everything else is listed.
type pageWalker struct {
	walker
	content content
	own     map[*html.Node]bool // the article's outermost elements
	holds   map[*html.Node]bool // what these are in

	beside    textRun // text beside the article since the last block began
	because   string  // why it is not read
	paragraph bool    // it is in a p
}

func walkPage(p policy, b boxes, c content) []entry {
	w := pageWalker{walker: walker{policy: p, boxes: b, context: context{role: Paragraph}}, content: c, because: reasonBeside,
		own: map[*html.Node]bool{}, holds: map[*html.Node]bool{}}
	for _, n := range c.all() {
		w.own[n] = true
		for p := n.Parent; p != nil && !w.holds[p]; p = p.Parent {
			w.holds[p] = true
		}
	}
	w.element(c.body)
	return w.entries
}

// element reads an element of the article, and descends into any other.
func (w *pageWalker) element(n *html.Node) {
	switch {
	case w.own[n]:
		w.endBeside()
		w.read(n)
	case attr(n, placeholderReason) != "":
		w.skipCut(n)
	case wordless(n), n == w.content.standfirst:
	case n.DataAtom == atom.Br:
		w.beside.add(lineBreak, false)
	default:
		w.inside(n)
	}
}

func (w *pageWalker) inside(n *html.Node) {
	because, paragraph, linked, block := w.because, w.paragraph, w.linked, isBlock(n)
	if block {
		w.endBeside()
		w.paragraph = n.DataAtom == atom.P
	}
	if because == reasonBeside && !w.holds[n] {
		w.because = cmp.Or(w.content.page.aroundReason(n), reasonBeside)
	}
	w.linked = linked || isLink(n)
	for c := range n.ChildNodes() {
		switch c.Type {
		case html.TextNode:
			w.beside.add(c.Data, w.linked)
		case html.ElementNode:
			w.element(c)
		}
	}
	if block {
		w.endBeside()
	}
	w.because, w.paragraph, w.linked = because, paragraph, linked
}

// read reads a paragraph of the lead or the tail, or all that is in a root.
func (w *pageWalker) read(n *html.Node) {
	if w.content.isRoot(n) {
		w.children(n)
	} else {
		w.walker.element(n)
	}
	w.endBlock()
}

// endBeside lists the paragraphs and the sentences since the last block. Other lines are the page's
// furniture.
func (w *pageWalker) endBeside() {
	for _, p := range w.beside.paragraphs() {
		if w.paragraph && !p.linked && hasWord(p.text) || holdsSentence(p.text) {
			w.skip(w.because, excerpt(p.text))
		}
	}
}

// holdsSentence reports whether a sentence ends in a line, or the line is so long that it must
// contain one.
func holdsSentence(text string) bool {
	const long = 150 // bytes
	return len(text) >= long || endsSentence(text) || sentenceEnd().MatchString(text)
}

var sentenceEnd = lazyregexp.New(`[\p{L}\d"'”’»)][.!?…。]["'”’»)\]]*\s`)
