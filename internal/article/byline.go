package article

import (
	"regexp"
	"strings"

	"golang.org/x/text/language"
)

// bylineWords are what stands before the authors, and before the last of several. In other languages it is the names
// with commas.
var bylineWords = map[string]struct{ by, and string }{
	"de": {"Von ", " und "},
	"en": {"By ", " and "},
	"es": {"Por ", " y "},
	"fr": {"Par ", " et "},
	"pl": {"", " i "},
	"ru": {"", " и "},
	"uk": {"", " і "},
}

// bylineText is the byline as it is read: "By Olena Test and Marta Koval".
func bylineText(names []string, lang string) string {
	if len(names) == 0 {
		return ""
	}
	base, _ := language.Make(lang).Base()
	words, ok := bylineWords[base.String()]
	if !ok {
		words.and = ", "
	}
	last := len(names) - 1
	if last == 0 {
		return words.by + names[0]
	}
	return words.by + strings.Join(names[:last], ", ") + words.and + names[last]
}

var leadingBy = regexp.MustCompile(`^(?i:by|von|par|por)\s+`)

// Names reads the authors of what a file or a page says of them in data: of the first value that has any. A value is a
// name, an object with a name, or a list of these.
func Names(values ...any) []string {
	var lists [][]string
	for _, value := range values {
		lists = append(lists, personNames(value))
	}
	return names(lists...)
}

// names are the authors of the first list that has any, each once and without a leading "By".
func names(lists ...[]string) []string {
	for _, list := range lists {
		var names []string
		seen := map[string]bool{}
		for _, name := range list {
			name = leadingBy.ReplaceAllString(fold(name), "")
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
