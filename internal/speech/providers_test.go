package speech_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
)

var local = speech.Providers{"flite": command.Flite{}, "espeak-ng": command.EspeakNG{}}

func TestFind(t *testing.T) {
	for name, test := range map[string]struct {
		setting, language string
		want              string // the voice, or part of the error
	}{
		"flite":             {"flite:slt", "en", "flite:slt"},
		"espeak-ng":         {"espeak-ng:uk", "uk", "espeak-ng:uk"},
		"no provider":       {"slt", "en", `write provider:voice, as in flite:slt; providers are espeak-ng, flite`},
		"provider alone":    {"espeak-ng", "uk-UA", "espeak-ng:uk"},
		"no voice":          {"flite:", "en", "write slt"},
		"nothing":           {"", "en", "write provider:voice"},
		"unknown provider":  {"google:uk-UA-Chirp3-HD-Kore", "uk", `no provider "google"; write provider:voice, as in flite:slt; providers are espeak-ng, flite`},
		"the voice's error": {"flite:slt", "uk", `voice "flite:slt": flite speaks only English`},
	} {
		t.Run(name, func(t *testing.T) {
			v, err := local.Find(test.setting, test.language)
			got := v.String()
			if err != nil {
				got = err.Error()
			}
			if !strings.Contains(got, test.want) {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestProvidersSynthesize(t *testing.T) {
	for _, setting := range []string{"flite:kal16", "espeak-ng:en-gb"} {
		v, err := local.Voice(setting, "en")
		if err != nil {
			t.Fatal(err)
		}
		if s := mustSynthesize(t, local, v.Request("Good morning.")); s.SampleRate != v.SampleRate {
			t.Errorf("%s spoke at %d Hz, want %d", setting, s.SampleRate, v.SampleRate)
		}
	}
	_, err := local.Synthesize(t.Context(), speech.Request{Provider: "polly"})
	if !errors.Is(err, speech.ErrPermanent) || !strings.Contains(err.Error(), "espeak-ng, flite") {
		t.Errorf("error is %v, want a permanent one that lists the providers", err)
	}
}

// broken has no connection to ask for its voices.
type broken struct{ command.Flite }

func (broken) Voices(context.Context) ([]speech.Voice, error) { return nil, context.DeadlineExceeded }

func TestProvidersVoices(t *testing.T) {
	all, err := local.Voices(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	some, err := speech.Providers{"flite": command.Flite{}, "aaa": broken{}}.Voices(t.Context())
	if !errors.Is(err, context.DeadlineExceeded) || !strings.Contains(err.Error(), "aaa") {
		t.Errorf("error is %v, want one that names the provider", err)
	}
	if len(some) < 5 || len(all) < len(some)+100 {
		t.Errorf("%d voices of all, %d where one fails", len(all), len(some))
	}
}
