package main

import (
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/command"
	"github.com/aloud-audio/aloud/internal/speech/google"
	"github.com/aloud-audio/aloud/internal/speech/openai"
	"github.com/aloud-audio/aloud/internal/speech/piper"
	"github.com/aloud-audio/aloud/internal/speech/polly"
)

// speakers lists who can speak. A new provider is one line here.
func (s *service) speakers() speech.Providers {
	return speech.Providers{
		"flite":     command.Flite{},
		"espeak-ng": command.EspeakNG{},
		"google": google.New(google.Options{
			Endpoint: s.config.GoogleEndpoint, CredentialsJSON: []byte(s.config.GoogleCredentials),
			MaxSentence: s.config.GoogleMaxSentence,
		}),
		"openai": openai.New(openai.Options{URL: s.config.OpenAIURL, Key: s.config.OpenAIKey}),
		"piper":  piper.New(piper.Options{URL: s.config.PiperURL}),
		"polly":  polly.New(polly.Options{Endpoint: s.config.PollyEndpoint}),
	}
}

// purchasing is what processes that buy speech for the same sites share.
type purchasing struct {
	lease   speech.Lease
	limiter speech.Limiter // nil: each provider is asked as often as it takes
	ledger  speech.Ledger  // nil: nothing is accounted for
}

// local is for commands that buy nothing, or for one article on this machine.
func local() purchasing { return purchasing{lease: speech.LocalLeases()} }

// providers are the speakers, each behind what guards a newsroom's money and its listeners' ears.
func (s *service) providers(p purchasing) speech.Providers {
	all := s.speakers()
	for name, speaker := range all {
		all[name] = s.guarded(speaker, p)
	}
	return all
}

// guarded is, from the inside out: an article's calls are bounded, what comes back is checked, a provider that fails is
// left alone, quotas are kept, budgets too, faults that pass are tried again, what is refused is asked in another way, and
// what was paid for is kept.
func (s *service) guarded(speaker speech.Synthesizer, p purchasing) speech.Synthesizer {
	speaker = speech.NewBreaker(speech.NewChecked(speech.Concurrency{Synthesizer: speaker}))
	if p.limiter != nil {
		speaker = speech.RateLimit{Synthesizer: speaker, Quotas: s.config.Quotas, Limiter: p.limiter}
	}
	if p.ledger != nil {
		speaker = speech.Budget{Synthesizer: speaker, Ledger: p.ledger, Prices: s.config.Prices, OnCharged: s.speechMetrics.charged}
	}
	reword := &speech.Reword{Synthesizer: speech.NewRetry(speaker)}
	cache := speech.NewCache(reword, s.store, p.lease)
	cache.OnCached, reword.Parts = s.speechMetrics.reused, cache
	return cache
}
