// Package proxy stands between aloud and its servers, and imitates failing networks and storage: it
// delays, refuses, cuts connections in the middle of a request or an answer, and delivers a request
// long after its sender gave up. It knows no article; its user decides what happens to which
// request. The commands below internal/chaos call it.
package proxy

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"net/url"
	"sync"
	"time"
)

// Fate is what happens to one request.
type Fate struct {
	Wait time.Duration // before anything else, as a slow network does
	Kind Kind
	Late time.Duration // of DeliveredLate: after the sender was cut off
}

// Kind is how a request ends.
type Kind string

// The kinds.
const (
	Passed        Kind = ""                // it is passed on, and so is its answer
	Unavailable   Kind = "unavailable"     // it is answered 503 SlowDown
	Full          Kind = "full"            // a write is answered 507; the rest is passed on
	RequestCut    Kind = "request cut"     // half of it reaches the server, and there is no answer
	AnswerCut     Kind = "answer cut"      // the server does it, and half of the answer comes back
	DeliveredLate Kind = "delivered later" // there is no answer, and the server does it later
)

// S3 passes requests on to an S3 server. Each meets a fate.
type S3 struct {
	URL string

	backend *url.URL
	fate    func(*http.Request) Fate
	server  *http.Server
	late    sync.WaitGroup
}

// ListenS3 passes requests on to the server at backend until Close. fate is called concurrently.
func ListenS3(backend string, fate func(*http.Request) Fate) (*S3, error) {
	to, err := url.Parse(backend)
	if err != nil {
		return nil, err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	p := &S3{URL: "http://" + listener.Addr().String(), backend: to, fate: fate}
	p.server = &http.Server{Handler: p}
	go func() { _ = p.server.Serve(listener) }()
	return p, nil
}

// Close ends all connections. Call AwaitLate first if late requests must arrive.
func (p *S3) Close() { _ = p.server.Close() }

// AwaitLate returns when all late requests have been delivered.
func (p *S3) AwaitLate() { p.late.Wait() }

// ServeHTTP implements http.Handler.
func (p *S3) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	fate := p.fate(r)
	time.Sleep(fate.Wait)
	body, err := io.ReadAll(r.Body)
	if err != nil {
		panic(http.ErrAbortHandler) // the sender is gone, so nobody is answered
	}
	switch {
	case fate.Kind == Unavailable:
		refuse(w, http.StatusServiceUnavailable, "SlowDown")
	case fate.Kind == Full && r.Method == http.MethodPut:
		refuse(w, http.StatusInsufficientStorage, "XMinioStorageFull")
	case fate.Kind == RequestCut:
		p.sendHalf(r, body)
		panic(http.ErrAbortHandler)
	case fate.Kind == DeliveredLate:
		p.deliver(r.Clone(context.WithoutCancel(r.Context())), body, fate.Late)
		panic(http.ErrAbortHandler)
	default:
		p.pass(w, r, body, fate.Kind == AnswerCut)
	}
}

func refuse(w http.ResponseWriter, status int, code string) {
	w.Header().Set("Content-Type", "application/xml")
	w.WriteHeader(status)
	fmt.Fprintf(w, "<Error><Code>%s</Code><Message>%[1]s</Message></Error>", code)
}

// pass passes a request on, and its answer back. Only half of a cut one arrives.
func (p *S3) pass(w http.ResponseWriter, r *http.Request, body []byte, cut bool) {
	resp, err := p.send(r, bytes.NewReader(body))
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	if err != nil || cut && len(answer) < 2 {
		panic(http.ErrAbortHandler)
	}
	maps.Copy(w.Header(), resp.Header)
	w.WriteHeader(resp.StatusCode)
	if cut {
		_, _ = w.Write(answer[:len(answer)/2])
		panic(http.ErrAbortHandler) // the header promised more
	}
	_, _ = w.Write(answer)
}

// sendHalf sends half of a request, as if its sender died. A request without a body is not sent at
// all.
func (p *S3) sendHalf(r *http.Request, body []byte) {
	if len(body) < 2 {
		return
	}
	broken := io.MultiReader(bytes.NewReader(body[:len(body)/2]), failing{})
	if resp, err := p.send(r, broken); err == nil {
		resp.Body.Close()
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func (p *S3) deliver(r *http.Request, body []byte, after time.Duration) {
	p.late.Go(func() {
		time.Sleep(after)
		if resp, err := p.send(r, bytes.NewReader(body)); err == nil {
			resp.Body.Close()
		}
	})
}

// transport does not change headers, because they are signed.
var transport = &http.Transport{DisableCompression: true, MaxIdleConnsPerHost: 64}

// send sends a request to the server as it was signed: its Host is that of the proxy.
func (p *S3) send(r *http.Request, body io.Reader) (*http.Response, error) {
	out := r.Clone(r.Context())
	out.URL.Scheme, out.URL.Host, out.RequestURI = p.backend.Scheme, p.backend.Host, ""
	out.Body, out.ContentLength = io.NopCloser(body), r.ContentLength
	if r.ContentLength == 0 {
		out.Body = http.NoBody
	}
	out.Header.Del("Expect")
	return transport.RoundTrip(out)
}
