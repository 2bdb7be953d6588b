package article

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// measure distinguishes running text from what surrounds it. All counts are of letters and digits.
type measure struct {
	size   int
	linked int // within links
	prose  int // in paragraphs, by whatever element: of some length, with the end of a sentence, not mostly links
	own    int // of prose: not in an element within that has paragraphs itself
	direct int // in paragraphs as own has them, but of any kind

	kept    int // of size: in texts that were said to be of the article
	ownKept int // of own: in paragraphs of which most is
}

func (m measure) add(o measure) measure {
	m.size += o.size
	m.linked += o.linked
	m.prose += o.prose
	m.kept += o.kept
	return m
}

func (m *measure) paragraph(p paragraphRun) {
	m.direct += p.size
	if !p.isProse() {
		return
	}
	m.prose += p.size
	m.own += p.size
	if p.kept*2 >= p.size {
		m.ownKept += p.size
	}
}

// mostlyLinks reports whether at least that many percent of the text are in links.
func (m measure) mostlyLinks(percent int) bool { return m.size > 0 && m.linked*100 >= m.size*percent }

// isProse reports whether most of it is paragraphs.
func (m measure) isProse() bool { return m.prose*2 >= m.size && m.prose > 0 }

// measures are the measures of all elements of a tree.
type measures map[*html.Node]measure

// texts are the texts of a tree's nodes, trimmed.
type texts map[string]bool

// measureTree measures a tree; kept are texts known to be part of the article.
func measureTree(root *html.Node, kept texts) measures {
	m := meter{kept: kept, of: measures{}}
	m.element(root, false)
	return m.of
}

type meter struct {
	kept texts
	of   measures
	run  paragraphRun
}

// element measures n and what is in it.
func (m *meter) element(n *html.Node, linked bool) measure {
	var sum measure
	linked = linked || isLink(n)
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode:
			sum = sum.add(m.text(c.Data, linked))
		case c.Type != html.ElementNode || wordless(c):
		default:
			if isBlock(c) || c.DataAtom == atom.Br {
				sum.paragraph(m.endRun())
			}
			sum = sum.add(m.element(c, linked))
		}
	}
	if isBlock(n) {
		sum.paragraph(m.endRun())
	}
	m.of[n] = sum
	return sum
}

// isLink excludes anchors, which old pages forget to close.
func isLink(n *html.Node) bool { return n.DataAtom == atom.A && attr(n, "href") != "" }

func (m *meter) text(text string, linked bool) measure {
	size := m.run.add(text)
	t := measure{size: size}
	if linked {
		t.linked = size
	}
	if size > 0 && m.kept[strings.TrimSpace(text)] {
		t.kept = size
	}
	m.run.linked += t.linked
	m.run.kept += t.kept
	return t
}

func (m *meter) endRun() paragraphRun {
	run := m.run
	m.run = paragraphRun{}
	return run
}

// paragraphRun is the text since the last block began.
type paragraphRun struct {
	size, linked, kept int
	ends               int  // of sentences
	stop               bool // the last character may end one
}

// add returns the number of letters and digits.
func (p *paragraphRun) add(text string) int {
	size := 0
	for _, r := range text {
		word := isWordRune(r)
		if p.stop && (!word || r > unicode.MaxLatin1) { // 3.5 ends nothing; scripts without spaces end without one
			p.ends++
		}
		p.stop = unicode.Is(unicode.Sentence_Terminal, r)
		if word {
			size++
		}
	}
	p.size += size
	return size
}

func (p paragraphRun) isProse() bool {
	const shortest = 40
	return p.size >= shortest && (p.ends > 0 || p.stop) && p.linked*2 <= p.size
}
