package speech

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Providers are the synthesizers by their names in settings. Together they are one Synthesizer, whose voices are named
// provider:name.
type Providers map[string]Synthesizer

// Find is the voice that settings name as provider:name, for text in language (BCP 47); a provider with a voice for each
// language may be named alone. Its errors say what to write.
func (p Providers) Find(setting, language string) (Voice, error) {
	provider, name, _ := strings.Cut(setting, ":")
	synth, ok := p[provider]
	if !ok {
		return Voice{}, fmt.Errorf("voice %q: there is no provider %q; write provider:voice, as in flite:slt; providers are %s", setting, provider, p.names())
	}
	voice, err := synth.Voice(name, language)
	if err != nil {
		return Voice{}, fmt.Errorf("voice %q: %w", setting, err)
	}
	return voice, nil
}

// Voice is Find.
func (p Providers) Voice(name, language string) (Voice, error) { return p.Find(name, language) }

// Voices lists the voices of all providers. With an error it still lists those of the providers that answered.
func (p Providers) Voices(ctx context.Context) ([]Voice, error) {
	var voices []Voice
	var errs []error
	for _, name := range slices.Sorted(maps.Keys(p)) {
		offered, err := p[name].Voices(ctx)
		if err != nil {
			errs = append(errs, fmt.Errorf("list the voices of %s: %w", name, err))
			continue
		}
		voices = append(voices, offered...)
	}
	return voices, errors.Join(errs...)
}

// Synthesize has the request's provider speak it.
func (p Providers) Synthesize(ctx context.Context, req Request) (Speech, error) {
	synth, ok := p[req.Provider]
	if !ok {
		return Speech{}, fmt.Errorf("%w: there is no provider %q; providers are %s", ErrPermanent, req.Provider, p.names())
	}
	return synth.Synthesize(ctx, req)
}

// names lists the providers for an error.
func (p Providers) names() string {
	return strings.Join(slices.Sorted(maps.Keys(p)), ", ")
}
