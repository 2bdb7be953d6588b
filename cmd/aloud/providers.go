package main

import (
	"github.com/prometheus/client_golang/prometheus"

	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
	"github.com/aloud-audio/aloud/internal/speech/google"
	"github.com/aloud-audio/aloud/internal/speech/openai"
	"github.com/aloud-audio/aloud/internal/speech/piper"
	"github.com/aloud-audio/aloud/internal/speech/polly"
)

// providers lists who can speak, each behind the cache of speech that was paid for. A new provider is one line here.
func (s *service) providers(lease speech.Lease) speech.Providers {
	all := speech.Providers{
		"flite":     command.Flite{},
		"espeak-ng": command.EspeakNG{},
		"google": google.New(google.Options{
			Endpoint: s.config.GoogleEndpoint, CredentialsJSON: []byte(s.config.GoogleCredentials),
		}),
		"openai": openai.New(openai.Options{URL: s.config.OpenAIURL, Key: s.config.OpenAIKey}),
		"piper":  piper.New(piper.Options{URL: s.config.PiperURL}),
		"polly":  polly.New(polly.Options{Endpoint: s.config.PollyEndpoint}),
	}
	for name, provider := range all {
		cache := speech.NewCache(provider, s.store, lease)
		cache.OnSynthesized, cache.OnCached = s.spoken.bought, s.spoken.reused
		all[name] = cache
	}
	return all
}

// spokenMetrics count what the providers were paid for, and what the cache saved.
type spokenMetrics struct {
	characters *prometheus.CounterVec
}

func newSpokenMetrics() *spokenMetrics {
	return &spokenMetrics{characters: prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "aloud_speech_characters_total", Help: "Characters spoken, by provider and by whether they were bought or in the store.",
	}, []string{"provider", "from"})}
}

func (m *spokenMetrics) bought(req speech.Request, _ speech.Speech) { m.add(req, "provider") }
func (m *spokenMetrics) reused(req speech.Request, _ speech.Speech) { m.add(req, "store") }

func (m *spokenMetrics) add(req speech.Request, from string) {
	m.characters.WithLabelValues(req.Provider, from).Add(float64(req.Billed))
}
