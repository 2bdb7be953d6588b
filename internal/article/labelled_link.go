package article

import "strings"

// isLabelledLink reports whether a paragraph is a word or two, a colon and a link that is no
// sentence: "See: Ten ships come home". In every language this is a link to another article.
func isLabelledLink(e entry) bool {
	const longest, most = 300, 4 // bytes, words
	label, rest, found := strings.Cut(e.Text, ":")
	return found && len(e.Text) <= longest && e.mostlyLinked && len(strings.Fields(label)) <= most &&
		len(rest) > len(label) && !endsSentence(e.Text) && !beginsNumbered(e.Text)
}
