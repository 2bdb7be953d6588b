package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"
)

// How long a client may take. A page of audio is sent slowly to a phone, so writing has no limit of its own.
const (
	readTimeout  = 30 * time.Second
	idleTimeout  = 2 * time.Minute
	drainTimeout = 10 * time.Second
)

// httpServer is a server that has its address.
type httpServer struct {
	http.Server
	listener net.Listener
	drain    func() // called when it is to end, before it waits for what is under way
}

// listenHTTP takes the address that the variable gives.
func listenHTTP(address, variable string, handler http.Handler) (*httpServer, error) {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, configError{fmt.Errorf("%w: choose another address with %s", err, variable)}
	}
	return &httpServer{
		Server:   http.Server{Handler: handler, ReadTimeout: readTimeout, IdleTimeout: idleTimeout},
		listener: listener,
		drain:    func() {},
	}, nil
}

// serve answers HTTP until ctx ends, and then for as long as requests are under way, ten seconds at most.
func (s *httpServer) serve(ctx context.Context) error {
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
