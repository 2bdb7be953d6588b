package lexicon

import (
	"slices"
	"strings"
	"sync"

	"github.com/aloud-audio/aloud/internal/lang"
)

// tables returns the tables in the languages' folders: declensions, and how endings sound.
var tables = sync.OnceValue(func() []Pattern {
	var all []Pattern
	for _, language := range lang.DeclensionLanguages() {
		all = append(all, readPatterns(language, string(lang.Declensions(language)))...)
	}
	return all
})

// areSounds reports whether a table is the table of sounds, whose example lists the vowels.
func areSounds(p Pattern) bool { return p.Name == "sounds" }

var patterns = sync.OnceValue(func() []Pattern { return slices.DeleteFunc(slices.Clone(tables()), areSounds) })

// sounds returns the tables of sounds by language: a letter, its sound after a vowel, and its sound
// after other letters.
var sounds = sync.OnceValue(func() map[string]Pattern {
	all := map[string]Pattern{}
	for _, p := range tables() {
		if areSounds(p) {
			all[p.Language] = p
		}
	}
	return all
})

// readPatterns parses a declensions.tsv, whose comments explain the format. A test reads all of
// them.
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
