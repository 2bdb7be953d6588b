package process

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strconv"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	azureemulator "github.com/aloud-audio/aloud/internal/emulator/azure"
	elevenlabsemulator "github.com/aloud-audio/aloud/internal/emulator/elevenlabs"
	"github.com/aloud-audio/aloud/internal/emulator/fault"
	googleemulator "github.com/aloud-audio/aloud/internal/emulator/google"
	"github.com/aloud-audio/aloud/internal/emulator/google/emulatortest"
	"github.com/aloud-audio/aloud/internal/emulator/local"
	"github.com/aloud-audio/aloud/internal/emulator/rest"
	"github.com/aloud-audio/aloud/internal/speech"
	"github.com/aloud-audio/aloud/internal/speech/azure"
	"github.com/aloud-audio/aloud/internal/speech/elevenlabs"
	"github.com/aloud-audio/aloud/internal/speech/google"
	"github.com/aloud-audio/aloud/internal/speech/openai"
	"github.com/aloud-audio/aloud/internal/speech/openai/openaitest"
	"github.com/aloud-audio/aloud/internal/speech/piper"
	"github.com/aloud-audio/aloud/internal/speech/piper/pipertest"
	"github.com/aloud-audio/aloud/internal/speech/polly"
	"github.com/aloud-audio/aloud/internal/speech/polly/pollytest"
)

// everyHundredth is about one request in a hundred, and never two in a row: the second request for
// a segment that was answered with half its audio is answered whole. Bad audio twice delays the
// article by two to three minutes. By the hundredth request both workers know the voice's pace.
var everyHundredth = fault.Chance{Numbers: []int{100, 170, 240, 340, 440}}

// usualFaults are what a provider on a bad day does.
var usualFaults = fault.Faults{fault.Fail: {Rate: 0.02}, fault.Hang: {Rate: 0.01}, fault.Truncate: everyHundredth}

const (
	faultSeed = 7
	hangs     = 10 * time.Second // the client's timeout: no tone takes as long
	longHangs = 30 * time.Second // and no answer by espeak-ng, on a busy machine either
	quota     = 200              // of Google's requests; the articles would pass it
)

// tally is what a faulty provider has counted.
type tally struct {
	requests, billed int
	faults, refused  map[string]int
}

// faulty is a provider's service with usualFaults.
type faulty struct {
	client func() speech.Synthesizer
	tally  func() tally
	quota  int
}

// At two errors, one hang and one truncated answer in a hundred requests, two workers finish all
// articles, keep the quota, notice each truncated answer, and pay hardly more than the articles
// cost.
func TestFaultyProviders(t *testing.T) {
	for voice, start := range map[string]func(*testing.T) faulty{
		"google:en-US-Chirp3-HD-Kore":                       faultyGoogle,
		"openai:gpt-4o-mini-tts/coral":                      faultyOpenAI,
		"elevenlabs:eleven_flash_v2_5/JBFqnCBsd6RMkjVDRZzb": faultyElevenLabs,
		"azure:en-US-AvaNeural":                             faultyAzure,
		"polly:neural/Joanna":                               faultyPolly,
		"piper:en_US-lessac-medium":                         faultyPiper,
	} {
		t.Run(voice, func(t *testing.T) {
			const articles = 60
			f := start(t)
			n := openNewsdeskWith(t, voice, f.quota, f.client)
			fair := n.narrateArticles(articles)
			f.check(t, fair, articles*segmentsOfArticle)
		})
	}
}

// check compares what was requested and billed with the segments, and with what they cost if each
// is bought once. A fault that is noticed costs one more request.
func (f faulty) check(t *testing.T, fair, segments int) {
	t.Helper()
	got, more := f.tally(), 0
	for _, n := range got.faults {
		more += n
	}
	t.Logf("%d requests for %d segments, %d characters billed of %d: %.3f times; faults %v, refused %v",
		got.requests, segments, got.billed, fair, float64(got.billed)/float64(fair), got.faults, got.refused)
	if most := fair * 103 / 100; got.billed > most {
		t.Errorf("%d characters were billed, more than %d", got.billed, most)
	}
	if got.requests < segments+more {
		t.Errorf("%d requests for %d segments and %d faults: a fault was not noticed", got.requests, segments, more)
	}
	if len(got.faults) < len(usualFaults) {
		t.Errorf("only these faults came to pass: %v", got.faults)
	}
	if got.refused["ResourceExhausted"] > 0 {
		t.Errorf("the quota was passed: %v", got.refused)
	}
}

func faultyGoogle(t *testing.T) faulty {
	service := emulatortest.Start(t, googleemulator.Options{
		Speaker: local.Tone, Minute: minute, Latency: 30 * time.Millisecond,
		Quotas: map[string]int{"chirp3-hd": quota}, Faults: usualFaults, Seed: faultSeed,
	})
	client := func() speech.Synthesizer {
		client := google.New(google.Options{Endpoint: service.Endpoint, Timeout: hangs})
		t.Cleanup(func() { _ = client.Close() })
		return client
	}
	return faulty{client: client, quota: quota, tally: func() tally {
		s := service.Stats()
		return tally{s.Requests, s.Billed, s.Faults, s.Refused}
	}}
}

