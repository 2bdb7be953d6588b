package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// TextOfHTML returns all the text of a fragment of HTML on one line.
func TextOfHTML(fragment string) (string, error) {
	root, err := parseFragment(fragment)
	if err != nil {
		return "", err
	}
	return textOf(root), nil
}

// textOf returns all the text of an element on one line.
func textOf(n *html.Node) string { return fold(rawText(n)) }

// rawText returns all the text of an element, with a lineBreak around blocks and for <br>, without
// folding white space.
func rawText(n *html.Node) string {
	var b strings.Builder
	if n.DataAtom == atom.Sup {
		appendChildren(&b, n) // as it stands: what is around it says what it means
	} else {
		appendText(&b, n)
	}
	return b.String()
}

func appendText(b *strings.Builder, n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		b.WriteString(n.Data)
	case n.Type != html.ElementNode || wordless(n):
	case n.DataAtom == atom.Br:
		b.WriteString(lineBreak)
	case n.DataAtom == atom.Sup:
		b.WriteString(raised(n))
	case isBlock(n):
		b.WriteString(lineBreak)
		defer b.WriteString(lineBreak)
		fallthrough
	default:
		appendChildren(b, n)
	}
}

func appendChildren(b *strings.Builder, n *html.Node) {
	for c := range n.ChildNodes() {
		appendText(b, c)
	}
}

// wordless reports elements whose text readers must not see, or that the parser does not read as
// HTML. No setting can make them read, because removed text is still there as markup.
func wordless(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Svg, atom.Iframe, atom.Head, atom.Select,
		atom.Textarea, atom.Xmp, atom.Plaintext, atom.Noembed, atom.Noframes:
		return true
	}
	return false
}

// blocks are the elements that browsers put on their own lines
// (https://html.spec.whatwg.org/multipage/rendering.html). All others, unknown ones too, are part
// of a line.
var blocks = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Body: true, atom.Caption: true,
	atom.Center: true, atom.Dd: true, atom.Details: true, atom.Dialog: true, atom.Dir: true, atom.Div: true, atom.Dl: true,
	atom.Dt: true, atom.Fieldset: true, atom.Figcaption: true, atom.Figure: true, atom.Footer: true, atom.Form: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Header: true,
	atom.Hgroup: true, atom.Hr: true, atom.Legend: true, atom.Li: true, atom.Main: true, atom.Menu: true, atom.Nav: true,
	atom.Ol: true, atom.P: true, atom.Pre: true, atom.Search: true, atom.Section: true, atom.Summary: true, atom.Table: true,
	atom.Tbody: true, atom.Td: true, atom.Tfoot: true, atom.Th: true, atom.Thead: true, atom.Tr: true, atom.Ul: true,
	atom.Template: true, // placeholders stand for blocks
}

func isBlock(n *html.Node) bool { return blocks[n.DataAtom] }

// links returns the addresses that an element links to.
func links(n *html.Node) []string {
	var hrefs []string
	for d := range n.Descendants() {
		if d.DataAtom == atom.A {
			hrefs = append(hrefs, attr(d, "href"))
		}
	}
	return hrefs
}

var (
	superscripts = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹", "+", "⁺", "-", "⁻", "−", "⁻", "n", "ⁿ")
	exponent     = lazyregexp.New(`^(?:[+−-]?[0-9]+|[0-9]*[+−-]|n)$`)
)

// raised returns the text of a sup or sub element. Exponents stay superscript, so that 10² does not
// become 102.
func raised(n *html.Node) string {
	var b strings.Builder
	appendChildren(&b, n)
	if text := fold(b.String()); n.DataAtom == atom.Sup && exponent().MatchString(text) {
		return superscripts.Replace(text)
	}
	return b.String()
}
