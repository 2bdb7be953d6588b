package speech

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Providers are the synthesizers by their names in settings.
type Providers map[string]Synthesizer

// Find returns the voice that settings name as provider:name, for text in language (BCP 47). A
// provider with a voice for each language may be named alone. The errors say what to write.
func (p Providers) Find(setting, language string) (Voice, error) {
	if err := p.Check(setting); err != nil {
		return Voice{}, err
	}
	provider, name, _ := strings.Cut(setting, ":")
	voice, err := p[provider].Voice(name, language)
	if err != nil {
		return Voice{}, fmt.Errorf("voice %q: %w", setting, err)
	}
	return voice, nil
}

// Manner is the speaking style of a voice.
type Manner struct {
	Rate    float64 // of its own; 0 and 1 are its own
	Context bool    // the voice gets the preceding and the following text, if it supports that
}

// FindWith is Find for a voice with a manner. A rate that the voice does not have is an error.
func (p Providers) FindWith(setting, language string, manner Manner) (Voice, error) {
	voice, err := p.Find(setting, language)
	if err == nil {
		voice, err = voice.At(manner.Rate)
	}
	if manner.Context {
		voice = voice.InContext()
	}
	if err != nil && voice.Provider != "" {
		err = fmt.Errorf("voice %q: %w", setting, err)
	}
	return voice, err
}

// Check refuses a setting whose provider does not exist.
func (p Providers) Check(setting string) error {
	provider, _, _ := strings.Cut(setting, ":")
	if _, ok := p[provider]; !ok {
		return fmt.Errorf("voice %q: there is no provider %q; write provider:voice, as in flite:slt; providers are %s", setting, provider, p.names())
	}
	return nil
}

// Synthesize passes the call to the request's provider.
func (p Providers) Synthesize(ctx context.Context, call Call) (Speech, error) {
	synth, ok := p[call.Provider]
	if !ok {
		return Speech{}, Permanent(fmt.Errorf("there is no provider %q; providers are %s", call.Provider, p.names()))
	}
	return synth.Synthesize(ctx, call)
}

// Forget deletes the stored speech of a call, if its provider has a cache. The next call buys it
// again.
func (p Providers) Forget(ctx context.Context, call Call) error {
	if cache, ok := p[call.Provider].(*Cache); ok {
		return cache.Forget(ctx, call)
	}
	return nil
}

// Unsaved is the sum of what the providers' caches have Unsaved.
func (p Providers) Unsaved() (n int) {
	for _, cache := range p.caches() {
		n += cache.Unsaved()
	}
	return n
}

// Flush is Cache.Flush for each provider whose speech is stored.
func (p Providers) Flush(ctx context.Context) {
	for _, cache := range p.caches() {
		cache.Flush(ctx)
	}
}

func (p Providers) caches() (all []*Cache) {
	for _, provider := range p {
		if cache, ok := provider.(*Cache); ok {
			all = append(all, cache)
		}
	}
	return all
}

// names lists the providers for an error.
func (p Providers) names() string {
	return strings.Join(slices.Sorted(maps.Keys(p)), ", ")
}
