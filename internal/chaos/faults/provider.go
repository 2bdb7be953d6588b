package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
	"unicode/utf8"
)

// answerKind is how the provider answers a request.
type answerKind string

// The answers: speech, and every failure that providers document or that we have seen.
const (
	speechAnswer  answerKind = "speech"
	rateLimited   answerKind = "429 with Retry-After"
	serverError   answerKind = "500"
	unavailable   answerKind = "503"
	hanging       answerKind = "no answer"
	cutSpeech     answerKind = "speech cut off by the connection"
	halfSpeech    answerKind = "half of the speech, as a whole answer"
	emptyAnswer   answerKind = "200 with nothing"
	wrongType     answerKind = "200 with MP3 in place of PCM"
	pageWithOK    answerKind = "200 with an HTML page"
	outageAnswer  answerKind = "503 in an outage"
	speechLatency            = 30 * time.Millisecond
)

// rates say how often each failure is the answer to a request.
var rates = []struct {
	kind answerKind
	rate float64
}{
	{rateLimited, 0.02}, {serverError, 0.02}, {unavailable, 0.02}, {hanging, 0.003}, {cutSpeech, 0.01}, {halfSpeech, 0.01},
	{emptyAnswer, 0.01}, {wrongType, 0.003}, {pageWithOK, 0.01},
}

// call is one request to the provider.
type call struct {
	text     string
	billed   int    // characters
	by       string // the process that asked
	from, to time.Time
	kind     answerKind
	whole    bool // all of the answer was sent
}

// charged reports whether the provider bills a call: it answered 200.
func (c call) charged() bool {
	return slices.Contains([]answerKind{speechAnswer, cutSpeech, halfSpeech, emptyAnswer, wrongType, pageWithOK}, c.kind)
}

// provider is a server with OpenAI's /audio/speech. The seed decides how it answers the nth request
// for a text. Each process of aloud calls it under its own path, so that it can tell the callers
// apart.
type provider struct {
	seed   uint64
	healed chan struct{} // closed when everything works
	outage atomic.Bool

	mu       sync.Mutex
	attempts map[string]int
	calls    []call
}

func newProvider(seed uint64) *provider {
	return &provider{seed: seed, healed: make(chan struct{}), attempts: map[string]int{}}
}

// ServeHTTP implements http.Handler.
func (p *provider) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var request struct{ Input string }
	body, err := io.ReadAll(r.Body)
	if err == nil {
		err = json.Unmarshal(body, &request)
	}
	if err != nil {
		http.Error(w, "not JSON", http.StatusBadRequest)
		return
	}
	c := call{text: letters(request.Input), billed: utf8.RuneCountInString(request.Input), by: r.PathValue("process"), from: time.Now(), kind: p.kindOf(request.Input)}
	defer func() { // also when the connection is cut
		c.to = time.Now()
		p.mu.Lock()
		defer p.mu.Unlock()
		p.calls = append(p.calls, c)
	}()
	c.whole = p.answer(w, r, c.kind, say(request.Input))
}

// kindOf decides how to answer the next request for a text.
func (p *provider) kindOf(input string) answerKind {
	p.mu.Lock()
	p.attempts[input]++
	n := p.attempts[input]
	p.mu.Unlock()
	select {
	case <-p.healed:
		return speechAnswer
	default:
	}
	if p.outage.Load() {
		return outageAnswer
	}
	left := chance(hash("answer", strconv.FormatUint(p.seed, 10), input, strconv.Itoa(n)))
	for _, f := range rates {
		if left -= f.rate; left < 0 {
			return f.kind
		}
	}
	return speechAnswer
}

// answer reports whether all of the answer was sent.
func (p *provider) answer(w http.ResponseWriter, r *http.Request, kind answerKind, speech []byte) bool {
	time.Sleep(speechLatency)
	switch kind {
	case rateLimited:
		w.Header().Set("Retry-After", "1")
		return refuse(w, http.StatusTooManyRequests)
	case serverError:
		return refuse(w, http.StatusInternalServerError)
	case unavailable, outageAnswer:
		return refuse(w, http.StatusServiceUnavailable)
	case hanging:
		select {
		case <-p.healed:
		case <-r.Context().Done():
		}
		panic(http.ErrAbortHandler)
	case cutSpeech:
		send(w, "audio/pcm", speech[:len(speech)/2], len(speech))
		panic(http.ErrAbortHandler)
	case halfSpeech:
		half := speech[:len(speech)/4*2]
		return send(w, "audio/pcm", half, len(half))
	case emptyAnswer:
		return send(w, "audio/pcm", nil, 0)
	case wrongType:
		return send(w, "audio/mpeg", []byte("ID3\x04\x00\x00\x00\x00\x00\x00"), 10)
	case pageWithOK:
		page := []byte("<!doctype html><title>Sign in to this network</title>")
		return send(w, "text/html; charset=utf-8", page, len(page))
	default:
		return send(w, "audio/pcm", speech, len(speech))
	}
}

func refuse(w http.ResponseWriter, status int) bool {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, err := fmt.Fprintf(w, `{"error": {"message": "status %d"}}`, status)
	return err == nil
}

// send answers 200 with a body and its Content-Length.
func send(w http.ResponseWriter, mediaType string, body []byte, length int) bool {
	w.Header().Set("Content-Type", mediaType)
	w.Header().Set("Content-Length", strconv.Itoa(length))
	_, err := w.Write(body)
	if err == nil {
		err = http.NewResponseController(w).Flush()
	}
	return err == nil
}
