// Package pollytest is Amazon Polly for tests: it refuses what the real one refuses, in its words
// and with its codes, says the rest with espeak-ng, and counts what it was asked.
package pollytest

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strconv"
	"sync"
	"testing"

	"github.com/aloud-audio/aloud/internal/script/ssml"
	"github.com/aloud-audio/aloud/internal/speech/speechtest"
)

// Server is a running service. Set its fields before the first request.
type Server struct {
	URL string

	// Instead, if set, answers requests for speech in place of the service.
	Instead http.HandlerFunc

	mu                        sync.Mutex
	asked, refused, described int
	billed                    int
}

// Start runs a server until the test ends, and gives the test a region and credentials.
func Start(t *testing.T) *Server {
	t.Setenv("AWS_REGION", "eu-central-1")
	t.Setenv("AWS_ACCESS_KEY_ID", "AKIDTEST")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "none")
	s := &Server{}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/speech", s.speech)
	mux.HandleFunc("GET /v1/voices", s.list)
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	s.URL = server.URL
	return s
}

// Asked is how many requests for speech have come.
func (s *Server) Asked() int { return s.read(&s.asked) }

// Refused is how many of them broke a rule.
func (s *Server) Refused() int { return s.read(&s.refused) }

// Described is how many pages of voices were read.
func (s *Server) Described() int { return s.read(&s.described) }

// Billed is how many characters it charged for.
func (s *Server) Billed() int { return s.read(&s.billed) }

func (s *Server) bill(characters int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.billed += characters
}

func (s *Server) read(n *int) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return *n
}

func (s *Server) count(n *int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	*n++
}

func (s *Server) speech(w http.ResponseWriter, r *http.Request) {
	s.count(&s.asked)
	if s.Instead != nil {
		s.Instead(w, r)
		return
	}
	req, fault := parse(r)
	if fault != nil {
		s.count(&s.refused)
		fault.send(w)
		return
	}
	rate, _ := strconv.Atoi(req.SampleRate)
	words := ssml.Input{Kind: req.TextType, Text: req.Text}.Words()
	pcm, err := speechtest.Say(r.Context(), words, voices[req.VoiceID].languages[0][:2], rate, req.speed())
	if err != nil {
		(&Fault{http.StatusInternalServerError, "ServiceFailureException", err.Error()}).send(w)
		return
	}
	s.bill(billed(req))
	if req.OutputFormat == "json" {
		w.Header().Set("Content-Type", "application/x-json-stream")
		_, _ = w.Write(marks(req, float64(len(pcm)/2)/float64(rate)))
		return
	}
	w.Header().Set("Content-Type", "audio/pcm")
	w.Header().Set("x-amzn-RequestCharacters", strconv.Itoa(billed(req)))
	_, _ = w.Write(pcm)
}

// Fault is an error as the service answers with it.
type Fault struct {
	Status        int
	Code, Message string
}

// ServeHTTP implements http.Handler.
func (f *Fault) ServeHTTP(w http.ResponseWriter, _ *http.Request) { f.send(w) }

func (f *Fault) send(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("x-amzn-ErrorType", f.Code)
	w.WriteHeader(f.Status)
	_ = json.NewEncoder(w).Encode(map[string]string{"message": f.Message})
}

type voice struct{ languages, engines []string }

// voices are some of Polly's, and Novella, whom no table knows.
var voices = map[string]voice{
	"Joanna":  {[]string{"en-US"}, []string{"standard", "neural"}},
	"Aditi":   {[]string{"en-IN", "hi-IN"}, []string{"standard"}},
	"Ruth":    {[]string{"en-US"}, []string{"neural", "long-form", "generative"}},
	"Tatyana": {[]string{"ru-RU"}, []string{"standard"}},
	"Novella": {[]string{"en-GB", "cy-GB"}, []string{"neural"}},
}

// pages of the list of voices, by the token that asks for them.
var pages = map[string]struct {
	names []string
	next  string
}{
	"":      {[]string{"Joanna", "Aditi"}, "next"},
	"next":  {[]string{"Ruth", "Tatyana"}, "third"},
	"third": {[]string{"Novella"}, ""},
}

// signature is that of a request which the holder of the credentials has signed for this service
// and region.
var signature = regexp.MustCompile(`^AWS4-HMAC-SHA256 Credential=AKIDTEST/\d{8}/eu-central-1/polly/aws4_request, SignedHeaders=\S+, Signature=[0-9a-f]{64}$`)

func (s *Server) list(w http.ResponseWriter, r *http.Request) {
	s.count(&s.described)
	if !signature.MatchString(r.Header.Get("Authorization")) {
		unsigned.send(w)
		return
	}
	page := pages[r.URL.Query().Get("NextToken")]
	list := []map[string]any{}
	for _, name := range page.names {
		v := voices[name]
		list = append(list, map[string]any{
			"Id": name, "Name": name, "LanguageCode": v.languages[0], "AdditionalLanguageCodes": v.languages[1:], "SupportedEngines": v.engines,
		})
	}
	answer := map[string]any{"Voices": list}
	if page.next != "" {
		answer["NextToken"] = page.next
	}
	_ = json.NewEncoder(w).Encode(answer)
}
