// Package rest is what emulators of services over plain HTTP have in common: local voices, faults,
// a limit of concurrent requests, and statistics of what was requested and billed.
//
// It knows no service's rules: each emulator provides them as an API. It shares none with the
// clients in internal/speech. The emulators of ElevenLabs and Azure call it.
package rest

import (
	"context"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/aloud-audio/aloud/internal/emulator/fault"
	"github.com/aloud-audio/aloud/internal/emulator/local"
	"github.com/aloud-audio/aloud/internal/pcm"
	"github.com/aloud-audio/aloud/internal/speech"
)

// Options configure a server. The zero value has no faults, answers as fast as it can and takes
// AtOnce requests of any number.
type Options struct {
	Speaker local.Speaker // nil: local.Local

	Latency        time.Duration // of every answer with audio …
	PerAudioSecond time.Duration // … plus this for each second of audio; includes the emulator's own work

	Faults fault.Faults
	Seed   uint64 // of the random faults

	AtOnce int // requests that are answered at once; 0: any number

	// Before, if set, may answer a request for speech in place of the service: it then returns
	// true. For tests.
	Before func(http.ResponseWriter, *http.Request) bool
}

// Utterance is a valid request for speech.
type Utterance struct {
	Language string // BCP 47
	Words    string // without markup
	Rate     int    // Hz
	Speed    float64
	Billed   int // characters
	Family   string

	// Header and Encode make the answer.
	Header http.Header
	Encode func(samples []int16) []byte
}

// Refusal is an answer without audio.
type Refusal struct {
	Status int
	Name   string // of the error, for the statistics
	Type   string // media type
	Body   string
}

// API has the rules of one service.
type API struct {
	// Parse refuses what the service refuses.
	Parse func(*http.Request) (Utterance, *Refusal)

	// Busy and Fail are its answers to too many requests, and when it fails.
	Busy, Fail Refusal

	// Load adds the number of running requests and its limit to an answer's header; nil: nothing.
	Load func(h http.Header, now, most int)
}

// Server answers requests for speech. It is safe for concurrent use.
type Server struct {
	options Options
	api     API
	faults  *fault.Plan
	stats   recorder
}

// New returns a server for an API.
func New(api API, o Options) *Server {
	if o.Speaker == nil {
		o.Speaker = local.Local
	}
	o.Speaker = local.Remembering(o.Speaker)
	return &Server{options: o, api: api, faults: fault.NewPlan(o.Faults, o.Seed), stats: newRecorder()}
}

// ServeHTTP answers a request for speech.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.options.Before != nil && s.options.Before(w, r) {
		return
	}
	began := time.Now()
	record := s.stats.begin()
	record.Fault = s.faults.Of(record.Number)
	refusal := s.admit(record)
	if refusal == nil {
		refusal = s.answer(w, r, record, began)
	}
	if refusal != nil {
		record.Refused = refusal.Name
		refusal.Send(w)
	}
	s.stats.end(record)
}

// admit refuses requests above the limit, and those that are to fail before any work.
func (s *Server) admit(record *Record) *Refusal {
	switch {
	case s.options.AtOnce > 0 && record.AtOnce > s.options.AtOnce, record.Fault == fault.Busy:
		return &s.api.Busy
	case record.Fault == fault.Fail:
		return &s.api.Fail
	}
	return nil
}

// answer speaks a valid request. From the work on, it is billed.
func (s *Server) answer(w http.ResponseWriter, r *http.Request, record *Record, began time.Time) *Refusal {
	said, refusal := s.api.Parse(r)
	if refusal != nil {
		return refusal
	}
	spoken, err := s.options.Speaker(r.Context(), said.Language, said.Words)
	if err != nil {
		return &Refusal{Status: http.StatusInternalServerError, Name: "emulator", Type: "text/plain", Body: "this emulator: " + err.Error()}
	}
	spoken = adapt(spoken, said.Rate, said.Speed)
	record.Utterance, record.Audio = said, spoken.Duration()
	if !s.wait(r.Context(), began, spoken.Duration(), record.Fault == fault.Hang) {
		return nil
	}
	for name, values := range said.Header {
		w.Header()[name] = values
	}
	if s.api.Load != nil {
		s.api.Load(w.Header(), s.stats.atOnce(), s.options.AtOnce)
	}
	body := said.Encode(fault.Damage(spoken, record.Fault).Samples)
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	_, _ = w.Write(body) // the client may be gone
	return nil
}

// adapt changes sample rate and speed. Faster speech also has a higher pitch.
func adapt(s speech.Speech, rate int, speed float64) speech.Speech {
	from := s.SampleRate
	if speed != 0 {
		from = int(float64(from) * speed)
	}
	return speech.Speech{SampleRate: rate, Samples: pcm.Resample(s.Samples, from, rate)}
}

// wait waits for the rest of the modelled time, or until the client has left: false.
func (s *Server) wait(ctx context.Context, began time.Time, audio time.Duration, hang bool) bool {
	modelled := s.options.Latency + time.Duration(audio.Seconds()*float64(s.options.PerAudioSecond))
	timer := time.NewTimer(time.Until(began.Add(modelled)))
	defer timer.Stop()
	done := timer.C
	if hang {
		done = nil
	}
	select {
	case <-done:
		return true
	case <-ctx.Done():
		return false
	}
}

// Send answers with the refusal.
func (r *Refusal) Send(w http.ResponseWriter) {
	w.Header().Set("Content-Type", r.Type)
	w.WriteHeader(r.Status)
	_, _ = strings.NewReader(r.Body).WriteTo(w) // the client may be gone
}
