package web

import (
	"context"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/doctor"
)

const (
	readyTimeout = 500 * time.Millisecond // of the check of the store; the queue has its own
	readyFor     = 2 * time.Second        // that an answer stands
)

// readiness caches whether hooks can be accepted. Anybody may request it, so it is checked at
// intervals, however often clients ask.
type readiness struct {
	mu      sync.Mutex
	at      time.Time
	missing string // the part that takes no writes; "": none
}

// serveHealth answers if the process runs. It checks nothing else: a restart would not help.
func (s *Server) serveHealth(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	_, _ = io.WriteString(w, "ok\n")
}

// serveReadiness reports whether hooks can be accepted now.
func (s *Server) serveReadiness(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	if s.draining.Load() {
		http.Error(w, "draining: this server is about to stop", http.StatusServiceUnavailable)
		return
	}
	if missing := s.missing(r.Context()); missing != "" {
		http.Error(w, "the "+missing+" takes no writes: the server log has the reason", http.StatusServiceUnavailable)
		return
	}
	answer := "ready\n"
	if s.stale.Load() {
		answer += "the settings file is wrong: the former settings are in force, and the server log has the reason\n"
	}
	_, _ = io.WriteString(w, answer)
}

// missing names the part that takes no writes. One caller checks, and the others wait for its
// result.
func (s *Server) missing(ctx context.Context) string {
	s.readiness.mu.Lock()
	defer s.readiness.mu.Unlock()
	if time.Since(s.readiness.at) >= readyFor {
		s.readiness.missing = s.look(context.WithoutCancel(ctx)) // for all, also if this caller hangs up
		s.readiness.at = time.Now()
	}
	return s.readiness.missing
}

func (s *Server) look(ctx context.Context) string {
	for _, part := range []struct {
		name  string
		check func(context.Context) error
	}{{"queue", s.newsroom.Queue.Ready}, {"store", s.storeReady}} {
		if err := within(ctx, readyTimeout, part.check); err != nil {
			s.log.WarnContext(ctx, "not ready", "part", part.name, "error", err)
			return part.name
		}
	}
	return ""
}

// proofKey is of the object that every server writes, one over the other's.
const proofKey = "private/ready"

func (s *Server) storeReady(ctx context.Context) error {
	return doctor.Ready(ctx, s.newsroom.Store, proofKey)
}
