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

// The text files describe how articles are read: what is not article text, how authors are named,
// where sentences end. docs/languages.md describes their format and sections. A language needs no
// Go to have one.

//go:embed */text.txt
var textFiles embed.FS

// sections are the sections that a text file may have. A name that ends with a colon is the prefix
// of a family of sections.
var sections = strings.Split(`byline: |interviewer|degrees|companies|units with powers|author does|author is|professions|us|labels: |
ask lead-ins|asks: |credits|credits: |published elsewhere|tips|follow us|networks|channels|audio label|by AI|sayings: |names: |
copyright|copyright: |embeds: |site names: |update notes|invitations|reported by|months|ordinal endings|behind a year|clock: |ago|at a time|before a date|inside a date|dated|dated: |minutes of reading|
lines: |photo by|photo via|photo credit: |agencies|share words|beside share words|counters|before a word|before a number|behind a number|before a name or at the end|
pairs that stay together|pairs that end an enumeration|starters|says|answers|halves of the day|behind a time|
second behind a time|name endings|sounds of name endings|small in titles|time openers|words of one letter|a full stop makes ordinals`, "|")

// textFile has the phrases of a language by section.
type textFile map[string][]string

// texts has the text files by language. They are parsed on first use.
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

// readText parses a text file: sections of phrases, one per line or separated by " | ".
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
				return nil, fmt.Errorf("line %d: unknown section [%s]", n, name)
			}
			if _, there := t[name]; there {
				return nil, fmt.Errorf("line %d: duplicate section [%s]", n, name)
			}
			section, t[name] = name, nil
		case section == "":
			return nil, fmt.Errorf("line %d: %q is outside any section", n, line)
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

// Phrases returns a section's phrases in all languages, because an article may contain any of them.
func Phrases(section string) []string { return phrases()[section] }

// phrases has the sections of all languages combined, in the order of their tags.
var phrases = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	for _, tag := range TextLanguages() {
		for section, own := range texts()[tag] {
			all[section] = append(all[section], own...)
		}
	}
	return all
})

// PhrasesIn returns a section's phrases in the language of a tag, whatever its region.
func PhrasesIn(tag, section string) []string { return texts()[Base(tag)][section] }

// WordsIn returns the words of a section in a language, and those that apply to all languages.
func WordsIn(tag, section string) []string {
	return strings.Fields(strings.Join(slices.Concat(PhrasesIn("und", section), PhrasesIn(tag, section)), " "))
}

// WordsOnly returns the words of a section in the language of a tag only.
func WordsOnly(tag, section string) []string {
	return strings.Fields(strings.Join(PhrasesIn(tag, section), " "))
}

// TextLanguages returns the sorted tags of the languages that have a text file.
func TextLanguages() []string { return slices.Sorted(maps.Keys(texts())) }

// Sections returns the sorted names of the sections of all languages that begin with prefix,
// without the prefix.
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
