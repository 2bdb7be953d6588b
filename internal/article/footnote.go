package article

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// marks are what footnote marks look like: a bracketed number or letter, superscript digits,
// asterisks and daggers.
var marks = lazy(`^(?:\[[^\]]{0,4}\]|[¹²³⁰⁴-⁹]+|[*†‡§]+)$`)

var plainNumber = lazy(`^[0-9]{1,3}$`)

// footnoteMark tells a footnote mark from a superscript that belongs to the text, as in 10². Plain
// digits are a mark only if they link within the page, or follow a full stop or a closing quote.
func footnoteMark(sup *html.Node, before string) bool {
	text := textOf(sup)
	if marks().MatchString(text) {
		return true
	}
	for _, href := range links(sup) {
		if strings.HasPrefix(href, "#") {
			return true
		}
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	return plainNumber().MatchString(text) && strings.ContainsRune(`.,;:!?…"”’»`, last)
}
