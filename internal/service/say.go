package service

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/narrate"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/providers"
)

// words are what a voice is tried with, by language.
var words = map[string]string{
	"ar": "مرحبا", "cs": "Dobrý den", "da": "Goddag", "de": "Guten Tag", "en": "Hello", "es": "Hola", "fi": "Hei", "fr": "Bonjour",
	"he": "שלום", "it": "Buongiorno", "nb": "Hallo", "nl": "Hallo", "pl": "Dzień dobry", "pt": "Olá", "ru": "Привет", "sv": "Hej", "uk": "Привіт",
}

// trial is a voice as settings name it, in a language.
type trial struct {
	setting, language string
	manner            speech.Manner
}

// VoiceChecks have each configured voice say a word. Without spend only voices of this machine do.
func (s *Service) VoiceChecks(spend bool) (checks []doctor.Check) {
	for _, t := range s.trials() {
		checks = append(checks, doctor.Check{
			Name: "voice: " + t.setting + " (" + t.language + ")", Means: "articles for this voice fail, or the next voice of the list reads them",
			Run: func(ctx context.Context) doctor.Result { return s.try(ctx, t, spend) },
		})
	}
	return checks
}

// trials lists each voice once for each language that it is set for. A voice for any language is
// tried in the site's own.
func (s *Service) trials() (all []trial) {
	for _, name := range slices.Sorted(maps.Keys(s.Config.Sites)) {
		site := s.Config.Sites[name]
		for _, language := range slices.Sorted(maps.Keys(site.Voices)) {
			for _, setting := range site.Voices[language] {
				t := trial{setting, language, site.Manners[language]}
				if language == narrate.AnyLanguage {
					t.language = site.Language
				}
				if !slices.Contains(all, t) {
					all = append(all, t)
				}
			}
		}
	}
	return all
}

func (s *Service) try(ctx context.Context, t trial, spend bool) doctor.Result {
	voice, err := s.Voices().FindWith(t.setting, t.language, t.manner)
	if err != nil {
		return doctor.Failed("correct the voice in the settings", "%v", err)
	}
	word, known := words[strings.SplitN(t.language, "-", 2)[0]]
	if !known {
		word = "radio"
	}
	call := voice.SayWords(word)
	if !spend && !isLocal(voice.Provider) {
		return doctor.Found("not tried: --no-spend; %q would cost %s", word, s.price(call))
	}
	began := time.Now()
	said, err := speech.WithChecks(s.Voices()[voice.Provider], speech.Checks{}).Synthesize(ctx, call)
	if err != nil {
		return unsaid(err)
	}
	return doctor.Found("said %q: %.1f s of speech in %d ms, for %s", word, said.Duration().Seconds(), time.Since(began).Milliseconds(), s.price(call))
}

// price says what a call costs, to the thousandth of a cent.
func (s *Service) price(call speech.Call) string {
	if isLocal(call.Provider) {
		return "nothing"
	}
	if !s.Config.Prices.Known(call.Provider, call.Family) {
		return "an unknown price"
	}
	return fmt.Sprintf("$%.5f", s.Config.Prices.Cost(call.Provider, call.Family, call.Billed).Dollars())
}

func unsaid(err error) doctor.Result {
	var busy *speech.Busy
	switch {
	case errors.As(err, &busy):
		return doctor.Warned("raise the account's quota, or lower quotas in the settings", "%v", err)
	case errors.Is(err, speech.ErrUnavailable), errors.Is(err, context.DeadlineExceeded):
		return doctor.Failed("check the provider's credentials and its status page (docs/providers.md)", "%v", err)
	case errors.Is(err, speech.ErrBadAudio):
		return doctor.Failed("listen to the voice at the provider, or choose another one", "%v", err)
	}
	return doctor.Failed("correct the voice, or its provider's variables (docs/providers.md)", "%v", err)
}

func isLocal(provider string) bool {
	return slices.ContainsFunc(providers.All(), func(p speech.Registration) bool { return p.Name == provider && p.Local })
}
