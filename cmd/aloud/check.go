package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/aloud-audio/aloud/internal/config"
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
			if err := s.checkVoice(voices, site, lang); err != nil {
				problems = append(problems, fmt.Errorf("sites.%s.voices.%s: %w", name, lang, err))
			}
		}
	}
	return errors.Join(problems...)
}

// checkVoice of any language can only tell whether its provider exists: it may not speak the site's own. The sample rate
// of each other must be one that an MP3 can have at the site's bit rate.
func (s *service) checkVoice(voices speech.Providers, site config.Site, lang string) error {
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
		if err == nil {
			err = s.checkPrice(site, voice)
		}
		problems = append(problems, err)
	}
	return errors.Join(problems...)
}

// checkPrice refuses a voice whose price is not known where the budget is in dollars: it would be spent without end.
func (s *service) checkPrice(site config.Site, voice speech.Voice) error {
	inMoney := site.Budget.Article.Money + site.Budget.Day.Money + site.Budget.Month.Money
	if inMoney == 0 || s.config.Prices.Known(voice.Provider, voice.Family) {
		return nil
	}
	family := voice.Provider + ":" + voice.Family
	return fmt.Errorf("the budget is in dollars, and the price of %s is not known: add a line like prices: {%q: 30}, for a million characters (0 if it is free)",
		voice, family)
}
