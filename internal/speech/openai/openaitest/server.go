// Package openaitest is a server of OpenAI's /v1/audio/speech for tests: it refuses what the real
// one refuses, says the rest with espeak-ng, and counts what it was asked. It has Kokoro's voices
// too, listed as Kokoro-FastAPI lists them.
package openaitest

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"

	"github.com/aloud-audio/aloud/internal/speech/speechtest"
)

// Key is what the server takes as its account's.
const Key = "sk-test-0123456789abcdef"

// Server is a running service. Set its fields before the first request.
type Server struct {
	URL string // of the API, /v1 included

	// Instead, if set, answers requests for speech in place of the service.
	Instead http.HandlerFunc

	// Language is what it reads in; empty is English. The real one hears it from the text.
	Language string

	mu             sync.Mutex
	asked, refused int
}

// Start runs a server until the test ends.
func Start(t testing.TB) *Server {
	s := &Server{}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/audio/speech", s.speech)
	mux.HandleFunc("GET /v1/audio/voices", s.voices)
	mux.HandleFunc("GET /v1/models", s.models)
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	s.URL = server.URL + "/v1"
	return s
}

// Asked is how many requests for speech have come.
func (s *Server) Asked() int { s.mu.Lock(); defer s.mu.Unlock(); return s.asked }

// Refused is how many of them broke a rule.
func (s *Server) Refused() int { s.mu.Lock(); defer s.mu.Unlock(); return s.refused }

func (s *Server) speech(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.asked++
	s.mu.Unlock()
	if s.Instead != nil {
		s.Instead(w, r)
		return
	}
	req, fault := parse(r)
	if fault != nil {
		s.mu.Lock()
		s.refused++
		s.mu.Unlock()
		Refuse(w, fault.status, fault.code, fault.message)
		return
	}
	pcm, err := speechtest.Say(r.Context(), req.Input, s.language(), 24000, req.speed())
	if err != nil {
		Refuse(w, http.StatusInternalServerError, "server_error", err.Error())
		return
	}
	if req.Format == "wav" {
		w.Header().Set("Content-Type", "audio/wav")
		_, _ = w.Write(speechtest.WAV(pcm, 24000))
		return
	}
	w.Header().Set("Content-Type", "audio/pcm")
	_, _ = w.Write(pcm)
}

func (r request) speed() float64 {
	if r.Speed == nil {
		return 1
	}
	return *r.Speed
}

func (s *Server) language() string {
	if s.Language == "" {
		return "en"
	}
	return s.Language
}

// Refuse answers with an error as the service writes it.
func Refuse(w http.ResponseWriter, status int, code, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"error": map[string]any{"message": message, "type": "invalid_request_error", "code": code}})
}

func (s *Server) voices(w http.ResponseWriter, _ *http.Request) {
	var list []map[string]string
	for _, id := range []string{"alloy", "coral", "af_heart", "jf_alpha"} {
		list = append(list, map[string]string{"id": id, "name": id})
	}
	_ = json.NewEncoder(w).Encode(map[string]any{"voices": list})
}

func (s *Server) models(w http.ResponseWriter, _ *http.Request) {
	var list []map[string]string
	for _, id := range []string{"tts-1", "gpt-4o-mini-tts"} {
		list = append(list, map[string]string{"id": id, "object": "model"})
	}
	_ = json.NewEncoder(w).Encode(map[string]any{"object": "list", "data": list})
}
