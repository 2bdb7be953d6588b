package web

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"github.com/aloud-audio/aloud/internal/store"
)

// readyTimeout is for queue and store each.
const readyTimeout = time.Second / 2

// serveHealth says that the process runs: to restart it would not help against anything else.
func (s *Server) serveHealth(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	_, _ = io.WriteString(w, "ok\n")
}

// serveReadiness says whether hooks can be accepted here now.
func (s *Server) serveReadiness(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	if s.draining.Load() {
		http.Error(w, "draining: this server is about to end", http.StatusServiceUnavailable)
		return
	}
	for _, part := range []struct {
		name  string
		check func(context.Context) error
	}{{"queue", s.queueReady}, {"store", s.storeReady}} {
		if err := within(r.Context(), readyTimeout, part.check); err != nil {
			s.log.WarnContext(r.Context(), "not ready", "part", part.name, "error", err)
			http.Error(w, "the "+part.name+" cannot be reached: the log says why", http.StatusServiceUnavailable)
			return
		}
	}
	_, _ = io.WriteString(w, "ready\n")
}

// storeReady asks for an object that there never is.
func (s *Server) storeReady(ctx context.Context) error {
	obj, err := s.store.Open(ctx, "public/ready", 0)
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	return obj.Body.Close()
}
