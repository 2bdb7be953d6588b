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

// Find is the voice that settings name as provider:name, for text in language (BCP 47); a provider with a voice for each
// language may be named alone. Its errors say what to write.
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

// Check refuses a setting whose provider is none of these.
func (p Providers) Check(setting string) error {
	provider, _, _ := strings.Cut(setting, ":")
	if _, ok := p[provider]; !ok {
		return fmt.Errorf("voice %q: there is no provider %q; write provider:voice, as in flite:slt; providers are %s", setting, provider, p.names())
	}
	return nil
}

// Synthesize has the request's provider speak it.
func (p Providers) Synthesize(ctx context.Context, call Call) (Speech, error) {
	synth, ok := p[call.Provider]
	if !ok {
		return Speech{}, Permanent(fmt.Errorf("there is no provider %q; providers are %s", call.Provider, p.names()))
	}
	return synth.Synthesize(ctx, call)
}

// names lists the providers for an error.
func (p Providers) names() string {
	return strings.Join(slices.Sorted(maps.Keys(p)), ", ")
}
