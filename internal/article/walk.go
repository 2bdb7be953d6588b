package article

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// entry is a block or, with a reason, text that is skipped, in document order.
type entry struct {
	Block
	reason       string
	top          bool // of an h1
	linked       bool // nearly all of it is a link
	links        bool // some of it is
	mostlyLinked bool // more than half of it is
	bold         bool // nearly all of it is bold
	kept         bool // the site's settings say that it is read

	quote  *html.Node // the quote that it is part of, nil if none
	pulled bool       // it is of a pull quote
	source bool       // it says who is quoted

	post *postSource // it announces an embedded post; its text comes later
}

// walker makes entries from a tree, by the rules.
type walker struct {
	policy  policy
	boxes   boxes
	entries []entry
	run     textRun // the text since the last block began
	context
}

// context is what holds within an element.
type context struct {
	role   Role
	quote  *html.Node // the outermost quote that it is in
	pulled bool       // the quote is a pull quote
	source bool       // says who is quoted
	top    bool       // in an h1
	linked bool       // in a link
	bold   bool       // in bold type
	kept   bool       // in what the site wants read
	lines  bool       // in text whose lines are the author's
	inPost bool       // in an embedded post
	reason string     // why it is not read: only in what is skipped except for parts of it

	language string // that the elements around it state
}

// walk reads everything in root.
func walk(p policy, b boxes, root *html.Node) []entry {
	w := walker{policy: p, boxes: b, context: context{role: Paragraph}}
	w.language = outerLanguage(root)
	w.children(root)
	w.endBlock()
	return w.entries
}

func (w *walker) children(n *html.Node) {
	for c := range n.ChildNodes() {
		switch c.Type {
		case html.TextNode:
			from := w.run.Len()
			w.run.add(w.textOf(c), w.linked)
			if w.bold {
				w.run.bold = append(w.run.bold, span{from, w.run.Len()})
			}
		case html.ElementNode:
			w.element(c)
		}
	}
}

// textOf returns the text of a text node; where lines are the author's, with them.
func (w *walker) textOf(n *html.Node) string {
	if w.lines {
		return sourceLines.Replace(n.Data)
	}
	return n.Data
}

var sourceLines = strings.NewReplacer("\r\n", lineBreak, "\n", lineBreak, "\r", lineBreak)

func (w *walker) element(n *html.Node) {
	if n.DataAtom == atom.Br {
		w.run.add(lineBreak, false)
		return
	}
	if w.inPost && isLink(n) && isShownAddress(n) {
		return
	}
	if n.DataAtom == atom.Img && fold(w.run.String()) == "" {
		w.run.add(initial(n), w.linked)
	}
	block := isBlock(n)
	if block {
		w.endBlock()
	}
	outer := w.context
	reason := w.decide(n)
	switch {
	case w.isPost(n, reason):
		w.post(n)
	case reason == "":
		w.inside(n)
	case w.policy.readsWithin(n), w.hasPosts(n, reason):
		w.reason = reason
		w.inside(n)
	default:
		w.skipAll(reason, n)
	}
	if w.source && !outer.source {
		w.endBlock() // of its own, also in the line of the quote
	}
	w.context = outer
	if block {
		w.endBlock()
	}
}

// decide returns why an element is not read, "" if it is.
func (w *walker) decide(n *html.Node) (reason string) {
	if reason := attr(n, placeholderReason); reason != "" {
		return reason
	}
	if wordless(n) || n.DataAtom == atom.Title {
		return "not text"
	}
	if w.policy.reads(n) {
		w.kept, w.reason = true, ""
		return ""
	}
	if w.reason != "" {
		return "" // as what it is in
	}
	if reason, ok := w.policy.skips(n); ok {
		return reason
	}
	return w.builtIn(n)
}

func (w *walker) builtIn(n *html.Node) (reason string) {
	switch n.DataAtom {
	case atom.Sup, atom.Sub:
		if footnoteMark(n, w.run.String()) {
			return reasonFootnoteMark
		}
	case atom.A:
		if noteAnchor(n) {
			return reasonFootnoteMark
		}
	}
	if n.DataAtom == atom.Time && fold(w.run.String()) == "" && timePattern.In(comparable(textOf(n))) {
		return reasonTime
	}
	if n.DataAtom == atom.Table {
		switch {
		case !w.boxes.isLayout(n) && !w.boxes.isOfSentences(n):
			return reasonTable
		case w.boxes.isPicture(n):
			return reasonCaption
		}
	}
	if r, ok := builtIn.ruleFor(n); ok {
		switch {
		case r.verdict == readAsQuote:
			w.role, w.pulled = Quote, true
			w.quote = cmp.Or(w.quote, n)
		case r.reason == reasonQuoted:
			w.source = isBlock(n) || fold(w.run.String()) == "" && isLast(n)
		}
		return w.boxes.reasonBy(r, n)
	}
	return w.boxes.reason(n)
}

