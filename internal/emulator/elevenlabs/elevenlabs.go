// Package elevenlabs emulates ElevenLabs' text-to-speech on this machine: POST
// /v1/text-to-speech/{voice_id}, also with timestamps, GET /v1/voices and GET /v1/models, with the
// limits, errors and headers that are documented or have been seen, and local voices.
//
// It shares no code with the client in internal/speech/elevenlabs, so that a mistake in one shows
// in the other. It is never more lenient than the service is known to be. Only the command `aloud
// emulator elevenlabs` and tests call it.
package elevenlabs

import (
	"encoding/json"
	"net/http"
	"strconv"

	"github.com/aloud-audio/aloud/internal/emulator/rest"
)

// Key is the account key that the emulator accepts.
const Key = "sk_emulated_0123456789abcdef"

// Options configure a server. The zero value is the Creator plan with credits for everything.
type Options struct {
	rest.Options
	Credits int  // that are left; 0: unlimited
	Pro     bool // it has PCM of 44,100 Hz and more
}

// Server is the service. It is safe for concurrent use.
type Server struct {
	*rest.Server
	account *account
	mux     *http.ServeMux
}

// creatorAtOnce is how many concurrent requests the Creator plan allows.
const creatorAtOnce = 5

// New returns a service that is not listening yet.
func New(o Options) *Server {
	if o.AtOnce == 0 {
		o.AtOnce = creatorAtOnce
	}
	s := &Server{account: &account{left: float64(o.Credits), limited: o.Credits > 0, pro: o.Pro}, mux: http.NewServeMux()}
	s.Server = rest.New(rest.API{
		Parse: s.account.parse,
		Busy:  *refusal(http.StatusTooManyRequests, "concurrent_limit_exceeded", "Too many concurrent requests. Your current subscription has a maximum of "+strconv.Itoa(o.AtOnce)+"."),
		Fail:  *refusal(http.StatusInternalServerError, "internal_server_error", "An error occurred."),
		Load: func(h http.Header, now, most int) {
			h.Set("current-concurrent-requests", strconv.Itoa(now))
			h.Set("maximum-concurrent-requests", strconv.Itoa(most))
		},
	}, o.Options)
	s.mux.Handle("POST /v1/text-to-speech/{voice}", s.Server)
	s.mux.Handle("POST /v1/text-to-speech/{voice}/with-timestamps", s.Server)
	s.mux.HandleFunc("GET /v1/voices", listVoices)
	s.mux.HandleFunc("GET /v1/models", listModels)
	s.mux.Handle("GET /stats", s.StatsHandler())
	return s
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.mux.ServeHTTP(w, r) }

// voices are some of the library that every account has; the names are the emulator's.
var voices = map[string]string{
	"JBFqnCBsd6RMkjVDRZzb": "George", "EXAVITQu4vr4xnSDxMaL": "Sarah", "onwK4e9ZLuTAKqWW03F9": "Daniel",
}

func listVoices(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("xi-api-key") != Key {
		refusal(http.StatusUnauthorized, "invalid_api_key", "Invalid API key").Send(w)
		return
	}
	var list []map[string]string
	for id, name := range voices {
		list = append(list, map[string]string{"voice_id": id, "name": name, "category": "premade"})
	}
	_ = json.NewEncoder(w).Encode(map[string]any{"voices": list}) // the client may be gone
}

func listModels(w http.ResponseWriter, _ *http.Request) {
	var list []map[string]any
	for id, m := range models {
		list = append(list, map[string]any{
			"model_id": id, "maximum_text_length_per_request": m.characters, "can_do_text_to_speech": true,
			"model_rates": map[string]float64{"character_cost_multiplier": m.credits},
		})
	}
	_ = json.NewEncoder(w).Encode(list) // the client may be gone
}
