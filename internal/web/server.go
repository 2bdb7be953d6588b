// Package web is aloud's HTTP side: the hooks that newsrooms call, and what listeners' browsers load.
//
// A hook is verified, put into the library and handed to the queue, nothing more: its answer depends on the store and
// the queue alone. The package never parses HTML, never speaks and never runs a job; it knows the queue as the two
// functions in Options. The commands that serve call it, and keep the listening, its time limits and its end to
// themselves.
package web

import (
	"context"
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

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/source"
	"github.com/aloud-audio/aloud/internal/store"
)

// Options are what a server works with. All but PublicURL are needed.
type Options struct {
	Library *library.Library
	Store   store.Store     // whose public part is served
	Sites   map[string]Site // by name
	Player  []byte          // player.js

	// Enqueue asks for an article to be brought up to date; after nil the queue has the task. It should end with its
	// context; the server waits for it no longer, whether it does or not.
	Enqueue func(context.Context, library.Ref) error
	// QueueReady says why Enqueue could not work now. It should end with its context, as Enqueue should.
	QueueReady func(context.Context) error

	// PublicURL is where a CDN or the bucket serves what is under /public here; empty: this server does.
	PublicURL string

	Registry *prometheus.Registry // takes the server's metrics, and is served whole
	Log      *slog.Logger         // gets no bodies, secrets or names of people
}

// Server answers all of aloud's requests. It is an http.Handler.
type Server struct {
	library    *library.Library
	store      store.Store
	sites      map[string]site
	enqueue    func(context.Context, library.Ref) error
	queueReady func(context.Context) error
	player     []byte
	publicURL  string
	publicHost string // origin of publicURL
	metrics    metrics
	log        *slog.Logger
	now        func() time.Time
	draining   atomic.Bool
	handler    http.Handler
}

// New returns a server. The error names every site's setting that is wrong.
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
		library:    opts.Library,
		store:      opts.Store,
		sites:      sites,
		enqueue:    opts.Enqueue,
		queueReady: opts.QueueReady,
		player:     opts.Player,
		publicURL:  strings.TrimSuffix(opts.PublicURL, "/"),
		publicHost: publicHost,
		metrics:    newMetrics(opts.Registry),
		log:        opts.Log,
		now:        time.Now,
	}
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

// ServeHTTP refuses every path that ServeMux would tidy up by a redirect: a hook must never get one, and no path that
// needs it is ours.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Content-Type-Options", "nosniff")
	if p := r.URL.EscapedPath(); path.Clean(p) != p {
		http.NotFound(w, r)
		return
	}
	s.handler.ServeHTTP(w, r)
}

// Drain has the server call itself not ready from now on, so that no new requests are sent to it. It still answers those
// that come.
func (s *Server) Drain() { s.draining.Store(true) }
