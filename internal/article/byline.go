package article

import (
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/lang"
	"github.com/aloud-audio/aloud/internal/lazyregexp"
)

// bylineText returns the byline as it is read: "By Olena Test and Marta Koval". In a language
// without the words for it, it is the names with commas.
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

// byline returns the authors that a line above the text names: "By Ann Lee and Bo Um".
func (b body) byline() []string {
	const most, longest = 6, 120 // lines, bytes
	first, _ := textBounds(b.entries)
	for _, e := range b.entries[:min(first, most, len(b.entries))] {
		if len(e.Text) > longest || e.Role == Heading || !leadingBy().MatchString(e.Text) {
			continue
		}
		names := b.page.authors([]string{e.Text})
		if names = slices.DeleteFunc(names, func(name string) bool { return !isPersonal(name) }); len(names) > 0 {
			return names
		}
	}
	return nil
}
