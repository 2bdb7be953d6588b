// Package admin serves what operators look at: metrics, profiles, and the queue's dashboard. It
// changes nothing, and beyond loopback it answers nobody without credentials. It leaves the paths
// of the API to a handler that checks tokens itself. internal/process listens for it.
package admin

import (
	"crypto/sha256"
	"crypto/subtle"
	"fmt"
	"net"
	"net/http"
	"net/http/pprof"
	"strings"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Where the dashboard of the queue and the API are served.
const (
	QueuePath = "/queue"
	APIPath   = "/api/"
)

// Options configure the handler.
type Options struct {
	Metrics       prometheus.Gatherer
	Queue         http.Handler // the dashboard, for paths below QueuePath; nil: none
	API           http.Handler // for paths below APIPath; it decides who may ask. nil: none
	Password      string       // as a bearer token, or with any user name; "": only loopback is answered
	PublicMetrics bool         // /metrics needs no password
	Loopback      bool         // nobody but this machine can connect
}

// New returns the handler.
func New(opts Options) http.Handler {
	metrics := promhttp.HandlerFor(opts.Metrics, promhttp.HandlerOpts{})
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", opts.serveIndex)
	mux.Handle("GET /metrics", metrics)
	if opts.Queue != nil {
		mux.Handle(QueuePath+"/", opts.Queue)
	}
	mux.HandleFunc("GET /debug/pprof/", pprof.Index)
	mux.HandleFunc("GET /debug/pprof/cmdline", pprof.Cmdline)
	mux.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("GET /debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
	open := http.NewServeMux()
	open.Handle("/", opts.guard(mux))
	if opts.PublicMetrics {
		open.Handle("GET /metrics", metrics)
	}
	if opts.API != nil {
		open.Handle(APIPath, opts.API)
	}
	return open
}

func (o Options) serveIndex(w http.ResponseWriter, _ *http.Request) {
	fmt.Fprint(w, "/metrics\n/debug/pprof/\n")
	if o.Queue != nil {
		fmt.Fprintln(w, QueuePath+"/")
	}
	if o.API != nil {
		fmt.Fprintln(w, APIPath+"openapi.json")
	}
}

// guard answers 401 to everybody who may not look.
func (o Options) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("X-Frame-Options", "DENY")
		if o.Allows(r) {
			next.ServeHTTP(w, r)
			return
		}
		w.Header().Set("WWW-Authenticate", `Basic realm="aloud"`)
		http.Error(w, "use the password in ALOUD_ADMIN_PASSWORD; if none is set, only requests from this machine to localhost are answered", http.StatusUnauthorized)
	})
}

// Allows reports whether whoever sends a request may look.
func (o Options) Allows(r *http.Request) bool {
	if o.Password == "" {
		return o.Loopback && namesLoopback(r.Host)
	}
	given, isBearer := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !isBearer {
		_, given, _ = r.BasicAuth()
	}
	got, want := sha256.Sum256([]byte(given)), sha256.Sum256([]byte(o.Password))
	return subtle.ConstantTimeCompare(got[:], want[:]) == 1
}

// namesLoopback refuses other names: a page on the web may have its name resolve to this machine
// and read the answers in an operator's browser.
func namesLoopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return host == "localhost" || net.ParseIP(strings.Trim(host, "[]")).IsLoopback()
}
