package article

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// Text of WordPress's classic editor, straight from the database, has blank lines between its
// paragraphs and no p elements: its theme adds them (wpautop).

var (
	blankLine  = lazyregexp.New(`(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)\s*`)
	blockTag   = lazyregexp.New(`(?i)</?(?:p|div|section|article|main|table|td|tr|body|html|center|pre)[\s>]`)
	lineEnds   = lazyregexp.New(`\r\n|\n|\r`)
	otherBlock = lazyregexp.New(`(?i)^</?(?:h[1-6]|ul|ol|li|dl|dt|dd|blockquote|figure|figcaption|hr|details|summary|aside|template|form|iframe|address|fieldset)[\s>/]`)
)

// withParagraphs adds the paragraphs to a fragment that has blank lines and no elements that stand
// for paragraphs.
func withParagraphs(src string) string {
	if blockTag().MatchString(src) || !blankLine().MatchString(src) {
		return src
	}
	var b strings.Builder
	for _, part := range blankLine().Split(src, -1) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		if otherBlock().MatchString(part) {
			b.WriteString(part + "\n")
		} else {
			b.WriteString("<p>" + lineEnds().ReplaceAllString(part, "<br>") + "</p>\n")
		}
	}
	return b.String()
}
