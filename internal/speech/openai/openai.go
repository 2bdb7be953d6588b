// Package openai synthesizes speech with OpenAI, or with any server that has the same endpoint,
// /audio/speech: Kokoro-FastAPI, LocalAI.
//
// It sends one request for each segment, as text without markup, and never streams, retries, limits
// or caches: the decorators in package speech do that. internal/service creates the client.
package openai

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/httpapi"
)

const (
	provider   = "openai"
	defaultURL = "https://api.openai.com/v1"
	setting    = "ALOUD_OPENAI_URL"

	sampleRate = 24000 // Hz, https://platform.openai.com/docs/guides/text-to-speech
)

// Formats that a server can be asked for. A WAV file has the same samples as pcm, with a header
// that contains the rate.
const (
	formatPCM = "pcm" // signed 16 bit without a header, mono, at sampleRate
	formatWAV = "wav"
	formatMP3 = "mp3" // for servers without the others: it is lossy
)

// Options configure the connection to the service.
type Options struct {
	URL     string        // with or without /v1; empty: OpenAI's
	Key     string        // empty: none is sent, as for self-hosted servers
	Format  string        // of the answers; empty: pcm for OpenAI, whose rate is known, else wav
	Timeout time.Duration // of one request; zero is two minutes: 4,096 characters are five minutes of speech
}

// Synthesizer is the service's client.
type Synthesizer struct {
	api    httpapi.Client
	format string
}

// New returns a client without connecting. A missing key or a wrong address is an error of the
// first call.
func New(o Options) *Synthesizer {
	if o.Timeout == 0 {
		o.Timeout = 2 * time.Minute
	}
	s := &Synthesizer{format: o.Format, api: httpapi.Client{
		Provider: provider, URL: baseURL(o.URL), Setting: setting, Auth: httpapi.Bearer(o.Key), Timeout: o.Timeout,
	}}
	if s.format == "" {
		s.format = formatWAV
		if s.isOpenAI() {
			s.format = formatPCM
		}
	}
	return s
}

func (s *Synthesizer) isOpenAI() bool { return s.api.URL == defaultURL }

// encoding returns the part of the format that affects the sound: it is part of the speech key.
func (s *Synthesizer) encoding() string {
	if s.format == formatMP3 {
		return formatMP3
	}
	return formatPCM
}

// baseURL adds the API's version to an address without a path.
func baseURL(address string) string {
	if address == "" {
		return defaultURL
	}
	address = strings.TrimRight(address, "/")
	if u, err := url.Parse(address); err == nil && u.Path == "" {
		return address + "/v1"
	}
	return address
}

// request is the body of POST /audio/speech,
// https://platform.openai.com/docs/api-reference/audio/createSpeech.
type request struct {
	Model  string  `json:"model"`
	Voice  string  `json:"voice"`
	Input  string  `json:"input"`
	Format string  `json:"response_format"`
	Speed  float64 `json:"speed,omitempty"`
	Stream *bool   `json:"stream,omitempty"` // only Kokoro-FastAPI: it streams unless false
}

func (s *Synthesizer) request(req speech.Request) request {
	asked := request{Model: req.Model, Voice: req.Voice, Input: req.Input, Format: s.format, Speed: req.Rate}
	if !s.isOpenAI() {
		asked.Stream = new(bool)
	}
	return asked
}

// Synthesize sends one request. It contains no language: the service detects it from the text.
func (s *Synthesizer) Synthesize(ctx context.Context, call speech.Call) (speech.Speech, error) {
	req := call.Request
	if err := s.check(req); err != nil {
		return speech.Speech{}, err
	}
	answer, err := s.api.Post(ctx, "/audio/speech", s.request(req))
	if err != nil {
		return speech.Speech{}, classify(err)
	}
	return answer.Speech(req.SampleRate)
}

func (s *Synthesizer) check(req speech.Request) error {
	if err := req.Check(ssml.KindText); err != nil {
		return err
	}
	if req.Encoding != s.encoding() {
		return speech.Permanent(fmt.Errorf("openai returns only %s here, not %q", s.encoding(), req.Encoding))
	}
	if err := req.CheckRate(rates); err != nil {
		return err
	}
	return s.checkKey()
}

func (s *Synthesizer) checkKey() error {
	if s.isOpenAI() && s.api.Auth == nil {
		return fmt.Errorf("%w: OpenAI needs a key: set ALOUD_OPENAI_KEY, or %s to a server of your own", speech.ErrUnavailable, setting)
	}
	return nil
}

// classify handles two errors that their HTTP status misrepresents: an account without credit looks
// like a rate limit, and a page that says "not found" means that the endpoint is missing, not the
// model.
func classify(err error) error {
	var refusal *httpapi.Refusal
	if !errors.As(err, &refusal) {
		return err
	}
	var said struct {
		Error struct{ Code string }
	}
	isJSON := json.Unmarshal(refusal.Body, &said) == nil
	switch {
	case refusal.Status == http.StatusTooManyRequests && said.Error.Code == "insufficient_quota":
		return refusal.Of(speech.ErrUnavailable)
	case refusal.Status == http.StatusNotFound && !isJSON:
		return fmt.Errorf("%w (is %s right?)", refusal.Of(speech.ErrUnavailable), setting)
	}
	return err
}
