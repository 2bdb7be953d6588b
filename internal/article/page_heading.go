package article

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// heading is an h1. whole has its kicker too.
type heading struct{ text, whole string }

// headingOf returns the text of a heading without a kicker. A kicker has a name, or is an element
// that only its style separates from the rest.
func headingOf(n *html.Node) heading {
	whole := fold(headingText(n, func(*html.Node) bool { return false }))
	text := strings.Trim(fold(headingText(n, isBesideHeadline)), " :|–—•")
	if !hasWord(text) {
		text = whole
	}
	return heading{text, whole}
}

// besideHeadline are the names that themes give to parts of a heading that do not belong to the
// headline.
var besideHeadline = setOf("kicker eyebrow overline topline roofline strapline dachzeile spitzmarke toptitle pretitle uptitle overtitle " +
	"supertitle suptitle surtitle surtitre subtitle subtitre subtitulo preheadline subheadline volanta antetitulo cintillo occhiello sopratitolo " +
	"nadtytul topic label aural invisible badge plus premium exclusive")

func isBesideHeadline(n *html.Node) bool {
	if n.DataAtom == atom.Small {
		return true
	}
	for word := range nameWords(attr(n, "class")) {
		if besideHeadline[word] {
			return true
		}
	}
	if r, ok := builtIn.ruleFor(n); ok && r.verdict == skip {
		return true
	}
	found, ok := nameRuleFor(n, nil)
	return ok && found.certain && found.reason == reasonByline
}

// headingText returns the text of a heading, with a space between parts that only their style
// separates.
func headingText(n *html.Node, without func(*html.Node) bool) string {
	var b strings.Builder
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode && (without(c) || wordless(c)) {
			continue
		}
		part := rawText(c)
		if c.Type == html.ElementNode && c.DataAtom != atom.Br {
			part = headingText(c, without)
			if glued().MatchString(b.String() + "\x00" + part) {
				b.WriteByte(' ')
			}
		}
		b.WriteString(part)
	}
	if isBlock(n) {
		return " " + b.String() + " "
	}
	return b.String()
}

// isNavigation reports whether a heading is the last part of a path through the site.
func isNavigation(n *html.Node) bool {
	for word := range nameWords(attr(n, "class")) {
		if word == "breadcrumb" || word == "breadcrumbs" {
			return true
		}
	}
	return n.Parent != nil && n.Parent.DataAtom == atom.Nav
}

// isLogo reports whether a whole heading links to the home page.
func isLogo(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.DataAtom == atom.A && fold(rawText(d)) == fold(rawText(n)) {
			u, err := url.Parse(attr(d, "href"))
			return err == nil && strings.Trim(u.Path, "/") == "" && u.RawQuery == "" && u.Fragment == ""
		}
	}
	return false
}

// glued is where two parts of a heading meet without a space.
var glued = lazyregexp.New(`[\p{Ll}\p{N}.:!?"»”)]\x00["„«“(]*\p{Lu}`)
