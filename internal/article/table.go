package article

import (
	"iter"
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

// rows reads a data table: one list item for each row, its cells with the headings of their
// columns, "Year: 2024, Storms: 31". The first row has the headings if all its cells are heading
// cells.
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
	var parts []string
	for i, cell := range cells {
		switch {
		case cell == "":
		case i < len(headings) && headings[i] != "":
			parts = append(parts, headings[i]+": "+cell)
		default:
			parts = append(parts, cell)
		}
	}
	return strings.Join(parts, ", ")
}
