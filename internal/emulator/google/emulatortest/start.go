// Package emulatortest runs Google's emulator inside a test.
package emulatortest

import (
	"net"
	"testing"

	"google.golang.org/grpc"

	emulator "github.com/aloud-audio/aloud/internal/emulator/google"
)

// Server is a running emulator.
type Server struct {
	*emulator.Server
	Endpoint string // host:port, on this machine
}

// Start runs an emulator until the test ends.
func Start(t testing.TB, o emulator.Options) *Server {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{Server: emulator.New(o), Endpoint: listener.Addr().String()}
	server := grpc.NewServer()
	s.Register(server)
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	t.Cleanup(func() {
		server.Stop()
		if err := <-served; err != nil {
			t.Errorf("emulator: %v", err)
		}
	})
	return s
}
