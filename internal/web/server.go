// Package web is the HTTP server: the hooks that a CMS calls, and what listeners' browsers load.
//
// A hook is verified, read by its source and passed to the newsroom, nothing more: the answer
// depends only on the store and the queue. The package never parses HTML, never renders and decides
// nothing about articles. internal/process creates the server and runs it with httpserver, which
// sets the time limits of connections and shuts it down.
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
	"golang.org/x/sync/semaphore"
	"golang.org/x/sync/singleflight"

	"github.com/aloud-audio/aloud/internal/clientaddr"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/source"
	"github.com/aloud-audio/aloud/internal/tracing"
)

// Options configure a server. All but PublicURL, Proxies, Figures and Tracer are required.
type Options struct {
	Newsroom  *newsroom.Newsroom // takes the hooks' articles; the public part of its store is served
	Sites     map[string]Site    // by name
	Player    []byte             // player.js
	PlayerMap []byte             // its source map; nil: empty

	PlayerNext, NextMap       []byte  // the script that lists the newest articles, and its source map
	PlayerFigures, FiguresMap []byte  // the script that reports listening figures, and its source map
	Figures                   Figures // counts them; required if a site has Events

	// PublicURL is where a CDN or the bucket serves what is under /public here; "" if this server
	// does.
	PublicURL string

	Proxies clientaddr.Proxies // whose X-Forwarded-For is believed; none: nobody's

	Deliveries Deliveries           // remembers which hooks were answered
	Registry   *prometheus.Registry // gets the server's metrics
	Log        *slog.Logger         // gets no bodies, secrets or names of people
	Tracer     *tracing.Tracer      // nil: nothing is traced
}

// Server answers all HTTP requests by one set of settings. It is an http.Handler.
type Server struct {
	newsroom newsroom.Newsroom
	sites    map[string]site
	handler  http.Handler
	*shared
}

// shared has what servers with different settings share.
type shared struct {
	player     []byte
	playerMap  []byte
	figuresJS  []byte
	figuresMap []byte
	nextJS     []byte
	nextMap    []byte
	publicURL  string
	publicHost string // origin of publicURL
	deliveries Deliveries
	proxies    clientaddr.Proxies
	taking     singleflight.Group // of deliveries, by their key
	bodies     bodies
	skims      *pool // overlong bodies that are being received
	verified   verified
	accepting  *semaphore.Weighted // of articles that are being saved
	removing   *semaphore.Weighted // of removals that are
	following  *semaphore.Weighted // of hints that are followed
	figures    Figures
	senders    senders
	tracks     tracks
	readiness  readiness
	metrics    metrics
	log        *slog.Logger
	tracer     *tracing.Tracer
	now        func() time.Time
	draining   atomic.Bool
	stale      atomic.Bool
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
	return newServer(opts.Newsroom, sites, &shared{
		player:     opts.Player,
		playerMap:  opts.PlayerMap,
		figuresJS:  opts.PlayerFigures,
		figuresMap: opts.FiguresMap,
		nextJS:     opts.PlayerNext,
		nextMap:    opts.NextMap,
		publicURL:  strings.TrimSuffix(opts.PublicURL, "/"),
		publicHost: publicHost,
		deliveries: opts.Deliveries,
		proxies:    opts.Proxies,
		bodies:     newBodies(),
		skims:      newPool(skimsAtOnce),
		accepting:  semaphore.NewWeighted(maxAccepting),
		removing:   semaphore.NewWeighted(maxRemoving),
		following:  semaphore.NewWeighted(maxFollowing),
		metrics:    newMetrics(opts.Registry),
		figures:    opts.Figures,
		tracks:     tracks{library: opts.Newsroom.Library},
		log:        opts.Log,
		tracer:     opts.Tracer,
		now:        time.Now,
	}), nil
}

// With returns a server with other settings. It shares everything else with s: limits, metrics and
// whether it drains. Requests in progress keep the settings of s.
func (s *Server) With(n *newsroom.Newsroom, settings map[string]Site) (*Server, error) {
	sites, err := newSites(settings)
	if err != nil {
		return nil, err
	}
	return newServer(n, sites, s.shared), nil
}

func newServer(n *newsroom.Newsroom, sites map[string]site, common *shared) *Server {
	s := &Server{newsroom: *n, sites: sites, shared: common}
	s.newsroom.Queue = boundedQueue{n.Queue}
	s.handler = s.routes()
	return s
}

func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()

	for _, src := range source.Hooks() {
		mux.HandleFunc("POST /hooks/{site}/"+src.Path, s.receive(src))
	}
	mux.HandleFunc("POST /hooks/", s.receiveUnmatched)
	mux.HandleFunc("POST /hooks", s.receiveUnmatched) // ServeMux would redirect it

	mux.HandleFunc("GET /public/{path...}", s.cors(s.ownOrigin, s.servePublic))
	mux.HandleFunc("OPTIONS /public/{path...}", s.cors(s.ownOrigin, preflight))
	mux.HandleFunc("GET /feeds/{path...}", s.cors(s.feedOrigin, s.serveFeed))
	mux.HandleFunc("OPTIONS /feeds/{path...}", s.cors(s.feedOrigin, preflight))
	s.routePlayer(mux)
	mux.HandleFunc("POST /events/{site}", s.serveEvents)
	mux.HandleFunc("GET /embed/{site}/{id}", s.serveEmbed)
	mux.HandleFunc("GET /oembed", s.cors(s.anyOrigin, s.serveOEmbed))

	mux.HandleFunc("GET /healthz", s.serveHealth)
	mux.HandleFunc("GET /readyz", s.serveReadiness)
	return mux
}

// ServeHTTP refuses every path that ServeMux would redirect to a clean one: a hook must never be
// redirected, and none of our paths needs it. One slash too many at the end of a hook's address is
// ignored.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.measure(w, r, s.serve) }

func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Content-Type-Options", "nosniff")
	isHook := r.Method == http.MethodPost && strings.HasPrefix(r.URL.Path+"/", "/hooks/")
	if isHook {
		r = withoutSlash(r)
	}
	switch p := r.URL.EscapedPath(); {
	case path.Clean(p) == p:
		s.handler.ServeHTTP(w, r)
	case isHook:
		s.receiveUnmatched(w, r)
	default:
		http.NotFound(w, r)
	}
}

// withoutSlash removes one slash at the end of a request's path.
func withoutSlash(r *http.Request) *http.Request {
	if !strings.HasSuffix(r.URL.EscapedPath(), "/") {
		return r
	}
	u := *r.URL
	u.Path, u.RawPath = strings.TrimSuffix(u.Path, "/"), strings.TrimSuffix(u.RawPath, "/")
	clone := *r
	clone.URL = &u
	return &clone
}

// Drain makes /readyz report that the server is not ready, so that a load balancer sends no new
// requests. The server still answers requests.
func (s *Server) Drain() { s.draining.Store(true) }

// Stale makes /readyz report that the settings file is invalid and older settings are in use.
func (s *Server) Stale(stale bool) { s.stale.Store(stale) }
