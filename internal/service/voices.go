package service

import (
	"maps"
	"sync"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/providers"
	"github.com/aloud-audio/aloud/internal/spend"
)

// clients are the providers' clients, for as long as their variables stay the same.
type clients struct {
	mu      sync.Mutex
	env     speech.Env
	plain   speech.Providers // for listing their voices
	checked speech.Providers // nil until something is bought
}

// listed returns the clients without checks.
func (c *clients) listed(env speech.Env) speech.Providers {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.of(env)
}

func (c *clients) of(env speech.Env) speech.Providers {
	if c.plain == nil || !maps.Equal(c.env, env) {
		c.env, c.plain, c.checked = maps.Clone(env), providers.All().Synthesizers(env), nil
	}
	return c.plain
}

// buying returns the clients with checks. Those remember how a provider behaves, which a reload of
// other settings must not forget.
func (c *clients) buying(env speech.Env, checks speech.Checks) speech.Providers {
	c.mu.Lock()
	defer c.mu.Unlock()
	plain := c.of(env)
	if c.checked == nil {
		c.checked = speech.Providers{}
		for _, p := range providers.All() {
			of := checks
			if p.Local {
				of.Ear = nil
			}
			c.checked[p.Name] = speech.WithChecks(plain[p.Name], of)
		}
	}
	return c.checked
}

// Voices returns the providers without guards, for listing their voices.
func (s *Service) Voices() speech.Providers {
	return s.clients.listed(s.Config.Providers)
}

// CheckVoices returns an error if the settings name a voice with which every article would fail.
func (s *Service) CheckVoices() error {
	if err := s.Config.CheckVoices(s.Voices()); err != nil {
		return config.Error{Err: err}
	}
	return nil
}

// Purchasing is what all processes that buy speech for the same sites share.
type Purchasing struct {
	Lease   speech.Lease
	Limiter speech.Limiter // nil: no quotas
	Ledger  *spend.Ledger  // nil: no budgets and no record

	OnCharged func(speech.Call, speech.Cost)
	OnReused  func(speech.Call, speech.Speech) // speech was found in the store

	Former speech.Providers // those of the former settings, with their guards; nil: there are none
}

// local is for commands, which buy nothing, or only one article's speech on this machine.
func local() Purchasing {
	return Purchasing{Lease: speech.LocalLeases()}
}

// providers returns the providers with all their guards.
func (s *Service) providers(p Purchasing) speech.Providers {
	all := speech.Providers{}
	checks := s.Observers.Checks
	checks.Ear = s.ear
	for name, client := range s.clients.buying(s.Config.Providers, checks) {
		all[name] = s.Guarded(name, client, p)
	}
	return all
}

// Guarded puts around a provider with checks what all who buy from it share.
func (s *Service) Guarded(name string, provider speech.Synthesizer, p Purchasing) speech.Synthesizer {
	guards := speech.Guards{
		Quotas: s.Config.Quotas, Limiter: p.Limiter, Prices: s.Config.Prices, Store: s.Store, Lease: p.Lease,
		OnCharged: p.OnCharged, OnReused: p.OnReused,
	}
	if p.Ledger != nil {
		guards.Ledger = p.Ledger
	}
	former, _ := p.Former[name].(*speech.Cache)
	return guards.Around(provider, former)
}
