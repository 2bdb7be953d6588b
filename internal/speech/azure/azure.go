// Package azure synthesizes speech with Azure AI Speech, through its REST API.
//
// It sends one request for each segment, always as SSML, the only form the service accepts. It
// never streams, retries, limits or caches: the decorators in package speech do that. Word times
// are only available over WebSocket or in batch jobs, so it does not request them. internal/service
// creates the client.
package azure

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/httpapi"
)

const (
	provider      = "azure"
	setting       = "ALOUD_AZURE_URL"
	keySetting    = "ALOUD_AZURE_KEY"
	regionSetting = "ALOUD_AZURE_REGION"

	// encoding has no header:
	// https://learn.microsoft.com/azure/ai-services/speech-service/rest-text-to-speech#audio-outputs.
	encoding   = "raw-24khz-16bit-mono-pcm"
	sampleRate = 24000 // Hz

	// longest is the length at which the service truncates its audio, without an error:
	// https://learn.microsoft.com/azure/ai-services/speech-service/speech-services-quotas-and-limits.
	longest = 10 * time.Minute
)

// Options configure the connection to the service.
type Options struct {
	Region  string        // westeurope
	URL     string        // base URL; empty: the region's endpoint
	Key     string        // of the resource
	Timeout time.Duration // of one request; zero is two minutes: maxInput is five minutes of speech
}

// Synthesizer is the service's client.
type Synthesizer struct {
	api    httpapi.Client
	voices httpapi.Listing[[]listed]
}

// New returns a client without connecting. A missing region or key is an error of the first call.
func New(o Options) *Synthesizer {
	if o.Timeout == 0 {
		o.Timeout = 2 * time.Minute
	}
	address := strings.TrimRight(o.URL, "/")
	if address == "" && o.Region != "" {
		address = "https://" + o.Region + ".tts.speech.microsoft.com"
	}
	var auth http.Header
	if o.Key != "" {
		auth = http.Header{"Ocp-Apim-Subscription-Key": {o.Key}}
	}
	return &Synthesizer{
		api:    httpapi.Client{Provider: provider, URL: address, Setting: regionSetting, Auth: auth, Timeout: o.Timeout},
		voices: httpapi.Listing[[]listed]{Path: "/cognitiveservices/voices/list"},
	}
}

// Synthesize sends one request. It rejects audio that the service truncated as too long, so that
// the caller retries with two halves.
func (s *Synthesizer) Synthesize(ctx context.Context, call speech.Call) (speech.Speech, error) {
	req := call.Request
	if err := s.check(req); err != nil {
		return speech.Speech{}, err
	}
	answer, err := s.api.Send(ctx, "/cognitiveservices/v1", []byte(document(req)), http.Header{
		"Content-Type": {"application/ssml+xml"}, "X-Microsoft-Outputformat": {req.Encoding},
	})
	if err != nil {
		return speech.Speech{}, s.classify(ctx, req, err)
	}
	said, err := answer.Speech(req.SampleRate)
	if err == nil && said.Duration() >= longest-time.Second {
		return speech.Speech{}, speech.Charged(fmt.Errorf("%w: azure ends its audio at %v", speech.ErrSentenceTooLong, longest))
	}
	return said, err
}

func (s *Synthesizer) check(req speech.Request) error {
	if err := req.Check(ssml.KindText, ssml.KindSSML); err != nil {
		return err
	}
	if req.Encoding != encoding {
		return speech.Permanent(fmt.Errorf("azure returns only %s here, not %q", encoding, req.Encoding))
	}
	if err := req.CheckRate(kindOf(req.Voice).rates); err != nil {
		return err
	}
	return s.checkAccount()
}

func (s *Synthesizer) checkAccount() error {
	switch {
	case s.api.URL == "":
		return fmt.Errorf("%w: azure has no address: set %s to the resource's region, like westeurope", speech.ErrUnavailable, regionSetting)
	case s.api.Auth == nil:
		return fmt.Errorf("%w: azure needs a key: set %s", speech.ErrUnavailable, keySetting)
	}
	return nil
}

// document returns the request as SSML,
// https://learn.microsoft.com/azure/ai-services/speech-service/speech-synthesis-markup-structure.
// For a multilingual voice it sets the language.
func document(req speech.Request) string {
	content := ssml.Input{Kind: req.Kind, Text: req.Input}.Content()
	if req.Rate != 0 {
		content = fmt.Sprintf(prosody, 100*req.Rate-100, content)
	}
	if kindOf(req.Voice).multilingual {
		content = fmt.Sprintf(inLanguage, req.Language, content)
	}
	return fmt.Sprintf(`<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="%s"><voice name="%s">%s</voice></speak>`,
		req.Language, req.Voice, content)
}

const (
	prosody    = `<prosody rate="%+.0f%%">%s</prosody>` // the rate is a change in per cent
	inLanguage = `<lang xml:lang="%s">%s</lang>`
)

// classify determines why the service refused a request. The service answers 400 both for an
// unknown voice and for unsupported markup, without a reason.
func (s *Synthesizer) classify(ctx context.Context, req speech.Request, err error) error {
	var refusal *httpapi.Refusal
	if !errors.As(err, &refusal) || refusal.Status != http.StatusBadRequest {
		return err
	}
	list, listErr := s.voices.Get(ctx, &s.api)
	switch {
	case listErr == nil && !has(list, req.Voice):
		return speech.Permanent(fmt.Errorf("azure has no voice %s in this region: for %s it has %s", req.Voice, req.Language, namesFor(list, req.Language)))
	case req.Kind == ssml.KindSSML:
		return fmt.Errorf("%w: %w", speech.ErrMarkup, refusal)
	}
	return err
}
