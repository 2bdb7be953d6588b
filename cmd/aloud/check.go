package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/aloud-audio/aloud/internal/mp3"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/speech"
)

// checkVoices finds every voice that the settings name, and whether an MP3 of its sample rate can have the site's bit
// rate: a slip there would let each article fail on its own.
func (s *service) checkVoices() error {
	voices := s.speakers()
	var problems []error
	for _, name := range slices.Sorted(maps.Keys(s.config.Sites)) {
		site := s.config.Sites[name]
		for _, lang := range slices.Sorted(maps.Keys(site.Voices)) {
			if err := checkVoice(voices, site.Site, lang); err != nil {
				problems = append(problems, fmt.Errorf("sites.%s.voices.%s: %w", name, lang, err))
			}
		}
	}
	return errors.Join(problems...)
}

// checkVoice of any language can only tell whether its provider exists: it may not speak the site's own. The sample rate
// of each other must be one that an MP3 can have at the site's bit rate.
func checkVoice(voices speech.Providers, site narrate.Site, lang string) error {
	var problems []error
	for _, setting := range site.Voices[lang] {
		if lang == narrate.AnyLanguage {
			problems = append(problems, voices.Check(setting))
			continue
		}
		voice, err := voices.Find(setting, lang)
		if err == nil {
			err = mp3.Format{SampleRate: voice.SampleRate, BitRate: site.BitRate}.Check()
		}
		problems = append(problems, err)
	}
	return errors.Join(problems...)
}
