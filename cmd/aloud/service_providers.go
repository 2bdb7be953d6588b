package main

import (
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/providers"
)

// clients returns the providers without decorators, for listing their voices.
func (s *service) clients() speech.Providers {
	return providers.All().Synthesizers(s.config.Providers)
}

// purchasing is what all processes that buy speech for the same sites share.
type purchasing struct {
	lease   speech.Lease
	limiter speech.Limiter // nil: no quotas
	ledger  speech.Ledger  // nil: no budgets and no record
}

// local is for commands that buy nothing, or only one article's speech on this machine.
func local() purchasing { return purchasing{lease: speech.LocalLeases()} }

// providers returns the clients, each with the decorators that enforce budgets and check the audio.
func (s *service) providers(p purchasing) speech.Providers {
	all := s.clients()
	for name, client := range all {
		all[name] = s.guarded(client, p)
	}
	return all
}

// guarded adds, from the inside out: errors without quotations, a limit on concurrent calls, checks
// of the audio, a circuit
// breaker, quotas, budgets, retries, rewording of refused text, and the cache.
func (s *service) guarded(provider speech.Synthesizer, p purchasing) speech.Synthesizer {
	provider = speech.NewBreaker(speech.NewChecked(speech.Concurrency{Synthesizer: speech.Discreet{Synthesizer: provider}}))
	if p.limiter != nil {
		provider = speech.RateLimit{Synthesizer: provider, Quotas: s.config.Quotas, Limiter: p.limiter}
	}
	if p.ledger != nil {
		provider = speech.Budget{Synthesizer: provider, Ledger: p.ledger, Prices: s.config.Prices, OnCharged: s.speechMetrics.charged}
	}
	reword := &speech.Reword{Synthesizer: speech.NewRetry(provider)}
	cache := speech.NewCache(reword, s.store, p.lease)
	cache.OnCached, reword.Parts = s.speechMetrics.reused, cache
	return cache
}
