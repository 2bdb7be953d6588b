package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"
)

// Time limits of a connection. Writing has none: a phone may load audio slowly.
const (
	readTimeout  = 30 * time.Second
	idleTimeout  = 2 * time.Minute
	drainTimeout = 10 * time.Second
)

// httpServer is a listening server.
type httpServer struct {
	http.Server
	listener net.Listener
	drain    func()                // called before the server waits for running requests
	beside   func(context.Context) // runs until the last request is answered
}

// listenHTTP binds the address from the variable.
func listenHTTP(address, variable string, handler http.Handler) (*httpServer, error) {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, configError{fmt.Errorf("%w: set another address with %s", err, variable)}
	}
	return &httpServer{
		Server:   http.Server{Handler: handler, ReadTimeout: readTimeout, IdleTimeout: idleTimeout},
		listener: listener,
		drain:    func() {},
		beside:   func(context.Context) {},
	}, nil
}

// serve answers HTTP until ctx ends, and then waits up to ten seconds for running requests.
func (s *httpServer) serve(ctx context.Context) error {
	beside, end := context.WithCancel(context.WithoutCancel(ctx))
	var running sync.WaitGroup
	running.Go(func() { s.beside(beside) })
	defer running.Wait()
	defer end()
	stopped := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		s.drain()
		drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTimeout)
		defer cancel()
		stopped <- s.Shutdown(drain)
	})
	defer stop()
	if err := s.Serve(s.listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}
