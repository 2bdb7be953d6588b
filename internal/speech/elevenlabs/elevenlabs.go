// Package elevenlabs synthesizes speech with ElevenLabs, through its HTTP API.
//
// It sends one request for each segment, whole and without markup, with the surrounding text if the
// voice is used in context. It never streams, retries or caches: the decorators in package speech
// do that. It limits concurrent requests to the account's limit, which it learns from the answers.
// internal/service creates the client.
package elevenlabs

import (
	"context"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/httpapi"
)

const (
	provider   = "elevenlabs"
	setting    = "ALOUD_ELEVENLABS_URL"
	keySetting = "ALOUD_ELEVENLABS_KEY"
	defaultURL = "https://api.elevenlabs.io"

	encoding   = "pcm_24000" // signed 16 bit without a header, mono; every plan has it
	sampleRate = 24000       // Hz
)

// Options configure the connection to the service.
type Options struct {
	URL     string        // empty: ElevenLabs' own
	Key     string        // empty: each call returns an error that says how to set it
	Timeout time.Duration // of one request; zero is a minute: 800 characters are a minute of speech
}

// Synthesizer is the service's client.
type Synthesizer struct {
	api    httpapi.Client
	gate   gate
	voices httpapi.Listing[listed]
}

// New returns a client without connecting. A missing key is an error of the first call.
func New(o Options) *Synthesizer {
	if o.Timeout == 0 {
		o.Timeout = time.Minute
	}
	if o.URL == "" {
		o.URL = defaultURL
	}
	var auth http.Header
	if o.Key != "" {
		auth = http.Header{"Xi-Api-Key": {o.Key}}
	}
	return &Synthesizer{
		api:    httpapi.Client{Provider: provider, URL: strings.TrimRight(o.URL, "/"), Setting: setting, Auth: auth, Timeout: o.Timeout},
		voices: httpapi.Listing[listed]{Path: "/v1/voices"},
	}
}

// request is the body of POST /v1/text-to-speech/{voice_id},
// https://elevenlabs.io/docs/api-reference/text-to-speech/convert.
type request struct {
	Text     string    `json:"text"`
	Model    string    `json:"model_id"`
	Language string    `json:"language_code,omitempty"`
	Settings *settings `json:"voice_settings,omitempty"`
	Seed     uint32    `json:"seed"`
	Previous string    `json:"previous_text,omitempty"`
	Next     string    `json:"next_text,omitempty"`
}

type settings struct {
	Speed float64 `json:"speed"`
}

// body returns the body of a request.
func body(req speech.Request, m model) request {
	asked := request{Text: req.Input, Model: req.Model, Seed: seed(req), Previous: req.Previous, Next: req.Next}
	if m.languageCode {
		asked.Language = req.Language
	}
	if req.Rate != 0 {
		asked.Settings = &settings{Speed: req.Rate}
	}
	return asked
}

// seed derives a seed from the request, so that the same request tends to produce the same audio,
// and another voice_version produces different audio.
func seed(req speech.Request) uint32 {
	sum, _ := hex.DecodeString(req.Key()[:8])
	return binary.BigEndian.Uint32(sum)
}

// Synthesize sends one request.
func (s *Synthesizer) Synthesize(ctx context.Context, call speech.Call) (speech.Speech, error) {
	req := call.Request
	m, err := s.check(req)
	if err != nil {
		return speech.Speech{}, err
	}
	if err := s.gate.enter(ctx); err != nil {
		return speech.Speech{}, err
	}
	answer, err := s.api.Post(ctx, path(call), body(req, m))
	s.gate.leave(answer.Header)
	if err != nil {
		return speech.Speech{}, s.classify(ctx, req, err)
	}
	said, err := answer.Speech(req.SampleRate)
	if err == nil && call.Onsets {
		said = speech.Timed(said, req.Words(), onsets(answer.Body, req.Words()))
	}
	said.Charged = m.characters(answer.Header.Get("Character-Cost"))
	return said, err
}

// path returns where a call is sent. With times the answer is JSON, at the same price.
func path(call speech.Call) string {
	path := "/v1/text-to-speech/" + url.PathEscape(call.Voice)
	if call.Onsets {
		path += "/with-timestamps"
	}
	return path + "?output_format=" + url.QueryEscape(call.Encoding)
}

func (s *Synthesizer) check(req speech.Request) (model, error) {
	if err := req.Check(ssml.KindText); err != nil {
		return model{}, err
	}
	m, known := models[req.Model]
	switch {
	case !known:
		return m, speech.Permanent(noModel(req.Model))
	case req.Encoding != encoding:
		return m, speech.Permanent(fmt.Errorf("elevenlabs returns only %s here, not %q", encoding, req.Encoding))
	case req.Previous+req.Next != "" && !m.context:
		return m, speech.Permanent(fmt.Errorf("the model %s takes no text before and after", req.Model))
	case s.api.Auth == nil && s.api.URL == defaultURL:
		return m, fmt.Errorf("%w: ElevenLabs needs a key: set %s", speech.ErrUnavailable, keySetting)
	}
	return m, req.CheckRate(m.rates)
}

// characters converts a cost in credits into characters; 0 if the service does not report the cost.
func (m model) characters(credits string) int {
	cost, err := strconv.ParseFloat(credits, 64)
	if err != nil || cost <= 0 {
		return 0
	}
	return int(math.Ceil(cost / m.credits))
}
