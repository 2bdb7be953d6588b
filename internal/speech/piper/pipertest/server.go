// Package pipertest is Piper's HTTP server for tests. It has the real one's traps: it says in its
// default voice what is asked of a voice that it has not, sends WAV as text/html, and answers empty
// text with its own failure. espeak-ng is its voice.
package pipertest

import (
	"cmp"
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/aloud-audio/aloud/internal/speech/speechtest"
)

// Voice is one that the server has.
type Voice struct {
	SampleRate int // Hz
	Speakers   []string
}

// Spoken is what was said: by Voice and Speaker, which need not be those that were asked for.
type Spoken struct{ Voice, Speaker, Text string }

// Server is a running service. Set its fields before the first request.
type Server struct {
	URL     string
	Default string
	Voices  map[string]Voice

	// Old has it serve POST / instead of POST /synthesize, as Piper 1.3 does.
	Old bool

	// Instead, if set, answers requests for speech in place of the service.
	Instead http.HandlerFunc

	mu     sync.Mutex
	spoken []Spoken
}

// Start runs a server until the test ends.
func Start(t testing.TB) *Server {
	s := &Server{Default: "en_US-lessac-medium", Voices: map[string]Voice{
		"en_US-lessac-medium":        {SampleRate: 22050},
		"en_US-danny-low":            {SampleRate: 16000},
		"uk_UA-ukrainian_tts-medium": {SampleRate: 22050, Speakers: []string{"lada", "mykyta", "tetiana"}},
	}}
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	s.URL = server.URL
	return s
}

// Spoken lists what was said so far.
func (s *Server) Spoken() []Spoken { s.mu.Lock(); defer s.mu.Unlock(); return slices.Clone(s.spoken) }

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	path := "/synthesize"
	if s.Old {
		path = "/"
	}
	switch {
	case r.Method == http.MethodGet && r.URL.Path == "/voices":
		s.list(w)
	case r.Method == http.MethodPost && r.URL.Path == path && s.Instead != nil:
		s.Instead(w, r)
	case r.Method == http.MethodPost && r.URL.Path == path:
		s.synthesize(w, r)
	case r.URL.Path == "/":
		w.WriteHeader(http.StatusMethodNotAllowed)
	default:
		http.NotFound(w, r)
	}
}

func (s *Server) list(w http.ResponseWriter) {
	configs := map[string]any{}
	for name, voice := range s.Voices {
		speakers := map[string]int{}
		for id, speaker := range voice.Speakers {
			speakers[speaker] = id
		}
		configs[name] = map[string]any{
			"audio":          map[string]any{"sample_rate": voice.SampleRate, "quality": "medium"},
			"inference":      map[string]any{"length_scale": 1},
			"num_speakers":   max(1, len(speakers)),
			"speaker_id_map": speakers,
		}
	}
	_ = json.NewEncoder(w).Encode(configs)
}

func (s *Server) synthesize(w http.ResponseWriter, r *http.Request) {
	var req struct {
		Text, Voice, Speaker string
		LengthScale          float64 `json:"length_scale"`
	}
	err := json.NewDecoder(r.Body).Decode(&req)
	if err != nil || strings.TrimSpace(req.Text) == "" {
		http.Error(w, "<!doctype html><title>500 Internal Server Error</title>", http.StatusInternalServerError)
		return
	}
	said := s.choose(req.Voice, req.Speaker)
	said.Text = req.Text
	rate := s.Voices[said.Voice].SampleRate
	pcm, err := speechtest.Say(r.Context(), req.Text, said.Voice[:2], rate, 1/cmp.Or(req.LengthScale, 1))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	s.mu.Lock()
	s.spoken = append(s.spoken, said)
	s.mu.Unlock()
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(speechtest.WAV(pcm, rate))
}

// choose takes the default, and the first speaker, for what it has not.
func (s *Server) choose(voice, speaker string) Spoken {
	if !slices.Contains(slices.Collect(maps.Keys(s.Voices)), voice) {
		voice = s.Default
	}
	speakers := s.Voices[voice].Speakers
	if len(speakers) == 0 {
		return Spoken{Voice: voice}
	}
	if !slices.Contains(speakers, speaker) {
		speaker = speakers[0]
	}
	return Spoken{Voice: voice, Speaker: speaker}
}
