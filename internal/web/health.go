package web

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// readyTimeout bounds the check of the store. The queue has its own timeout.
const readyTimeout = 500 * time.Millisecond

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
	for _, part := range []struct {
		name  string
		check func(context.Context) error
	}{{"queue", s.newsroom.Queue.Ready}, {"store", s.storeReady}} {
		if err := within(r.Context(), readyTimeout, part.check); err != nil {
			s.log.WarnContext(r.Context(), "not ready", "part", part.name, "error", err)
			http.Error(w, "cannot reach the "+part.name+": the server log has the reason", http.StatusServiceUnavailable)
			return
		}
	}
	_, _ = io.WriteString(w, "ready\n")
}

// storeReady asks for an object that never exists.
func (s *Server) storeReady(ctx context.Context) error {
	obj, err := s.newsroom.Store.Open(ctx, "public/ready", 0)
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	return obj.Body.Close()
}
