package speech

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"time"
)

// Quota is what a provider allows for a family of voices per minute. Zero is no limit.
type Quota struct {
	Requests   int `yaml:"requests"`
	Characters int `yaml:"characters"`

	// CountsIn is the family in whose quota this one's requests count; empty: it has a quota of its
	// own.
	CountsIn string `yaml:"-"`
}

// Quotas are by family of voices, as provider:family.
type Quotas map[string]Quota

// With returns the quotas, overridden by others.
func (q Quotas) With(others Quotas) Quotas {
	all := maps.Clone(q)
	maps.Copy(all, others)
	return all
}

// Limiter takes n from a quota of limit per minute, which all callers with the same name share.
// burst of it may be taken at once. It returns 0 if it did, or else how long to wait before asking
// again.
type Limiter func(ctx context.Context, name string, limit, burst, n int) (wait time.Duration, err error)

// RateLimit is a Synthesizer that keeps all processes together within the provider's quotas: it
// waits so that requests are not refused.
type RateLimit struct {
	Synthesizer
	Quotas  Quotas
	Limiter Limiter
}

// Synthesize waits until the quota has room, or until ctx ends. Archive calls first take from half
// of the quota, so that some is always left for news.
func (r RateLimit) Synthesize(ctx context.Context, call Call) (Speech, error) {
	family := call.Provider + ":" + call.Family
	family = cmp.Or(r.Quotas[family].CountsIn, family)
	quota := r.Quotas[family]
	if call.Archive {
		if err := r.takeAll(ctx, family+":archive", quota.Half(), call.Billed); err != nil {
			return Speech{}, err
		}
	}
	if err := r.takeAll(ctx, family, quota, call.Billed); err != nil {
		return Speech{}, err
	}
	return r.Synthesizer.Synthesize(ctx, call)
}

// Half is what the archive may use of the quota.
func (q Quota) Half() Quota {
	return Quota{Requests: (q.Requests + 1) / 2, Characters: (q.Characters + 1) / 2}
}

// takeAll waits for a request of so many characters.
func (r RateLimit) takeAll(ctx context.Context, name string, quota Quota, characters int) error {
	if err := r.take(ctx, name+":requests", quota.Requests, quota.Requests/10, 1); err != nil {
		return err
	}
	return r.take(ctx, name+":characters", quota.Characters, quota.Characters/2, characters)
}

// take waits for n of a quota. A larger n than the burst counts as the burst.
func (r RateLimit) take(ctx context.Context, name string, limit, burst, n int) error {
	if limit <= 0 {
		return nil
	}
	burst = max(burst, 1)
	n = min(n, burst)
	for {
		wait, err := r.Limiter(ctx, name, limit, burst, n)
		if err != nil {
			return localError{fmt.Errorf("reserve the quota of %s: %w", name, err)}
		}
		if wait <= 0 {
			return nil
		}
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return localError{fmt.Errorf("wait for the quota of %s: %w", name, context.Cause(ctx))}
		}
	}
}
