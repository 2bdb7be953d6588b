package speech_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/script/ssml"
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
		v, err := local.Find(setting, "en")
		if err != nil {
			t.Fatal(err)
		}
		s, err := local.Synthesize(t.Context(), v.Call(ssml.Text{Spoken: "Good morning."}))
		if err != nil || s.SampleRate != v.SampleRate {
			t.Errorf("%s spoke at %d Hz, want %d; %v", setting, s.SampleRate, v.SampleRate, err)
		}
	}
	_, err := local.Synthesize(t.Context(), speech.Call{Request: speech.Request{Provider: "polly"}})
	if !errors.Is(err, speech.ErrPermanent) || !strings.Contains(err.Error(), "espeak-ng, flite") {
		t.Errorf("error is %v, want a permanent one that lists the providers", err)
	}
}
