package httpserver

import (
	"net/http"
	"time"
)

// goingOn gives each write its own deadline, so that an answer may take as long as it goes on.
func goingOn(next http.Handler, timeout time.Duration) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p := progressWriter{w, http.NewResponseController(w), timeout}
		p.extend() // also for an answer without a body, and for a connection that was idle
		next.ServeHTTP(p, r)
	})
}

// progressWriter extends the deadline before each write. It has no ReadFrom, which would be one
// write for a whole track.
type progressWriter struct {
	http.ResponseWriter
	control *http.ResponseController
	timeout time.Duration
}

// Write implements http.ResponseWriter.
func (p progressWriter) Write(b []byte) (int, error) {
	p.extend()
	return p.ResponseWriter.Write(b)
}

// Unwrap is for http.ResponseController.
func (p progressWriter) Unwrap() http.ResponseWriter { return p.ResponseWriter }

// extend fails only for writers of tests, which have no deadline.
func (p progressWriter) extend() { _ = p.control.SetWriteDeadline(time.Now().Add(p.timeout)) }
