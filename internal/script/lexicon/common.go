package lexicon

import (
	"embed"
	"strings"
	"sync"
)

//go:embed common/*.txt
var commonFiles embed.FS

// commonWords are those that look like names and need no entry.
type commonWords struct {
	words    map[string]bool
	prefixes map[string]bool
}

var common = map[string]func() *commonWords{
	"en": sync.OnceValue(func() *commonWords { return readCommon("common/en.txt") }),
	"uk": sync.OnceValue(func() *commonWords { return readCommon("common/uk.txt") }),
}

func commonOf(language string) *commonWords {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	if load, ok := common[base]; ok {
		return load()
	}
	return &commonWords{}
}

func readCommon(file string) *commonWords {
	text, err := commonFiles.ReadFile(file)
	if err != nil {
		panic(err)
	}
	c := &commonWords{words: map[string]bool{}, prefixes: map[string]bool{}}
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, word := range strings.Fields(line) {
			if prefix, ok := strings.CutSuffix(word, "*"); ok {
				c.prefixes[prefix] = true
			} else {
				c.words[word] = true
			}
		}
	}
	return c
}

// has tells whether a name, given by its key, is common; of Reuters-Ipsos, whether all parts are.
func (c *commonWords) has(key string) bool {
	key = strings.ToLower(key)
	if c.words[key] {
		return true
	}
	if parts := strings.Split(key, "-"); len(parts) > 1 {
		for _, part := range parts {
			if !c.has(part) {
				return c.hasPrefix(key)
			}
		}
		return true
	}
	return c.hasPrefix(key)
}

func (c *commonWords) hasPrefix(key string) bool {
	for end := range key {
		if c.prefixes[key[:end]] {
			return true
		}
	}
	return c.prefixes[key]
}
