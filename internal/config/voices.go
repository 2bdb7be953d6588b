package config

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/aloud-audio/aloud/internal/article"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/speech"
)

// voiceSettings are the voices of one language: one, a list, or a map. Each list is in order of
// preference.
type voiceSettings struct {
	Main     stringList `yaml:"main"`
	Quote    stringList `yaml:"quote" json:",omitempty"`    // for quotes; none: Main
	Question stringList `yaml:"question" json:",omitempty"` // for an interviewer's questions; none: Main
	Rate     float64    `yaml:"rate"`                       // relative to the voices' own rate
	Context  bool       `yaml:"context"`                    // they are told what is said before and after
}

// UnmarshalYAML implements yaml.InterfaceUnmarshaler.
func (s *voiceSettings) UnmarshalYAML(unmarshal func(any) error) error {
	if err := unmarshal(&s.Main); err == nil {
		return nil
	}
	type keys voiceSettings
	return unmarshal((*keys)(s))
}

// The speaking rates that some provider supports. Each voice has its own range within them.
const (
	slowest = 0.25
	fastest = 4.0
)

func (s voiceSettings) check() error {
	var problems []error
	if len(s.Main) == 0 {
		problems = append(problems, errors.New(`no voice: write "provider:voice", or a list of them`))
	}
	for _, voice := range slices.Concat(s.Main, s.Quote, s.Question) {
		if provider, _, _ := strings.Cut(voice, ":"); provider == "" {
			problems = append(problems, fmt.Errorf(`%q is not "provider:voice"`, voice))
		}
	}
	if s.Rate != 0 && !(s.Rate >= slowest && s.Rate <= fastest) {
		problems = append(problems, at("rate", fmt.Errorf("%g is not from %g to %g: write a rate like 1.05", s.Rate, slowest, fastest)))
	}
	return errors.Join(problems...)
}

// fillVoices sets the site's voices and how they are to speak, by language.
func (s siteSettings) fillVoices(site *Site, env Environment) error {
	if len(s.Voices) == 0 {
		site.Voices = defaultVoices(env)
		return nil
	}
	given, err := byLanguage("voices", s.Voices, narrate.AnyLanguage)
	problems := []error{err}
	site.Voices, site.Speakers, site.Manners = map[string][]string{}, map[string]narrate.Speakers{}, map[string]speech.Manner{}
	for lang, setting := range given {
		problems = append(problems, at("voices", at(lang, setting.check())))
		site.Voices[lang] = setting.Main
		if speakers := setting.speakers(); len(speakers) > 0 {
			site.Speakers[lang] = speakers
		}
		if manner := (speech.Manner{Rate: setting.Rate, Context: setting.Context}); manner != (speech.Manner{}) {
			site.Manners[lang] = manner
		}
	}
	return errors.Join(problems...)
}

// speakers returns the voices for what others than the author say.
func (s voiceSettings) speakers() narrate.Speakers {
	speakers := narrate.Speakers{}
	if len(s.Quote) > 0 {
		speakers[article.Quoted] = s.Quote
	}
	if len(s.Question) > 0 {
		speakers[article.Interviewer] = s.Question
	}
	return speakers
}

// defaultVoices returns ALOUD_VOICE for every language, or the local voices.
func defaultVoices(env Environment) map[string][]string {
	if env.Voice != "" {
		return map[string][]string{narrate.AnyLanguage: {env.Voice}}
	}
	return map[string][]string{"en": {"flite:slt"}, narrate.AnyLanguage: {"espeak-ng"}}
}
