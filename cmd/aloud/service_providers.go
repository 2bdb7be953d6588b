package main

import (
	"maps"
	"sync"

	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/providers"
	"github.com/aloud-audio/aloud/internal/spend"
)

// clients are the providers' clients, for as long as their variables stay the same.
type clients struct {
	mu      sync.Mutex
	env     speech.Env
	plain   speech.Providers // for listing their voices
	checked speech.Providers
}

// of returns the clients with and without decorators. Those decorators remember how a provider
// behaves, which a reload of other settings must not forget.
func (c *clients) of(env speech.Env) (plain, checked speech.Providers) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.plain == nil || !maps.Equal(c.env, env) {
		c.env, c.plain, c.checked = maps.Clone(env), providers.All().Synthesizers(env), speech.Providers{}
		for name, client := range c.plain {
			c.checked[name] = withChecks(client)
		}
	}
	return c.plain, c.checked
}

// voices returns the providers without decorators, for listing their voices.
func (s *service) voices() speech.Providers {
	plain, _ := s.clients.of(s.config.Providers)
	return plain
}

// checkVoices refuses voices of the settings with which every article would fail.
func (s *service) checkVoices() error { return s.config.CheckVoices(s.voices()) }

// purchasing is what all processes that buy speech for the same sites share.
type purchasing struct {
	lease   speech.Lease
	limiter speech.Limiter // nil: no quotas
	ledger  *spend.Ledger  // nil: no budgets and no record

	caches map[string]*speech.Cache // by provider: those of the former settings
}

// local is for commands that buy nothing, or only one article's speech on this machine.
func local() purchasing {
	return purchasing{lease: speech.LocalLeases(), caches: map[string]*speech.Cache{}}
}

// providers returns the clients, each with the decorators that enforce budgets and check the audio.
func (s *service) providers(p purchasing) speech.Providers {
	all := speech.Providers{}
	_, checked := s.clients.of(s.config.Providers)
	for name, client := range checked {
		all[name] = s.guarded(name, client, p)
	}
	return all
}

// withChecks adds, from the inside out: errors without quotations, a limit on concurrent calls,
// checks of the audio, and a circuit breaker.
func withChecks(provider speech.Synthesizer) speech.Synthesizer {
	return speech.NewBreaker(speech.NewChecked(speech.Concurrency{Synthesizer: speech.Discreet{Synthesizer: provider}}))
}

// guarded adds to a provider with checks, from the inside out: quotas, budgets, retries, rewording
// of refused text, and the cache.
func (s *service) guarded(name string, provider speech.Synthesizer, p purchasing) speech.Synthesizer {
	if p.limiter != nil {
		provider = speech.RateLimit{Synthesizer: provider, Quotas: s.config.Quotas, Limiter: p.limiter}
	}
	if p.ledger != nil {
		provider = speech.Budget{Synthesizer: provider, Ledger: p.ledger, Prices: s.config.Prices, OnCharged: s.speechMetrics.charged}
	}
	reword := &speech.Reword{Synthesizer: speech.NewRetry(provider)}
	cache := speech.NewCache(reword, s.store, p.lease)
	if former := p.caches[name]; former != nil {
		cache = former.With(reword)
	}
	cache.OnCached, reword.Parts = s.speechMetrics.reused, cache
	p.caches[name] = cache
	return cache
}
