package detect

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// A quotation may be in another language than the text.
var quotation = lazyregexp.New(`«[^»]*»|„[^“”]*[“”]|“[^”]*”|"[^"]*"`)

// Quotations returns the bytes of text at which each quotation starts and ends, marks included.
func Quotations(text string) [][]int {
	if !mayQuote(text) {
		return nil
	}
	return quotation().FindAllStringIndex(text, -1)
}

// Unquoted returns text with a space in the place of each quotation.
func Unquoted(text string) string {
	if !mayQuote(text) {
		return text
	}
	return quotation().ReplaceAllString(text, " ")
}

// mayQuote reports whether a text has a mark that opens a quotation. Most paragraphs have none, and
// the pattern would read each of their letters.
func mayQuote(text string) bool { return strings.ContainsAny(text, `«„“"`) }
