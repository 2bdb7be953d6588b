package polly

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/aws/aws-sdk-go-v2/service/polly"
	"github.com/aws/aws-sdk-go-v2/service/polly/types"

	"github.com/aloud-audio/aloud/internal/speech"
)

// describe lists the service's voices, which is free.
func describe(ctx context.Context, client *polly.Client) ([]types.Voice, error) {
	var voices []types.Voice
	in := &polly.DescribeVoicesInput{IncludeAdditionalLanguageCodes: true}
	for {
		page, err := client.DescribeVoices(ctx, in)
		if err != nil {
			return nil, classify(ctx, err)
		}
		voices = append(voices, page.Voices...)
		if page.NextToken == nil {
			return voices, nil
		}
		in.NextToken = page.NextToken
	}
}

func languagesOf(v types.Voice) []string {
	languages := []string{string(v.LanguageCode)}
	for _, code := range v.AdditionalLanguageCodes {
		languages = append(languages, string(code))
	}
	return languages
}

// described caches the service's voices, by name.
type described struct {
	mu     sync.Mutex
	voices map[string]types.Voice
}

// verify checks an unknown voice with the service, once: it must exist and speak the language.
func (s *Synthesizer) verify(ctx context.Context, client *polly.Client, req speech.Request) error {
	if _, ok := known[req.Voice]; ok {
		return nil
	}
	voice, ok, err := s.described.find(ctx, client, req.Voice)
	switch {
	case err != nil:
		return fmt.Errorf("cannot look up whether polly's voice %s speaks %q (polly:DescribeVoices): %w", req.Voice, req.Language, err)
	case !ok:
		return speech.Permanent(fmt.Errorf("polly has no voice %q in this region: `aloud voices polly` lists them", req.Voice))
	case !speech.SameLanguage(string(voice.LanguageCode), req.Language):
		return speech.Permanent(fmt.Errorf("polly's voice %s speaks %s, not %q", req.Voice, voice.LanguageCode, req.Language))
	case !slices.Contains(voice.SupportedEngines, types.Engine(req.Model)):
		return speech.Permanent(fmt.Errorf("polly's voice %s has no engine %s: it has %v", req.Voice, req.Model, voice.SupportedEngines))
	}
	return nil
}

// find lists the voices again for an unknown name, which may be newer than this process.
func (d *described) find(ctx context.Context, client *polly.Client, name string) (types.Voice, bool, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if voice, ok := d.voices[name]; ok {
		return voice, true, nil
	}
	voices, err := describe(ctx, client)
	if err != nil {
		return types.Voice{}, false, err
	}
	d.voices = map[string]types.Voice{}
	for _, v := range voices {
		d.voices[string(v.Id)] = v
	}
	voice, ok := d.voices[name]
	return voice, ok, nil
}
