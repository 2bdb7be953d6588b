package article

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang"
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

var leadingBy = lazily(func() string { return `^(?i:` + anyOf("byline: by") + `)\s+` })

// Names returns the authors that structured data of a file or page names: those of the first value
// that has any. A value is a name, an object with a name, or a list of these.
func Names(values ...any) []string {
	var lists [][]string
	for _, value := range values {
		lists = append(lists, personNames(value))
	}
	return names(lists...)
}

// names returns the authors of the first list that has any, without duplicates and leading "By".
func names(lists ...[]string) []string {
	for _, list := range lists {
		var names []string
		seen := map[string]bool{}
		for _, name := range list {
			name = leadingBy().ReplaceAllString(fold(name), "")
			if hasWord(name) && !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
		if len(names) > 0 {
			return names
		}
	}
	return nil
}
