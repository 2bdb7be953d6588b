package httpserver

import (
	"errors"
	"io"
	"net/http"
	"time"
)

// part of a file that is sent with one deadline, in bytes. A listener who plays 64 kbit/s takes it
// in 8 s.
const part = 64 << 10

// goingOn gives each write its own deadline, so that an answer may take as long as it goes on.
func goingOn(next http.Handler, timeout time.Duration) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p := progressWriter{w, http.NewResponseController(w), timeout}
		p.extend() // also for an answer without a body, and for a connection that was idle
		next.ServeHTTP(p, r)
	})
}

// progressWriter extends the deadline before each write.
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

// ReadFrom sends a part at a time. A part of a file is sent by the kernel, without a copy in this
// process.
func (p progressWriter) ReadFrom(r io.Reader) (n int64, err error) {
	limit, limited := r.(*io.LimitedReader)
	if !limited {
		limit = &io.LimitedReader{R: r, N: 1<<63 - 1}
	}
	for limit.N > 0 && err == nil {
		p.extend()
		var sent int64
		sent, err = io.CopyN(p.ResponseWriter, limit.R, min(part, limit.N))
		n, limit.N = n+sent, limit.N-sent
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return n, err
}

// Unwrap is for http.ResponseController.
func (p progressWriter) Unwrap() http.ResponseWriter { return p.ResponseWriter }

// extend fails only for writers of tests, which have no deadline.
func (p progressWriter) extend() { _ = p.control.SetWriteDeadline(time.Now().Add(p.timeout)) }
