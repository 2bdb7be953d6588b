package article

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// entry is a block, or with a reason text that is skipped, in the order of the document.
type entry struct {
	Block
	reason string
	top    bool // of an h1
}

// lineBreak stands for <br> in text that is not folded yet.
const lineBreak = "\u2028"

// walker makes entries of a tree.
type walker struct {
	entries []entry
	run     strings.Builder // the text since the last block began, as it stands
	role    Role
	top     bool // in an h1
}

// walk reads everything in root.
func walk(root *html.Node) []entry {
	w := walker{role: Paragraph}
	w.children(root)
	w.endBlock()
	return w.entries
}

func (w *walker) children(n *html.Node) {
	for c := range n.ChildNodes() {
		switch c.Type {
		case html.TextNode:
			w.run.WriteString(c.Data)
		case html.ElementNode:
			w.element(c)
		}
	}
}

func (w *walker) element(n *html.Node) {
	if n.DataAtom == atom.Br {
		w.run.WriteString(lineBreak)
		return
	}
	block := isBlock(n)
	if block {
		w.endBlock()
	}
	if reason := attr(n, placeholderReason); reason != "" {
		w.skip(reason, attr(n, placeholderText))
	} else if reason := w.skipReason(n); reason != "" {
		w.skip(reason, textOf(n))
	} else {
		w.inside(n)
	}
	if block {
		w.endBlock()
	}
}

// skipReason says why an element is not read, "" if it is.
func (w *walker) skipReason(n *html.Node) string {
	switch r := ruleFor(n); {
	case r.verdict == skip, r.verdict == readUnlessSoliciting && solicits(rawText(n), links(n)):
		return r.reason
	case n.DataAtom == atom.Table && !isLayout(n):
		return "table"
	case n.DataAtom == atom.Sup && footnoteMark(n, w.run.String()):
		return reasonFootnoteMark
	}
	return ""
}

func (w *walker) inside(n *html.Node) {
	role, top := w.role, w.top
	defer func() { w.role, w.top = role, top }()
	switch n.DataAtom {
	case atom.H1:
		w.role, w.top = Heading, true
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.role = Heading
	case atom.Li, atom.Dt, atom.Dd:
		w.role = ListItem
	case atom.Blockquote:
		w.role = Quote
	case atom.Sup, atom.Sub:
		w.run.WriteString(raised(n))
		return
	}
	w.children(n)
	if isBlock(n) {
		w.endBlock() // while the role is the element's
	}
}

// endBlock makes blocks of the text since the last one: one, or more where empty lines part it.
func (w *walker) endBlock() {
	if w.run.Len() == 0 {
		return
	}
	var block []string
	for line := range strings.SplitSeq(w.run.String(), lineBreak) {
		if line = fold(line); line != "" {
			block = append(block, line)
			continue
		}
		w.block(strings.Join(block, " "))
		block = nil
	}
	w.block(strings.Join(block, " "))
	w.run.Reset()
}

func (w *walker) block(text string) {
	if text != "" {
		w.entries = append(w.entries, entryOf(w.role, text, w.top))
	}
}

func (w *walker) skip(reason, text string) {
	if text != "" {
		w.entries = append(w.entries, entry{Block: Block{Text: text}, reason: reason})
	}
}

// entryOf makes an entry of a text that is to be read, unless there is nothing to say or it is the label that says how
// the audio was made.
func entryOf(role Role, text string, top bool) entry {
	e := entry{Block: Block{Role: role, Text: text}, top: top}
	switch {
	case !hasWord(text):
		e.reason = "nothing to say"
	case isAudioLabel(text):
		e.reason = "AI audio label"
	}
	return e
}

// parseFragment parses HTML as it may stand in a body. It fails on what nests deeper than 512 elements.
func parseFragment(src string) (*html.Node, error) {
	root := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(src), root)
	if err != nil {
		return nil, fmt.Errorf("reading the html: %w", err)
	}
	for _, n := range nodes {
		root.AppendChild(n)
	}
	return root, nil
}