// preservesLines reports whether an element's style shows the lines of its source.
func preservesLines(n *html.Node) bool {
	style := strings.ReplaceAll(attr(n, "style"), " ", "")
	return strings.Contains(style, "white-space:pre")
}

// initial returns the letter that an image shows in place of a paragraph's first one, "" if it
// shows anything else.
func initial(img *html.Node) string {
	alt := strings.TrimSpace(attr(img, "alt"))
	next, _ := utf8.DecodeRuneInString(textAfter(img))
	if utf8.RuneCountInString(alt) == 1 && strings.ContainsFunc(alt, unicode.IsUpper) && unicode.IsLower(next) {
		return alt
	}
	return ""
}

// isLast reports whether nothing follows n in its parent.
func isLast(n *html.Node) bool {
	for s := n.NextSibling; s != nil; s = s.NextSibling {
		if textOf(s) != "" {
			return false
		}
	}
	return true
}

// inside reads what an element holds.
func (w *walker) inside(n *html.Node) {
	switch n.DataAtom {
	case atom.A:
		w.linked = w.linked || isLink(n)
	case atom.Strong, atom.B:
		w.bold = true
	case atom.H1:
		w.role, w.top = Heading, true
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.role = Heading
	case atom.Li, atom.Dt, atom.Dd:
		w.role = ListItem
	case atom.Blockquote:
		w.role = Quote
		w.quote = cmp.Or(w.quote, n)
	case atom.Sup, atom.Sub:
		w.run.add(raised(n), w.linked)
		return
	case atom.Pre:
		w.lines = true
	case atom.Table:
		if !w.boxes.isLayout(n) {
			w.rows(n)
			return
		}
	}
	w.lines = w.lines || preservesLines(n)
	w.content(n)
	if isBlock(n) {
		w.endBlock() // while the role is the element's
	}
}

// content reads an element's children, in the language that the element states.
func (w *walker) content(n *html.Node) {
	stated := statedLanguage(n)
	if stated == "" || isBlock(n) {
		w.language = cmp.Or(stated, w.language)
		w.children(n)
		return
	}
	from := w.run.Len()
	w.children(n)
	if text := fold(w.run.String()[min(from, w.run.Len()):]); text != "" {
		w.run.stated = append(w.run.stated, statedPassage{text, stated})
	}
}

// endBlock makes blocks of the text since the last one.
func (w *walker) endBlock() {
	stated := w.run.stated
	w.run.stated = nil
	for _, p := range w.run.paragraphs() {
		p.passages, stated = locate(p.text, stated)
		w.block(p)
	}
}

func (w *walker) block(p paragraph) {
	e := entryOf(w.role, p.text)
	e.Language, e.Passages = w.language, p.passages
	e.top, e.kept = w.top, w.kept
	e.linked, e.links, e.mostlyLinked, e.bold = p.linked, p.links, p.mostlyLinked, p.bold
	e.quote, e.pulled, e.source = w.quote, w.pulled, w.source
	if w.reason != "" {
		e.reason = w.reason
	} else if reason, ok := w.policy.skipsBlock(p.text); ok && !w.kept {
		e.reason = reason
	}
	w.entries = append(w.entries, e)
}

// skipAll lists what an element holds, and what was cut out of it.
func (w *walker) skipAll(reason string, n *html.Node) {
	for _, text := range excerptsOf(n) {
		w.skip(reason, text)
	}
	w.skipCut(n)
	for d := range n.Descendants() {
		w.skipCut(d)
	}
}

// skipCut lists what a placeholder stands for.
func (w *walker) skipCut(n *html.Node) { w.skip(attr(n, placeholderReason), attr(n, placeholderText)) }

func (w *walker) skip(reason, text string) {
	if text != "" {
		w.entries = append(w.entries, entry{Block: Block{Text: text}, reason: reason})
	}
}

// entryOf makes an entry of a text to read, unless there is nothing to say or it is the
// label that says how the audio was made.
func entryOf(role Role, text string) entry {
	e := entry{Block: Block{Role: role, Text: text}}
	switch {
	case !hasWord(text):
		e.reason = "nothing to say"
	case isAudioLabel(text):
		e.reason = "AI audio label"
	}
	return e
}

// parseFragment parses HTML as it may stand in a body. It fails on what nests deeper than 512
// elements.
func parseFragment(src string) (*html.Node, error) {
	root := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(src), root)
	if err != nil {
		return nil, unreadable(err)
	}
	for _, n := range nodes {
		root.AppendChild(n)
	}
	return root, nil
}

func unreadable(err error) error {
	return fmt.Errorf("cannot parse the HTML (elements may be nested hundreds deep by mistake): %w", err)
}
