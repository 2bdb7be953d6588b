package article

import (
	"iter"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isLayout reports whether a table only arranges its content: it says so, one of its rows has a
// single cell, or a cell holds a large part of the text. Other tables are data, which cannot be
// followed by ear, and are not read; if a site wants them read, every row is.
func (b boxes) isLayout(table *html.Node) bool {
	if role := attr(table, "role"); role == "presentation" || role == "none" {
		return true
	}
	widest := 0
	for row := range rowsOf(table) {
		cells := cellsOf(row)
		widest = max(widest, len(cells))
		for _, cell := range cells {
			if b.isText(cell) || hasBlocks(cell) {
				return true
			}
		}
	}
	return widest <= 1
}

// isOfSentences reports whether a table of two columns is text: most of its rows have a sentence.
// Its rows can be followed by ear.
func (b boxes) isOfSentences(table *html.Node) bool {
	const columns = 2
	rows, sentences := 0, 0
	for row := range rowsOf(table) {
		cells := cellsOf(row)
		switch {
		case len(cells) > columns:
			return false
		case allHeadings(cells):
			continue
		}
		rows++
		if slices.ContainsFunc(cells, func(cell *html.Node) bool { return b.measures[cell].prose > 0 || saysSentence(textOf(cell)) }) {
			sentences++
		}
	}
	return sentences > 0 && sentences*2 >= rows
}

// isPicture reports whether a table holds an image and what is said of it.
func (b boxes) isPicture(table *html.Node) bool {
	if b.measures[table].prose > 0 {
		return false
	}
	image := false
	for d := range table.Descendants() {
		if d.DataAtom == atom.Td && hasBlocks(d) {
			return false
		}
		image = image || d.DataAtom == atom.Img
	}
	return image
}

// hasBlocks reports whether a cell holds more than one paragraph, a list or another table.
func hasBlocks(cell *html.Node) bool {
	paragraphs := 0
	for c := range cell.ChildNodes() {
		switch c.DataAtom {
		case atom.Table, atom.Ul, atom.Ol, atom.Blockquote, atom.H1, atom.H2, atom.H3:
			return true
		case atom.P:
			paragraphs++
		}
	}
	return paragraphs > 1
}

func rowsOf(table *html.Node) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for part := range table.ChildNodes() { // the parser puts every row into one
			for row := range part.ChildNodes() {
				if row.DataAtom == atom.Tr && !yield(row) {
					return
				}
			}
		}
	}
}

func cellsOf(row *html.Node) []*html.Node {
	var cells []*html.Node
	for c := range row.ChildNodes() {
		if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
			cells = append(cells, c)
		}
	}
	return cells
}

// rows reads a table of data or of sentences: one list item for each row, its cells with the
// headings of their columns, "Year: 2024, Storms: 31". The first row has the headings if all its
// cells are heading cells.
func (w *walker) rows(table *html.Node) {
	w.role = ListItem
	var headings []string
	first := true
	for row := range rowsOf(table) {
		cells := cellsOf(row)
		if first && allHeadings(cells) {
			headings = textsOf(cells)
		} else if text := rowText(textsOf(cells), headings); text != "" {
			w.block(paragraph{text: text})
		}
		first = false
	}
}

func allHeadings(cells []*html.Node) bool {
	for _, cell := range cells {
		if cell.DataAtom != atom.Th {
			return false
		}
	}
	return len(cells) > 0
}

func textsOf(cells []*html.Node) []string {
	texts := make([]string, len(cells))
	for i, cell := range cells {
		texts[i] = textOf(cell)
	}
	return texts
}

func rowText(cells, headings []string) string {
	var b strings.Builder
	last := ""
	for i, cell := range cells {
		if cell == "" {
			continue
		}
		if i < len(headings) && headings[i] != "" {
			cell = headings[i] + ": " + cell
		}
		b.WriteString(betweenCells(last, cell))
		b.WriteString(cell)
		last = cell
	}
	return b.String()
}

// betweenCells is what joins two cells of a row: a cell that is no sentence names the sentence
// behind it, unless it has its column's heading.
func betweenCells(a, b string) string {
	switch {
	case a == "":
		return ""
	case endsSentence(a), strings.HasSuffix(a, ":"):
		return " "
	case endsSentence(b) && !strings.Contains(a, ": "):
		return ": "
	}
	return ", "
}
