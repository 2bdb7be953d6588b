package lang

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/aloud-audio/aloud/internal/lang/grammar"
)

// Normal returns a language tag in its canonical BCP 47 form: en-GB for en_GB and EN-gb. The error
// names an invalid tag: "ua" is a country, and "und" is not a language.
func Normal(tag string) (string, error) {
	parsed, err := language.Parse(strings.TrimSpace(tag))
	if err != nil || parsed == language.Und {
		return "", fmt.Errorf("%q is not a language tag: write one like en, uk or pt-BR", tag)
	}
	return parsed.String(), nil
}

// Base returns a tag in lower case without region and script: "en" for en-GB and en_GB.
func Base(tag string) string {
	base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	return base
}

// IsRoman reports whether a word consists of Roman numerals, in Latin letters or in Cyrillic
// lookalikes.
func IsRoman(word string) bool { return grammar.IsRoman(word) }

// HasIdeograms reports whether the language of a tag is usually written in characters for syllables
// or words.
func HasIdeograms(tag string) bool {
	script, _ := language.Make(strings.ReplaceAll(tag, "_", "-")).Script()
	return slices.Contains([]string{"Hans", "Hant", "Jpan", "Kore"}, script.String())
}

// Known reports whether l has more than the rules that all languages share: its numbers are spelled
// out.
func (l *Language) Known() bool { return l.Tag != "" }
