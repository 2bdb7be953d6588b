// Package web is the HTTP server: the hooks that a CMS calls, and what listeners' browsers load.
//
// A hook is verified, read by its source and handed to the newsroom, nothing more: the answer
// depends on the store and the queue alone. The package never parses HTML, never renders and
// decides nothing about articles. The commands serve and up call it; they listen, set the
// connection's time limits and shut the server down.
package web

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"path"
	"strings"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/source"
)

// Options configure a server. All but PublicURL are required.
type Options struct {
	Newsroom *newsroom.Newsroom // takes the hooks' articles; the public part of its store is served
	Sites    map[string]Site    // by name
	Player   []byte             // player.js

	// PublicURL is where a CDN or the bucket serves what is under /public here; "" if this server
	// does.
	PublicURL string

	Registry *prometheus.Registry // gets the server's metrics and is served at /metrics
	Log      *slog.Logger         // gets no bodies, secrets or names of people
}

// Server answers all HTTP requests. It is an http.Handler.
type Server struct {
	newsroom   newsroom.Newsroom
	sites      map[string]site
	player     []byte
	publicURL  string
	publicHost string // origin of publicURL
	metrics    metrics
	log        *slog.Logger
	now        func() time.Time
	draining   atomic.Bool
	handler    http.Handler
}

// New returns a server. The error names every wrong setting of every site.
func New(opts Options) (*Server, error) {
	sites, err := newSites(opts.Sites)
	publicHost, urlErr := origin(opts.PublicURL)
	if urlErr != nil {
		err = errors.Join(err, fmt.Errorf("public URL: %w", urlErr))
	}
	if err != nil {
		return nil, err
	}
	s := &Server{
		newsroom:   *opts.Newsroom,
		sites:      sites,
		player:     opts.Player,
		publicURL:  strings.TrimSuffix(opts.PublicURL, "/"),
		publicHost: publicHost,
		metrics:    newMetrics(opts.Registry),
		log:        opts.Log,
		now:        time.Now,
	}
	s.newsroom.Queue = boundedQueue{s.newsroom.Queue}
	s.handler = s.routes(opts.Registry)
	return s, nil
}

func (s *Server) routes(registry *prometheus.Registry) http.Handler {
	mux := http.NewServeMux()

	for _, src := range source.All {
		mux.HandleFunc("POST /hooks/{site}/"+src.Path, s.receive(src))
	}

	mux.HandleFunc("GET /public/{path...}", s.cors(s.ownOrigin, s.servePublic))
	mux.HandleFunc("OPTIONS /public/{path...}", s.cors(s.ownOrigin, preflight))
	mux.HandleFunc("GET /player.js", s.cors(s.anyOrigin, s.servePlayer))
	mux.HandleFunc("OPTIONS /player.js", s.cors(s.anyOrigin, preflight))
	mux.HandleFunc("GET /embed/{site}/{id}", s.serveEmbed)

	mux.HandleFunc("GET /healthz", s.serveHealth)
	mux.HandleFunc("GET /readyz", s.serveReadiness)
	mux.Handle("GET /metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	return mux
}

// ServeHTTP refuses every path that ServeMux would redirect to a clean one: a hook must never be
// redirected, and none of our paths needs it.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Content-Type-Options", "nosniff")
	if p := r.URL.EscapedPath(); path.Clean(p) != p {
		http.NotFound(w, r)
		return
	}
	s.handler.ServeHTTP(w, r)
}

// Drain makes /readyz report that the server is not ready, so that a load balancer sends no new
// requests. The server still answers requests.
func (s *Server) Drain() { s.draining.Store(true) }
