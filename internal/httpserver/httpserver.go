// Package httpserver listens for HTTP and bounds what a client may take: connections, headers, and
// time without progress. It never looks at requests or answers. internal/process serves the public
// and the admin address with it.
package httpserver

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/aloud-audio/aloud/internal/clientaddr"
)

const (
	headerTimeout = 10 * time.Second // for the header of a request
	readTimeout   = 30 * time.Second // for a whole request
	idleTimeout   = 2 * time.Minute  // between two requests on a connection
	writeTimeout  = time.Minute      // for a write to go on; a phone may take hours for a track, but not a minute for nothing
	grace         = 10 * time.Second // for running requests, once the server stops

	maxHeader = 32 << 10 // bytes of a header

	// sendBuffer is the kernel's for a connection, in bytes. Its own choice grows to megabytes, and
	// it says that a listener goes on only when a third of the buffer is free: a phone that plays
	// what it gets would seem to stall for minutes.
	sendBuffer = 256 << 10
)

// Server is a listening server.
type Server struct {
	// Drain is called before the server waits for running requests.
	Drain func()
	// Beside runs until the last request is answered.
	Beside func(context.Context)

	http     http.Server
	listener net.Listener
	log      *slog.Logger
	grace    time.Duration
}

// Listen binds an address. At most so many connections are open at once; more wait. One client has
// at most half of them, and its next ones are closed. The proxies, which have many clients, may
// have all.
func Listen(address string, connections int, proxies clientaddr.Proxies, handler http.Handler, log *slog.Logger) (*Server, error) {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, err
	}
	fair := newFairListener(bufferedListener{listener}, max(1, connections/2), proxies)
	return newServer(newBoundedListener(fair, connections), handler, writeTimeout, log), nil
}

func newServer(listener net.Listener, handler http.Handler, writeTimeout time.Duration, log *slog.Logger) *Server {
	return &Server{
		http: http.Server{
			Handler:           goingOn(handler, writeTimeout),
			ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout, IdleTimeout: idleTimeout, MaxHeaderBytes: maxHeader,
		},
		listener: listener, log: log, grace: grace, Drain: func() {}, Beside: func(context.Context) {},
	}
}

// Addr is where the server listens.
func (s *Server) Addr() net.Addr { return s.listener.Addr() }

// Serve answers HTTP until ctx ends, waits up to ten seconds for running requests and then closes
// their connections: a listener that stalls must not keep the process.
func (s *Server) Serve(ctx context.Context) error {
	beside, end := context.WithCancel(context.WithoutCancel(ctx))
	var running sync.WaitGroup
	running.Go(func() { s.Beside(beside) })
	defer running.Wait()
	defer end()
	stopped := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() { stopped <- s.shutdown(context.WithoutCancel(ctx)) })
	defer stop()
	if err := s.http.Serve(s.listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}

func (s *Server) shutdown(ctx context.Context) error {
	s.Drain()
	ctx, cancel := context.WithTimeout(ctx, s.grace)
	defer cancel()
	err := s.http.Shutdown(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		s.log.Warn("closed the connections of requests that did not end", "after", s.grace)
		err = s.http.Close()
	}
	return err
}

// bufferedListener sets the send buffer of its connections.
type bufferedListener struct{ net.Listener }

// Accept implements net.Listener.
func (l bufferedListener) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetWriteBuffer(sendBuffer) // as it was, a slow listener may be cut off
	}
	return conn, err
}
