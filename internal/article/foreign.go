package article

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/lang/detect"
)

// Passage is a part of a block in another language than the block's: a quotation, or an element
// with a lang attribute of its own.
type Passage struct {
	Start, End int    // bytes of the block's text, End excluded, with the quotation marks
	Language   string // BCP 47
}

// statedPassage is the text of an element within a block, and the language of its lang attribute.
type statedPassage struct{ text, language string }

// statedLanguage returns an element's lang attribute, "" without one.
func statedLanguage(n *html.Node) string {
	if tag := attr(n, "lang"); tag != "" {
		return NormalLanguage(tag)
	}
	return NormalLanguage(attr(n, "xml:lang"))
}

// outerLanguage is the language that the elements around n state, below html, whose language is the
// page's.
func outerLanguage(n *html.Node) string {
	for ; n != nil && n.Data != "html"; n = n.Parent {
		if tag := statedLanguage(n); n.Type == html.ElementNode && tag != "" {
			return tag
		}
	}
	return ""
}

// locate finds the stated passages in a block's text, and returns those that are not in it, for the
// next block.
func locate(text string, stated []statedPassage) (found []Passage, left []statedPassage) {
	at := 0
	for _, s := range stated {
		start := strings.Index(text[at:], s.text)
		if start < 0 {
			left = append(left, s)
			continue
		}
		found = append(found, Passage{at + start, at + start + len(s.text), s.language})
		at += start + len(s.text)
	}
	return found, left
}

// markLanguages sets the language of each block whose language differs from the article's, and
// finds the passages whose language differs from the block's. A lang attribute counts unless the
// text contradicts it: editors paste text with wrong lang attributes.
func markLanguages(blocks []Block, language string) {
	for i := range blocks {
		b := &blocks[i]
		if b.Role == Byline {
			b.Language, b.Passages = "", nil
			continue
		}
		b.Language = foreign(b.Text, b.Language, language)
		b.Passages = passages(b.Text, b.Passages, cmp.Or(b.Language, language))
		if p := b.Passages; len(p) == 1 && trimMarks(b.Text[:p[0].Start]+b.Text[p[0].End:]) == "" {
			b.Language, b.Passages = p[0].Language, nil
			if lang.Base(b.Language) == lang.Base(language) {
				b.Language = ""
			}
		}
	}
}

// foreign returns the language of a text if it is not the one around it.
func foreign(text, stated, around string) string {
	switch {
	case lang.Base(stated) == lang.Base(around):
		return ""
	case stated != "" && detect.Allows(text, stated, lang.Base(around)):
		return stated
	}
	return detect.Foreign(detect.Unquoted(text), lang.Base(around))
}

// passages returns the passages of a text that are in another language than the one around them:
// those that the page states, and quotations.
func passages(text string, stated []Passage, around string) []Passage {
	var found []Passage
	for _, p := range stated {
		if tag := foreign(trimMarks(text[p.Start:p.End]), p.Language, around); tag != "" && severalWords(text[p.Start:p.End]) {
			found = append(found, Passage{p.Start, p.End, tag})
		}
	}
	for _, q := range detect.Quotations(text) {
		within := func(p Passage) bool { return p.Start < q[1] && q[0] < p.End }
		if tag := detect.Foreign(text[q[0]:q[1]], lang.Base(around)); tag != "" && !slices.ContainsFunc(found, within) {
			found = append(found, Passage{q[0], q[1], tag})
		}
	}
	slices.SortFunc(found, func(a, b Passage) int { return a.Start - b.Start })
	return found
}

// severalWords reports whether a text is more than a name that keeps its own spelling.
func severalWords(text string) bool { return len(strings.Fields(text)) > 1 }

// trimMarks removes white space and punctuation from both ends.
func trimMarks(text string) string {
	return strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) })
}

// ForeignLanguages lists the languages of blocks and passages that differ from the article's.
func (a Article) ForeignLanguages() []string {
	var all []string
	for _, b := range a.Blocks {
		if b.Language != "" {
			all = append(all, b.Language)
		}
		for _, p := range b.Passages {
			all = append(all, p.Language)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
