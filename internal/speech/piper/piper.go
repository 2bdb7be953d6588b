// Package piper synthesizes speech with Piper's HTTP server,
// https://github.com/OHF-Voice/piper1-gpl: free neural voices on a self-hosted machine.
//
// If the server lacks the requested voice, it silently uses its default voice. So the package
// checks the server's voices before each request. It never starts Piper, downloads voices, retries
// or caches. internal/service creates the client.
package piper

import (
	"cmp"
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
	provider = "piper"
	setting  = "ALOUD_PIPER_URL"
	encoding = "WAV"
)

// Options configure the connection to the server.
type Options struct {
	URL     string        // http://host:port; empty: each call returns an error
	Timeout time.Duration // of one request; zero is two minutes, enough even if slow
}

// Synthesizer is the server's client.
type Synthesizer struct {
	api httpapi.Client
}

// New returns a client without connecting.
func New(o Options) *Synthesizer {
	if o.Timeout == 0 {
		o.Timeout = 2 * time.Minute
	}
	return &Synthesizer{api: httpapi.Client{
		Provider: provider, URL: strings.TrimRight(o.URL, "/"), Setting: setting, Timeout: o.Timeout,
	}}
}

// request is the body of POST /synthesize, documented in Piper's docs/API_HTTP.md.
type request struct {
	Text    string `json:"text"`
	Voice   string `json:"voice"`
	Speaker string `json:"speaker,omitempty"`

	LengthScale float64 `json:"length_scale,omitempty"` // duration factor; 0: the voice's default
}

// Synthesize sends one request, if the server has its voice.
func (s *Synthesizer) Synthesize(ctx context.Context, call speech.Call) (speech.Speech, error) {
	req := call.Request
	if err := check(req); err != nil {
		return speech.Speech{}, err
	}
	voice, speaker := parts(req)
	config, err := s.has(ctx, voice, speaker, req.SampleRate)
	if err != nil {
		return speech.Speech{}, err
	}
	answer, err := s.post(ctx, request{Text: req.Input, Voice: voice, Speaker: speaker, LengthScale: config.lengthScale(req.Rate)})
	if err != nil {
		return speech.Speech{}, err
	}
	return answer.Speech(req.SampleRate)
}

func check(req speech.Request) error {
	if err := req.Check(ssml.KindText); err != nil {
		return err
	}
	return req.CheckRate(rates)
}

// post calls the endpoint of Piper 1.4 or, if it is missing, that of earlier versions.
func (s *Synthesizer) post(ctx context.Context, body request) (httpapi.Answer, error) {
	answer, err := s.api.Post(ctx, "/synthesize", body)
	var refusal *httpapi.Refusal
	if errors.As(err, &refusal) && refusal.Status == http.StatusNotFound {
		return s.api.Post(ctx, "/", body)
	}
	return answer, err
}

// voiceConfig is the part of a voice's configuration file that is needed here.
type voiceConfig struct {
	Audio struct {
		SampleRate int `json:"sample_rate"` // Hz
	}
	Inference struct {
		LengthScale float64 `json:"length_scale"`
	}
	Speakers map[string]int `json:"speaker_id_map"` // empty if there is only one
}

// lengthScale returns the length scale for a speaking rate; 0 for the voice's own rate.
func (c voiceConfig) lengthScale(rate float64) float64 {
	if rate == 0 {
		return 0
	}
	return cmp.Or(c.Inference.LengthScale, 1) / rate
}

func (s *Synthesizer) voices(ctx context.Context) (map[string]voiceConfig, error) {
	if s.api.URL == "" {
		return nil, fmt.Errorf("%w: piper has no address: set %s to its HTTP server's", speech.ErrUnavailable, setting)
	}
	var voices map[string]voiceConfig
	if err := s.api.Get(ctx, "/voices", &voices); err != nil {
		return nil, err
	}
	return voices, nil
}

// has returns the voice's configuration. It returns an error for a voice or speaker that the server
// would replace by another, and for one with another sample rate.
func (s *Synthesizer) has(ctx context.Context, voice, speaker string, rate int) (voiceConfig, error) {
	voices, err := s.voices(ctx)
	if err != nil {
		return voiceConfig{}, err
	}
	config, ok := voices[voice]
	if !ok {
		return config, speech.Permanent(fmt.Errorf("this piper has no voice %s: have it downloaded there (python3 -m piper.download_voices %[1]s)", voice))
	}
	if _, ok := config.Speakers[speaker]; speaker != "" && !ok {
		return config, speech.Permanent(fmt.Errorf("the voice %s has no speaker %q: `aloud voices piper` lists them", voice, speaker))
	}
	return config, checkRate(voice, config.Audio.SampleRate, rate)
}

func checkRate(voice string, is, promised int) error {
	if is != promised {
		return speech.Permanent(fmt.Errorf("the voice %s speaks at %d Hz, and its name promises %d Hz: rename its files to the quality that it has",
			voice, is, promised))
	}
	return nil
}
