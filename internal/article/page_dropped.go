package article

import (
	"strings"

	"golang.org/x/net/html"
)

// dropped are the elements of root with nothing that was kept. Readability leaves out too much where a text is in several
// parts: paragraphs made like those that it kept are wanted back.
func dropped(b boxes, root *html.Node) map[*html.Node]bool {
	m := b.measures
	if m[root].kept == 0 {
		return nil
	}
	d := dropper{measures: m, makes: map[string]int{}, dropped: map[*html.Node]bool{}}
	for n := range root.Descendants() {
		if m[n].ownKept > 0 {
			d.makes[makeOf(n)]++
		}
	}
	d.children(root)
	return d.dropped
}

type dropper struct {
	measures
	makes   map[string]int // of the kept paragraphs
	dropped map[*html.Node]bool
}

// children goes through what is in n and says whether any of it stays.
func (d *dropper) children(n *html.Node) (stays bool) {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			stays = d.element(c) || stays
		}
	}
	return stays
}

func (d *dropper) element(n *html.Node) (stays bool) {
	const several = 2
	stays = d.children(n)
	m := d.measures[n]
	stays = stays || m.kept*2 >= m.size || m.own > 0 && d.makes[makeOf(n)] >= several
	if !stays && isBlock(n) && m.size > 0 {
		d.dropped[n] = true
	}
	return stays
}

// makeOf tells how a paragraph is made: the names of its element and those around it.
func makeOf(n *html.Node) string {
	const around = 3
	var b strings.Builder
	for range around {
		if n == nil {
			break
		}
		b.WriteString(n.Data)
		b.WriteByte(' ')
		b.WriteString(attr(n, "class"))
		b.WriteByte('/')
		n = n.Parent
	}
	return b.String()
}
