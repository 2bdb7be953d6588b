package article

import (
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// bylineText returns the byline as it is read: "By Olena Test and Marta Koval". In a language
// without words for it, the names are separated by commas.
func bylineText(names []string, language string) string {
	if len(names) == 0 {
		return ""
	}
	by, and := "", ", "
	for _, word := range lang.PhrasesIn(language, "byline: by") {
		by = word + " "
	}
	for _, word := range lang.PhrasesIn(language, "byline: and") {
		and = " " + word + " "
	}
	last := len(names) - 1
	if last == 0 {
		return by + names[0]
	}
	return by + strings.Join(names[:last], ", ") + and + names[last]
}

var leadingBy = lazyregexp.Build(func() string { return `^(?i:` + anyOf("byline: by") + `)\s+` })

// byline returns the authors that a line above or below the text names: "By Ann Lee and Bo Um",
// "Text: Ann Lee".
func (b body) byline() []string {
	const above, below = 6, 3 // lines
	first, last := textBounds(b.entries)
	if names := b.namesIn(b.entries[:min(first, above, len(b.entries))]); len(names) > 0 || last == len(b.entries) {
		return names
	}
	if names := b.namesIn(b.entries[first+1 : min(first+2, len(b.entries))]); b.page.title != "" && len(names) > 0 { // below a lede
		return names
	}
	return b.namesIn(b.entries[last+1 : min(last+1+below, len(b.entries))])
}

func (b body) namesIn(lines []entry) []string {
	const longest = 120 // bytes
	for _, e := range lines {
		if len(e.Text) > longest || e.Role == Heading || endsSentence(e.Text) || !leadingBy().MatchString(e.Text) && !nameOpening().MatchString(e.Text) {
			continue
		}
		names := b.page.authors([]string{e.Text})
		if names = slices.DeleteFunc(names, func(name string) bool { return !isPersonal(name) }); len(names) > 0 {
			return names
		}
	}
	return nil
}