// emulated are the emulators' options: ElevenLabs' also limits concurrent requests.
var emulated = rest.Options{Speaker: local.Tone, Latency: 30 * time.Millisecond, Seed: faultSeed, Faults: usualFaults}

func faultyElevenLabs(t *testing.T) faulty {
	return faultyEmulator(t, elevenlabsemulator.New(elevenlabsemulator.Options{Options: emulated}), func(url string) speech.Synthesizer {
		return elevenlabs.New(elevenlabs.Options{URL: url, Key: elevenlabsemulator.Key, Timeout: hangs})
	})
}

func faultyAzure(t *testing.T) faulty {
	return faultyEmulator(t, azureemulator.New(emulated), func(url string) speech.Synthesizer {
		return azure.New(azure.Options{URL: url, Key: azureemulator.Key, Timeout: hangs})
	})
}

// restEmulator is a service of internal/emulator/rest.
type restEmulator interface {
	http.Handler
	Stats() rest.Stats
}

func faultyEmulator(t *testing.T, service restEmulator, client func(url string) speech.Synthesizer) faulty {
	server := httptest.NewServer(service)
	t.Cleanup(server.Close)
	return faulty{client: func() speech.Synthesizer { return client(server.URL) }, tally: func() tally {
		s := service.Stats()
		return tally{s.Requests, s.Billed, s.Faults, s.Refused}
	}}
}

func faultyOpenAI(t *testing.T) faulty {
	return faultyFront(t, openaitest.Start(t).URL, "input", func(url string) speech.Synthesizer {
		return openai.New(openai.Options{URL: url, Key: openaitest.Key, Timeout: longHangs})
	})
}

func faultyPolly(t *testing.T) faulty {
	return faultyFront(t, pollytest.Start(t).URL, "Text", func(url string) speech.Synthesizer {
		return polly.New(polly.Options{Endpoint: url, Timeout: longHangs})
	})
}

func faultyPiper(t *testing.T) faulty {
	return faultyFront(t, pipertest.Start(t).URL, "text", func(url string) speech.Synthesizer {
		return piper.New(piper.Options{URL: url, Timeout: longHangs})
	})
}

// faultyFront puts faults before a provider's test server.
func faultyFront(t *testing.T, service, field string, client func(url string) speech.Synthesizer) faulty {
	to, err := url.Parse(service)
	if err != nil {
		t.Fatal(err)
	}
	proxy := &httputil.ReverseProxy{
		Rewrite:  func(r *httputil.ProxyRequest) { r.Out.URL.Scheme, r.Out.URL.Host = to.Scheme, to.Host },
		ErrorLog: log.New(io.Discard, "", 0), // of clients that left
	}
	f := &front{service: proxy, field: field, plan: fault.NewPlan(usualFaults, faultSeed), tally: tally{faults: map[string]int{}}}
	server := httptest.NewServer(f)
	t.Cleanup(server.Close)
	return faulty{
		client: func() speech.Synthesizer { return client(server.URL + to.Path) },
		tally:  f.count,
	}
}

// front is a server before another one: it damages answers to requests for speech, and counts.
type front struct {
	service http.Handler
	field   string // of the request that has the text
	plan    *fault.Plan

	mu sync.Mutex
	tally
}

func (f *front) count() tally {
	f.mu.Lock()
	defer f.mu.Unlock()
	counted := f.tally
	counted.faults = maps.Clone(f.faults)
	return counted
}

func (f *front) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		f.service.ServeHTTP(w, r)
		return
	}
	body, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(body))
	injected := f.next()
	if injected == fault.Fail {
		http.Error(w, "the server failed", http.StatusInternalServerError)
		return
	}
	f.bill(body)
	if injected == fault.Hang {
		hang(r.Context())
		return
	}
	f.answer(w, r, injected)
}

// next counts a request and returns its fault.
func (f *front) next() fault.Fault {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.requests++
	injected := f.plan.Of(f.requests)
	if injected != "" {
		f.faults[string(injected)]++
	}
	return injected
}

func (f *front) bill(body []byte) {
	var request map[string]any
	_ = json.Unmarshal(body, &request) // a wrong body is refused by the service
	text, _ := request[f.field].(string)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.billed += utf8.RuneCountInString(text)
}

// hang waits until the client has left.
func hang(ctx context.Context) { <-ctx.Done() }

func (f *front) answer(w http.ResponseWriter, r *http.Request, injected fault.Fault) {
	answered := httptest.NewRecorder()
	f.service.ServeHTTP(answered, r)
	body := answered.Body.Bytes()
	if injected == fault.Truncate {
		body = body[:len(body)/4*2]
	}
	maps.Copy(w.Header(), answered.Header())
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(answered.Code)
	_, _ = w.Write(body) // the client may be gone
}
