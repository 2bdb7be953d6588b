package speech

import "github.com/aloud-audio/aloud/internal/store"

// WithChecks puts around a provider, from the inside out: errors without quotations, reports of its
// answers, a limit on concurrent calls, checks of the audio, and a circuit breaker. The breaker
// remembers how the provider behaves, so make this once for each client.
func WithChecks(provider Synthesizer, checks Checks) Synthesizer {
	breaker := NewBreaker(NewChecked(Concurrency{Observed{Discreet{provider}, checks.OnAnswer}}, checks))
	breaker.OnCircuit = checks.OnCircuit
	return breaker
}

// Guards are what stands between a narrator and a provider with checks. The values are shared by
// all processes that buy speech for the same sites.
type Guards struct {
	Quotas  Quotas
	Limiter Limiter // nil: no quotas
	Prices  Prices
	Ledger  Ledger // nil: no budgets and no record
	Store   store.Store
	Lease   Lease

	OnCharged func(Call, Cost)   // as of Budget
	OnReused  func(Call, Speech) // as of Cache
}

// Around puts around a provider, from the inside out: quotas, budgets, retries, rewording of
// refused text, and the cache. docs/ARCHITECTURE.md has the reasons for this order. former is the
// cache by the former settings, nil if there is none.
func (g Guards) Around(provider Synthesizer, former *Cache) *Cache {
	if g.Limiter != nil {
		provider = RateLimit{Synthesizer: provider, Quotas: g.Quotas, Limiter: g.Limiter}
	}
	if g.Ledger != nil {
		provider = Budget{Synthesizer: provider, Ledger: g.Ledger, Prices: g.Prices, OnCharged: g.OnCharged}
	}
	reword := &Reword{Synthesizer: NewRetry(provider)}
	cache := NewCache(reword, g.Store, g.Lease)
	if former != nil {
		cache = former.With(reword)
	}
	cache.OnCached, reword.Parts = g.OnReused, cache
	return cache
}
