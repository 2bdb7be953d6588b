package config

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/aloud-audio/aloud/internal/mp3"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/speech"
)

// CheckVoices returns an error for each voice of the settings with which every article would fail:
// no provider has it, it cannot speak at the site's rate, no MP3 of its sample rate has the site's
// bit rate, or a budget in dollars does not know its price.
func (c Config) CheckVoices(voices speech.Providers) error {
	var problems []error
	for _, name := range slices.Sorted(maps.Keys(c.Sites)) {
		site := c.Sites[name]
		for _, lang := range slices.Sorted(maps.Keys(site.Voices)) {
			if err := c.checkVoice(voices, site, lang); err != nil {
				problems = append(problems, fmt.Errorf("sites.%s.voices.%s: %w", name, lang, err))
			}
		}
	}
	return errors.Join(problems...)
}

// checkVoice checks the voices of one language: that they exist, can speak at the site's rate, have
// a sample rate that MP3 supports at the site's bit rate, and a price if the budget is in dollars.
func (c Config) checkVoice(voices speech.Providers, site Site, lang string) error {
	problems := []error{checkContext(voices, site, lang)}
	for _, setting := range voicesNamed(site, lang) {
		if lang == narrate.AnyLanguage {
			problems = append(problems, checkAnyLanguage(voices, site, setting))
			continue
		}
		voice, err := voices.FindWith(setting, lang, site.Manners[lang])
		if err == nil {
			err = mp3.Format{SampleRate: voice.SampleRate, BitRate: site.BitRate}.Check()
		}
		if err == nil {
			err = c.checkPrice(site, voice)
		}
		problems = append(problems, err)
	}
	return errors.Join(problems...)
}

// voicesNamed returns all voices that the settings name for a language.
func voicesNamed(site Site, lang string) []string {
	all := slices.Clone(site.Voices[lang])
	for _, speaker := range slices.Sorted(maps.Keys(site.Speakers[lang])) {
		all = append(all, site.Speakers[lang][speaker]...)
	}
	return all
}

// checkAnyLanguage can only check the provider and, if the voice speaks the site's language, its
// rate.
func checkAnyLanguage(voices speech.Providers, site Site, setting string) error {
	if err := voices.Check(setting); err != nil {
		return err
	}
	if _, err := voices.Find(setting, site.Language); err != nil {
		return nil // it need not speak the site's language
	}
	_, err := voices.FindWith(setting, site.Language, site.Manners[narrate.AnyLanguage])
	return err
}

// checkContext refuses `context: true` if none of the voices takes context.
func checkContext(voices speech.Providers, site Site, lang string) error {
	if !site.Manners[lang].Context || lang == narrate.AnyLanguage {
		return nil
	}
	for _, setting := range voicesNamed(site, lang) {
		if voice, err := voices.Find(setting, lang); err != nil || voice.Contexts {
			return nil // an unknown voice is reported as such
		}
	}
	return errors.New("context: none of these voices takes context: remove it")
}

// checkPrice refuses a voice of unknown price if the budget is in dollars: its spending would never
// count.
func (c Config) checkPrice(site Site, voice speech.Voice) error {
	inMoney := site.Budget.Article.Money + site.Budget.Day.Money + site.Budget.Month.Money
	if inMoney == 0 || c.Prices.Known(voice.Provider, voice.Family) {
		return nil
	}
	family := voice.Provider + ":" + voice.Family
	return fmt.Errorf("the budget is in dollars, and the price of %s is not known: add a line like prices: {%q: 30}, for a million characters (0 if it is free)",
		voice, family)
}
