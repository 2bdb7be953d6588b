package config

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// How loud tracks may be, in LUFS: broadcasters have -24 and -23, podcasts -19 to -14, and above -10 speech is distorted.
const (
	softest = -24.0
	loudest = -10.0
)

func (s siteSettings) checkLoudness() error {
	if s.Loudness != 0 && (s.Loudness < softest || s.Loudness > loudest) {
		return fmt.Errorf("loudness: %g is not a number of LUFS from %g to %g, like -16", s.Loudness, softest, loudest)
	}
	return nil
}

// checkDisclosure refuses a disclosure that listeners of one of the site's voices would not hear: to leave it out has to be
// meant.
func (s siteSettings) checkDisclosure() error {
	if len(s.Disclosure) == 0 {
		return nil
	}
	var problems []error
	for _, lang := range slices.Sorted(maps.Keys(s.Disclosure)) {
		problems = append(problems, checkLanguage("disclosure", lang))
		if strings.TrimSpace(s.Disclosure[lang]) == "" {
			problems = append(problems, fmt.Errorf("disclosure.%s: is empty: write what is said, or leave the language out", lang))
		}
	}
	for _, lang := range slices.Sorted(maps.Keys(s.Voices)) {
		tag, err := language.Parse(lang)
		if err != nil {
			continue // checkVoices tells
		}
		base, _ := tag.Base()
		if s.Disclosure[lang] == "" && s.Disclosure[base.String()] == "" {
			problems = append(problems, fmt.Errorf("disclosure: has none for the language %s, which has a voice: add a line %s: \"…\"", lang, lang))
		}
	}
	return errors.Join(problems...)
}
