package lexicon

import (
	"strings"
	"sync"

	"github.com/aloud-audio/aloud/internal/lang"
)

// patterns returns the declensions that the languages' folders have.
var patterns = sync.OnceValue(func() []Pattern {
	var all []Pattern
	for _, language := range lang.DeclensionLanguages() {
		all = append(all, readPatterns(language, string(lang.Declensions(language)))...)
	}
	return all
})

// readPatterns reads a declensions.tsv, which explains itself. A test reads all of them.
func readPatterns(language, text string) []Pattern {
	var all []Pattern
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "", strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			name, example, _ := strings.Cut(line[1:], "] ")
			all = append(all, Pattern{Name: name, Language: language, Example: example})
		default:
			p := &all[len(all)-1]
			p.endings = append(p.endings, readEndings(line))
		}
	}
	return all
}

func readEndings(row string) endings {
	cells := append(strings.Split(row, "\t"), "", "")
	return endings{nominative: strings.TrimPrefix(cells[0], "-"), others: cells[1], after: cells[2]}
}
