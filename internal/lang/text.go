package lang

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
)

// The text files say how articles are read: what is no text, how authors are named, where sentences
// end. docs/languages.md has their format and sections. A language needs no Go to have one.

//go:embed */text.txt
var textFiles embed.FS

// sections are those that a text file may have. A name that ends with a colon begins those of a
// family.
var sections = strings.Split(`byline: |degrees|companies|units with powers|author does|author is|professions|us|labels: |
ask lead-ins|asks: |credits|credits: |published elsewhere|tips|follow us|networks|channels|audio label|by AI|sayings: |names: |
copyright|copyright: |embeds: |site names: |update notes|invitations|reported by|months|ordinal endings|behind a year|clock: |ago|at a time|before a date|inside a date|dated|dated: |minutes of reading|
lines: |photo by|photo via|photo credit: |agencies|share words|beside share words|counters|before a word|before a number|behind a number|before a name or at the end|
pairs that stay together|pairs that end an enumeration|starters|says|answers|halves of the day|behind a time|
second behind a time|name endings|sounds of name endings|small in titles|time openers|words of one letter|a full stop makes ordinals`, "|")

// textFile has the phrases of a language by section.
type textFile map[string][]string

// texts has the files by language. They are read when the first article is.
var texts = sync.OnceValue(func() map[string]textFile {
	files, _ := fs.Glob(textFiles, "*/text.txt") // the pattern is right
	all := make(map[string]textFile, len(files))
	for _, name := range files {
		data, err := textFiles.ReadFile(name)
		if err == nil {
			all[path.Dir(name)], err = readText(string(data))
		}
		if err != nil {
			panic("lang: " + name + ": " + err.Error()) // part of the binary: a test reads all
		}
	}
	return all
})

// readText reads a text file: sections of phrases, on lines of their own or between " | ".
func readText(data string) (textFile, error) {
	t := textFile{}
	section, n := "", 0
	for line := range strings.Lines(data) {
		n++
		line = strings.TrimSpace(line)
		name, isHead := strings.CutPrefix(line, "[")
		name, ends := strings.CutSuffix(name, "]")
		switch {
		case line == "", strings.HasPrefix(line, "#") && section == "":
		case isHead && ends && !strings.ContainsAny(name, "[](|"):
			if !isSection(name) {
				return nil, fmt.Errorf("line %d: there is no section [%s]", n, name)
			}
			if _, there := t[name]; there {
				return nil, fmt.Errorf("line %d: the section [%s] is there already", n, name)
			}
			section, t[name] = name, nil
		case section == "":
			return nil, fmt.Errorf("line %d: %q stands in no section", n, line)
		default:
			t[section] = append(t[section], strings.Split(line, " | ")...)
		}
	}
	return t, nil
}

func isSection(name string) bool {
	return slices.ContainsFunc(sections, func(known string) bool {
		known = strings.TrimLeft(known, "\n")
		return name == known || strings.HasSuffix(known, ": ") && strings.HasPrefix(name, known)
	})
}

// Phrases are a section's in all languages: any of them may stand in an article in any language.
func Phrases(section string) []string { return phrases()[section] }

// phrases has the sections of all languages together, in the order of their tags.
var phrases = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	for _, tag := range TextLanguages() {
		for section, own := range texts()[tag] {
			all[section] = append(all[section], own...)
		}
	}
	return all
})

// PhrasesIn are a section's in the language of a tag, whatever its region.
func PhrasesIn(tag, section string) []string { return texts()[Base(tag)][section] }

// WordsIn are the single words of a section, together with those that hold in every language.
func WordsIn(tag, section string) []string {
	return strings.Fields(strings.Join(slices.Concat(PhrasesIn("und", section), PhrasesIn(tag, section)), " "))
}

// WordsOnly are the single words of a section in the language of a tag alone.
func WordsOnly(tag, section string) []string {
	return strings.Fields(strings.Join(PhrasesIn(tag, section), " "))
}

// TextLanguages are the languages that have a text file, sorted.
func TextLanguages() []string { return slices.Sorted(maps.Keys(texts())) }

// Sections are the names of the sections of all languages that begin with prefix, without it,
// sorted.
func Sections(prefix string) []string {
	names := map[string]bool{}
	for _, t := range texts() {
		for section := range t {
			if name, ok := strings.CutPrefix(section, prefix); ok {
				names[name] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(names))
}
