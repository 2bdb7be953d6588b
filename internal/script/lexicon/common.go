package lexicon

import (
	"strings"

	"github.com/aloud-audio/aloud/internal/lang"
)

// commonWords are words that look like names but need no entry.
type commonWords struct {
	words    map[string]bool
	prefixes map[string]bool
}

// commonOf reads the common words of a language. It returns an empty list if there is none.
func commonOf(language string) *commonWords {
	c := &commonWords{words: map[string]bool{}, prefixes: map[string]bool{}}
	for line := range strings.Lines(string(lang.CommonWords(language))) {
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

// has reports whether a name, given by its key, is common; for Reuters-Ipsos, whether all its parts
// are.
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
