package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dropped returns the elements of root that contain nothing kept. Readability drops too much where
// a text has several parts: paragraphs built like those that it kept are restored, and so is what
// stands alone between two of them.
func dropped(b boxes, root, first, last *html.Node) map[*html.Node]bool {
	m := b.measures
	if m[root].kept == 0 {
		return nil
	}
	d := dropper{measures: m, makes: map[string]int{}, texts: map[*html.Node]bool{}, dropped: map[*html.Node]bool{}, first: first, last: last}
	for n := range root.Descendants() {
		if m[n].ownKept > 0 {
			d.makes[makeOf(n)]++
		}
	}
	d.findRestored(b, root)
	d.children(root)
	return d.dropped
}

// findRestored finds what holds paragraphs that are restored. The text ends with the last of them,
// or with a short line that Readability kept.
func (d *dropper) findRestored(b boxes, root *html.Node) {
	behind := false
	for n := range root.Descendants() {
		behind = behind || n == d.last
		restored := d.measures[n].own > 0 && d.isRestored(n)
		if !restored && (!behind || !d.isKeptLine(n)) || b.isWithin(n, root) {
			continue
		}
		d.texts[n.Parent] = d.texts[n.Parent] || restored
		if behind {
			d.last = n
		}
	}
}

// isKeptLine reports whether an element is a line that Readability kept, and no link.
func (d *dropper) isKeptLine(n *html.Node) bool {
	const half = 50 // percent
	m := d.measures[n]
	return m.direct > 0 && m.kept*2 >= m.size && !m.mostlyLinks(half)
}

// isRestored reports whether an element is built like several paragraphs of the text.
func (d *dropper) isRestored(n *html.Node) bool {
	const several = 2
	return d.makes[makeOf(n)] >= several
}

type dropper struct {
	measures
	makes   map[string]int      // of the kept paragraphs
	texts   map[*html.Node]bool // what holds paragraphs that are restored
	dropped map[*html.Node]bool

	first, last *html.Node // paragraphs of the text
	amongText   bool       // the first was met, and the last was not
}

// children visits the children of n and reports whether any of them stays.
func (d *dropper) children(n *html.Node) (stays bool) {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			stays = d.element(c) || stays
		}
	}
	return stays
}

func (d *dropper) element(n *html.Node) (stays bool) {
	const most = 60 // percent
	m := d.measures[n]
	bare := d.amongText && d.isBareText(n)
	d.amongText = (d.amongText || n == d.first) && n != d.last
	stays = d.children(n)
	stays = stays || bare || m.kept*2 >= m.size || m.direct > 0 && !m.mostlyLinks(most) && d.isRestored(n)
	if !stays && isBlock(n) && m.size > 0 {
		d.dropped[n] = true
	}
	return stays
}

// isBareText reports whether n is a paragraph, heading or list in an element that has text as well,
// and so not a box.
func (d *dropper) isBareText(n *html.Node) bool {
	const half = 50 // percent
	switch n.DataAtom {
	case atom.P, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Blockquote:
	default:
		return false
	}
	return !d.measures[n].mostlyLinks(half) && (d.measures[n.Parent].kept > 0 || d.texts[n.Parent] || isList(n.Parent))
}

func isList(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Dl:
		return true
	}
	return false
}

// makeOf returns how a paragraph is built: the names of its element and its ancestors.
func makeOf(n *html.Node) string {
	const around = 3
	var b strings.Builder
	for range around {
		if n == nil {
			break
		}
		b.WriteString(n.Data)
		b.WriteByte(' ')
		b.WriteString(attr(n, "class") + " " + attr(n, "data-component"))
		b.WriteByte('/')
		n = n.Parent
	}
	return b.String()
}
