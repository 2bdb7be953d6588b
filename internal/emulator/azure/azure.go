// Package azure emulates Azure AI Speech on this machine: POST /cognitiveservices/v1 and GET
// /cognitiveservices/voices/list, with the limits, errors and rules of SSML that are documented or
// have been seen, and local voices.
//
// It shares no code with the client in internal/speech/azure, so that a mistake in one shows in the
// other. It is never more lenient than the service is known to be. Only the command `aloud emulator
// azure` and tests call it.
package azure

import (
	"encoding/json"
	"net/http"
	"time"

	"github.com/aloud-audio/aloud/internal/emulator/rest"
)

// Key is the resource key that the emulator accepts.
const Key = "emulated0123456789abcdef01234567"

// Server is the service. It is safe for concurrent use.
type Server struct {
	*rest.Server
	mux *http.ServeMux
}

// longest is the length at which the service cuts audio off, without an error.
const longest = 10 * time.Minute

// New returns a service that is not listening yet.
func New(o rest.Options) *Server {
	s := &Server{mux: http.NewServeMux()}
	s.Server = rest.New(rest.API{Parse: parse, Busy: *refusal(http.StatusTooManyRequests), Fail: *refusal(http.StatusServiceUnavailable)}, o)
	s.mux.Handle("POST /cognitiveservices/v1", s.Server)
	s.mux.HandleFunc("GET /cognitiveservices/voices/list", list)
	s.mux.Handle("GET /stats", s.StatsHandler())
	return s
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.mux.ServeHTTP(w, r) }

// refusal has no body: the service answers only with a status.
func refusal(status int) *rest.Refusal {
	return &rest.Refusal{Status: status, Name: http.StatusText(status), Type: "text/plain"}
}

// voice is a voice of the emulator.
type voice struct {
	locale    string
	secondary []string
	dragon    bool // it takes few elements of SSML
}

var voices = map[string]voice{
	"uk-UA-PolinaNeural":             {locale: "uk-UA"},
	"uk-UA-OstapNeural":              {locale: "uk-UA"},
	"en-US-AvaNeural":                {locale: "en-US"},
	"en-US-AvaMultilingualNeural":    {locale: "en-US", secondary: []string{"uk-UA", "de-DE", "ja-JP"}},
	"en-US-Ava:DragonHDLatestNeural": {locale: "en-US", dragon: true},
	"de-DE-KatjaNeural":              {locale: "de-DE"},
	"ja-JP-NanamiNeural":             {locale: "ja-JP"},
}

func list(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Ocp-Apim-Subscription-Key") != Key {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var all []map[string]any
	for name, v := range voices {
		all = append(all, map[string]any{
			"ShortName": name, "Locale": v.locale, "SecondaryLocaleList": v.secondary, "VoiceType": "Neural", "Status": "GA",
			"SampleRateHertz": "48000", "WordsPerMinute": "150",
		})
	}
	_ = json.NewEncoder(w).Encode(all) // the client may be gone
}
